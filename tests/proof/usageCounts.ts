import type { FeatureCounts, TelemetryBatch } from '@leadpulse/model';
import { BROWSER_FAMILIES, dayOf, FEATURES, totalOf, withUses } from '@leadpulse/model';
import { randomBytes } from 'node:crypto';
import pLimit from 'p-limit';
import { adminDb, eventually } from '../../local/worldClient.js';
import { dice, type Dice } from '../rulesProof/random.js';
import { deliverAgain } from './deliverAgain.js';
import { createDocument, type RestDocument } from './restDocument.js';

interface Wish {
  orgId: string;
  browsers: number;
  uses: number; // of all browsers together
  seed: number;
}

export interface CountReport {
  uses: number;
  counted: number;
  /** Features whose sum is not what the browsers said. */
  wrong: string[];
  batches: number;
  left: number;
  /** Deliveries beyond the first one. */
  redelivered: number;
}

const WIDTH = 16;
const BATCHES_A_BROWSER = 3;
const SETTLED_MS = 5_000;
const PROVEN = { browsers: 50, uses: 10_000, seed: 9 };

/**
 * Many browsers use many features and say so at the same time; every event is delivered once by the emulator and, at
 * random, up to two times more by hand. What the day says must be what the browsers said.
 */
export async function countUses({ orgId, browsers, uses, seed }: Wish): Promise<CountReport> {
  const dies = dice(seed);
  const share = Math.ceil(uses / browsers);
  const batches = Array.from({ length: browsers }, (_, at) =>
    batchesOf(dies, Math.min(share, uses - at * share)),
  ).flat();
  let redelivered = 0;
  const again = batches.map(() => dies.roll(3));
  await pLimit(WIDTH).map([...batches.entries()], async ([at, batch]) => {
    const document = await writeBatch(orgId, batch);
    const more = Array.from({ length: again[at] ?? 0 }, () => deliverBatch(document));
    redelivered += more.length;
    await Promise.all(more);
  });
  const left = await leftAfter(orgId, SETTLED_MS);
  const said = batches.reduce<FeatureCounts>((sum, { counts }) => withUses(sum, counts, Infinity), {});
  const found = await countsOf(orgId);
  return {
    uses: totalOf(said),
    counted: totalOf(found),
    wrong: FEATURES.filter((feature) => said[feature] !== found[feature]),
    batches: batches.length,
    left,
    redelivered,
  };
}

/** The `privacy` part of reports/proof.json, as far as it is about usage counts. */
export async function proveUsage(
  orgId: string,
  log: (line: string) => void,
): Promise<{ part: { telemetryUses: number; telemetryCounted: number }; kept: boolean }> {
  const { uses, counted, wrong, left, batches, redelivered } = await countUses({ orgId, ...PROVEN });
  log(`${uses} uses in ${batches} batches, delivered ${redelivered} times more: ${counted} counted`);
  for (const feature of wrong) log(`WRONG ${feature}`);
  return {
    part: { telemetryUses: uses, telemetryCounted: counted },
    kept: wrong.length === 0 && left === 0,
  };
}

/** A browser's uses, one after the other, in a few batches. */
function batchesOf(dies: Dice, uses: number): TelemetryBatch[] {
  const browser = dies.one(BROWSER_FAMILIES);
  const batches = Array.from({ length: BATCHES_A_BROWSER }, () => newBatch({}, browser));
  for (let use = 0; use < uses; use += 1) {
    const at = dies.roll(batches.length);
    const batch = batches[at]!;
    batches[at] = { ...batch, counts: withUses(batch.counts, { [dies.one(FEATURES)]: 1 }, Infinity) };
  }
  return batches.filter(({ counts }) => totalOf(counts) > 0);
}

export function newBatch(
  counts: FeatureCounts,
  browser: TelemetryBatch['browser'] = 'other',
): TelemetryBatch {
  return { day: dayOf(Date.now()), slot: 1, browser, counts };
}

/** Writes a batch as the rules would let it in, and answers with it as its event shows it. */
export function writeBatch(
  orgId: string,
  batch: TelemetryBatch,
  { id = randomBytes(32).toString('hex'), at = new Date() } = {},
): Promise<RestDocument> {
  return createDocument(`orgs/${orgId}/telemetry/${id}`, { ...batch, at });
}

/** Delivers a batch's event once more, as Eventarc may. */
export async function deliverBatch(value: RestDocument): Promise<void> {
  const status = await deliverAgain('onTelemetryBatch', { value });
  if (status >= 300) throw new Error(`a batch that was delivered again was answered ${status}`);
}

/** How many batches of an organization are left when so much time has gone by, or none sooner. */
async function leftAfter(orgId: string, waitMs: number): Promise<number> {
  const deadline = Date.now() + waitMs;
  return eventually(async () => {
    const { size } = await adminDb().collection(`orgs/${orgId}/telemetry`).select().get();
    return size === 0 || Date.now() > deadline ? size : undefined;
  }, 'The batches were not looked at');
}

export async function countsOf(orgId: string, day = dayOf(Date.now())): Promise<FeatureCounts> {
  const snapshot = await adminDb().doc(`orgs/${orgId}/usage/${day}`).get();
  return (snapshot.get('counts') as FeatureCounts | undefined) ?? {};
}
