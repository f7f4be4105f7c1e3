import { askAll, told } from './asking.js';
import type { Case } from './cases.js';
import { everyCase, tried, writing } from './cases.js';
import type { Ground } from './ground.js';
import { JUNK } from './junk.js';
import { KINDS } from './kinds.js';
import type { World } from './policy.js';
import { mayAsk } from './policy.js';
import type { Dice } from './random.js';
import { dice } from './random.js';
import { ODD_UIDS, PAYING_ORGS, UIDS } from './stage.js';

export interface OracleResult {
  requests: number;
  allowed: number;
  disagreements: string[];
}

const WIDTH = 12;

/** So many random requests from a seed: the rules and the policy have to give the same answer to each. */
export async function runOracle(
  ground: Ground,
  world: World,
  seed: number,
  count: number,
): Promise<OracleResult> {
  const disagreements: string[] = [];
  let allowed = 0;
  const requests = await askAll(ground, randomCases(world, seed, count), WIDTH, (asked, answer) => {
    const wanted = mayAsk(world, asked.uid, asked.request) ? 'allowed' : 'denied';
    if (wanted === 'allowed') allowed += 1;
    if (answer !== wanted) disagreements.push(`${told(asked, answer)} (seed ${seed})`);
  });
  return { requests, allowed, disagreements };
}

function* randomCases(world: World, seed: number, count: number): Generator<Case> {
  const dies = dice(seed);
  const known = [...everyCase(world)];
  for (let n = 0; n < count; n += 1) {
    yield dies.roll(3) === 0
      ? { ...dies.one(known), ...(dies.roll(4) === 0 ? { uid: somebody(dies) } : {}) }
      : written(dies);
  }
}

const somebody = (dies: Dice): string | null => dies.one([...UIDS, ...ODD_UIDS]);

/** A write with none to three of its fields tried with something else, by somebody, somewhere. */
function written(dies: Dice): Case {
  const kind = dies.one(KINDS);
  const uid = dies.roll(3) > 0 ? kind.uid : somebody(dies);
  const org = dies.roll(4) > 0 ? 'alpha' : dies.one(['beta', 'paused', 'closed', 'nowhere', ...PAYING_ORGS]);
  const contact = dies.one([
    'cold',
    'cold',
    'narrowAgents',
    'colleagues',
    'quiet',
    'waits',
    'wakes',
    'odd',
    'canceled',
  ]);
  let data = kind.base(uid);
  const fields = Object.keys(kind.tries);
  for (let deviations = dies.roll(3); deviations > 0 && fields.length > 0; deviations -= 1) {
    const field = dies.one(fields);
    const value = dies.one([...kind.tries[field]!, ...kind.tries[field]!, ...JUNK]);
    const change = tried(kind, uid, field, value);
    const clashes = Object.keys(data).some(
      (key) => key.startsWith(`${field}.`) || field.startsWith(`${key}.`),
    );
    data = clashes ? change : { ...data, ...change };
  }
  return { uid, request: writing(kind, uid, [org, contact], data) };
}
