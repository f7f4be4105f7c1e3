import { ACCESS_STATUSES } from '@leadpulse/model';
import type { DocumentData } from 'firebase/firestore';
import { Timestamp } from 'firebase/firestore';
import { SOME_DAY, textRequest } from '../rules/documents.js';
import { told } from './asking.js';
import { writing } from './cases.js';
import type { Ground } from './ground.js';
import { KINDS } from './kinds.js';
import type { World } from './policy.js';
import { mayAsk } from './policy.js';
import type { Dice } from './random.js';
import { dice } from './random.js';
import { PAYING_ORGS } from './stage.js';
import { DROP } from './values.js';

export interface AccessFuzzResult {
  cases: number;
  sending: number;
  disagreements: string[];
}

const MINUTE_MS = 60_000;
const SENDING = KINDS.find(({ name }) => name === 'a text')!;

/**
 * So many organizations that pay in random ways, in ways that functions never write among them: the rules and the policy
 * agree which of them send. Leaves the organizations as they were.
 */
export async function runAccessFuzz(
  ground: Ground,
  world: World,
  seed: number,
  count: number,
): Promise<AccessFuzzResult> {
  const dies = dice(seed);
  const result: AccessFuzzResult = { cases: 0, sending: 0, disagreements: [] };
  while (result.cases < count) {
    const orgs = PAYING_ORGS.map((org): [string, DocumentData] => [org, paying(world, org, dies)]);
    await ground.write(orgs.map(([org, data]) => [`orgs/${org}`, data]));
    await Promise.all(
      orgs.map(async ([org, data]) => {
        const asked = {
          uid: 'agent',
          request: writing(SENDING, 'agent', [org, 'cold'], textRequest('agent')),
        };
        const may = mayAsk(new Map(world).set(`orgs/${org}`, data), asked.uid, asked.request);
        const answer = await ground.ask(asked.uid, asked.request);
        result.cases += 1;
        if (may) result.sending += 1;
        if ((answer === 'allowed') !== may)
          result.disagreements.push(
            `${told(asked, answer)} of ${JSON.stringify(data.access)} (seed ${seed})`,
          );
      }),
    );
  }
  await ground.write(PAYING_ORGS.map((org) => [`orgs/${org}`, world.get(`orgs/${org}`)!]));
  return result;
}

function paying(world: World, org: string, dies: Dice): DocumentData {
  const stored = world.get(`orgs/${org}`)!;
  return without({ ...stored, access: dies.roll(16) === 0 ? dies.one(ODD) : randomAccess(dies) });
}

const ODD = [DROP, null, 'active', ['active'], {}, true];

function randomAccess(dies: Dice): DocumentData {
  const isOdd = dies.roll(4) === 0;
  return without({
    status: dies.one(isOdd ? [...ACCESS_STATUSES, 'Active', '', null, 1, DROP] : ACCESS_STATUSES),
    planId: dies.one([null, null, 'growth', ...(isOdd ? ['', DROP] : [])]),
    trialEndsAt: dies.one(isOdd ? [...ends(), 'tomorrow', 0, true, []] : ends()),
    graceEndsAt: dies.one(isOdd ? [...ends(), 'tomorrow', 0, false, {}] : ends()),
    currentPeriodEnd: null,
    cancelAtPeriodEnd: dies.one([true, false]),
  });
}

/** Moments keep a minute's distance from now. */
function ends(): unknown[] {
  const inMinutes = (minutes: number): Timestamp => Timestamp.fromMillis(Date.now() + minutes * MINUTE_MS);
  return [SOME_DAY, inMinutes(-1), inMinutes(1), inMinutes(24 * 60), null, DROP];
}

function without(data: DocumentData): DocumentData {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== DROP));
}
