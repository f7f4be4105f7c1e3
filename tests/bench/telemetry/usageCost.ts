import type { FeatureCounts } from '@leadpulse/model';
import { dayOf, dayPlus, FEATURES, withUses } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PROJECT_ID } from '../../../local/ports.js';
import type { World } from '../../../local/world.js';
import { adminDb, fireSchedule } from '../../../local/worldClient.js';
import { tokenOf } from '../../rules/wire.js';
import { runChild } from '../childProcess.js';
import { EMPTY, type Account, type Ledger } from '../counting/ledger.js';
import { absolute, round, say, type Metric } from '../report.js';
import type { Crowd, Told } from './browsers.child.js';

const BROWSERS = 50;
const USES = 10_000;
const TARGET = 0.06;
const COUNTER_EXTENSION = 8.2; // anchors.md: firestore-counter 0.2.15, operations per increment
const BARE_FLOOR = 0.02; // anchors.md: batches of 50, one increment of many fields, no rules, no trigger
const EXACT_AFTER_MS = 5_000;

/** All billed operations of a use of a feature, from the browser to the organization's day, and whether the sums are exact. */
export async function measureUsageCost({
  world,
  ledger,
}: {
  world: World;
  ledger: Ledger;
}): Promise<Metric[]> {
  const crowd = await gather(`bench-usage-${Date.now()}`);
  const file = join(world.dir, 'crowd.json');
  writeFileSync(file, JSON.stringify(crowd));
  ledger.empty();
  const told = await runChild<Told>('telemetry/browsers.child.ts', [String(world.ports.hosting), file]);
  if (told.refused > 0) throw new Error(`${told.refused} documents of the bench did not arrive.`);
  const wrong = await wrongUses(crowd.orgId, told.counts);
  await fireSchedule('sweepTelemetry'); // as its schedule would have in that hour
  await wait(500); // the workers write their accounts a moment after they are done
  const ours = { trigger: of(ledger, 'onTelemetryBatch'), sweep: of(ledger, 'sweepTelemetry') };
  const browser = { ...EMPTY, writes: told.documents, reads: told.documents * told.readsByRules };
  const operations = [browser, ours.trigger, ours.sweep]
    .map(operationsOf)
    .reduce((sum, count) => sum + count, 0);
  say(
    `  ${told.documents} documents of ${round(USES / told.documents)} uses each, ${told.readsByRules} R by the rules each`,
  );
  say(`  the trigger: ${perDocument(ours.trigger, told.documents)}; ${operations} operations in all`);
  return [
    absolute({
      name: 'a use of a feature, from the browser to the day',
      unit: 'operations',
      ours: operations / USES,
      against: COUNTER_EXTENSION,
      other: BARE_FLOOR,
      target: TARGET,
    }),
    absolute({
      name: `uses of ${USES.toLocaleString('en')} that the day does not tell right, 5 s after the last document`,
      unit: 'uses',
      ours: wrong,
      against: USES,
      target: 0,
    }),
  ];
}

/** An organization of people who allow counting. */
async function gather(orgId: string): Promise<Crowd> {
  const people = Array.from({ length: BROWSERS }, (_, at) => `${orgId}-person${at}`);
  const batch = adminDb().batch();
  for (const uid of people) {
    const email = `${uid}@leadpulse.test`;
    const seat = {
      role: 'agent',
      sees: 'everything',
      displayName: 'Bench',
      email,
      joinedAt: Timestamp.now(),
    };
    batch.set(adminDb().doc(`orgs/${orgId}/members/${uid}`), seat);
    const preferences = { productEmails: false, promotionalEmails: false, telemetry: true, cookies: 'all' };
    const page = {
      displayName: 'Bench',
      email,
      acceptedPolicy: { version: '1', at: Timestamp.now() },
      orgs: {},
    };
    batch.set(adminDb().doc(`users/${uid}`), { ...page, preferences });
  }
  await batch.commit();
  return {
    orgId,
    usesEach: USES / BROWSERS,
    people: people.map((uid) => ({ uid, token: tokenOf(PROJECT_ID, uid) })),
  };
}

/** How many uses the days tell too few or too many, once they are right, or when the time is over. */
async function wrongUses(orgId: string, said: FeatureCounts): Promise<number> {
  const deadline = Date.now() + EXACT_AFTER_MS;
  for (;;) {
    const found = await foundUses(orgId);
    const wrong = FEATURES.reduce((sum, each) => sum + Math.abs((found[each] ?? 0) - (said[each] ?? 0)), 0);
    if (wrong === 0 || Date.now() > deadline) return wrong;
    await wait(100);
  }
}

/** What was used a while ago may have been yesterday. */
async function foundUses(orgId: string): Promise<FeatureCounts> {
  const today = dayOf(Date.now());
  const refs = [today, dayPlus(today, -1)].map((day) => adminDb().doc(`orgs/${orgId}/usage/${day}`));
  const days = await adminDb().getAll(...refs);
  return days.reduce<FeatureCounts>(
    (sum, day) => withUses(sum, (day.get('counts') as FeatureCounts | undefined) ?? {}, Infinity),
    {},
  );
}

function of(ledger: Ledger, name: string): Account {
  return ledger.byFunction().get(name) ?? EMPTY;
}

function operationsOf({ reads, writes, deletes, invocations }: Account): number {
  return reads + writes + deletes + invocations;
}

function perDocument({ reads, writes, deletes, invocations }: Account, documents: number): string {
  const share = (count: number): number => round(count / documents);
  return `${share(reads)} R + ${share(writes)} W + ${share(deletes)} D + ${share(invocations)} inv a document`;
}
