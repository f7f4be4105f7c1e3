import type { BrowserFamily, FeatureCounts, TelemetryBatch } from '@leadpulse/model';
import {
  BATCH_AGE_MS,
  BATCH_PAUSE_MS,
  dayOf,
  dayPlus,
  LIMITS,
  slotOf,
  SLOTS_PER_DAY,
  withUses,
} from '@leadpulse/model';
import type { Uses } from './count.js';

/** Uses of a day in an organization that have not left this browser. */
export interface Pending {
  readonly orgId: string;
  readonly day: string;
  readonly since: number; // epoch ms of the first of them
  readonly counts: FeatureCounts;
}

/**
 * `left`: with the page, which heard no answer. `unknown`: the connection broke. Neither leaves again: a count may be too low,
 * never too high.
 */
export type Outcome = 'sent' | 'refused' | 'left' | 'unknown';

/** A document that left this browser, exactly as it was written. */
export interface Sent {
  readonly orgId: string;
  readonly batchId: string;
  readonly at: number; // epoch ms
  readonly outcome: Outcome;
  readonly document: TelemetryBatch;
}

/** What a browser keeps of one person's usage counts. */
export interface Outbox {
  readonly uid: string;
  readonly leftAt: number; // epoch ms: when the last document left
  readonly pending: readonly Pending[];
  readonly sent: readonly Sent[];
}

const SENT_KEPT_MS = 30 * 24 * 60 * 60_000;

export function emptyOutbox(uid: string): Outbox {
  return { uid, leftAt: 0, pending: [], sent: [] };
}

/** Without what is too old to be shown, or to be taken: a day is over a day after it ends. */
export function pruned(outbox: Outbox, nowMs: number): Outbox {
  const yesterday = dayPlus(dayOf(nowMs), -1);
  return {
    ...outbox,
    pending: outbox.pending.filter(({ day }) => day >= yesterday),
    sent: outbox.sent.filter(({ at }) => at > nowMs - SENT_KEPT_MS),
  };
}

export function withPending(outbox: Outbox, uses: readonly Uses[], nowMs: number): Outbox {
  const day = dayOf(nowMs);
  const pending = [...outbox.pending];
  for (const { orgId, counts } of uses) {
    const at = pending.findIndex((each) => each.orgId === orgId && each.day === day);
    const before = pending[at] ?? { orgId, day, since: nowMs, counts: {} };
    const after = { ...before, counts: withUses(before.counts, counts, LIMITS.usesPerBatch) };
    pending.splice(at < 0 ? pending.length : at, at < 0 ? 0 : 1, after);
  }
  return { ...outbox, pending };
}

/** What may leave now: one document after a pause, when it has waited long enough, its day is over or the page is closed. */
export function dueFrom(outbox: Outbox, nowMs: number, isClosing: boolean): Pending | null {
  if (nowMs - outbox.leftAt < BATCH_PAUSE_MS) return null;
  const [oldest] = [...outbox.pending].sort((a, b) => a.since - b.since);
  if (!oldest) return null;
  const isRipe = nowMs - oldest.since >= BATCH_AGE_MS || oldest.day !== dayOf(nowMs);
  return isRipe || isClosing ? oldest : null;
}

/** The five minutes that a document is told for; one that this browser has not used that day. */
export function freeSlot(outbox: Outbox, orgId: string, day: string, nowMs: number): number {
  const used = new Set(
    outbox.sent.flatMap((each) =>
      each.orgId === orgId && each.document.day === day ? [each.document.slot] : [],
    ),
  );
  let slot = slotOf(nowMs);
  for (let tries = 0; used.has(slot) && tries < SLOTS_PER_DAY; tries += 1) slot = (slot + 1) % SLOTS_PER_DAY;
  return slot;
}

/** The outbox when a document is about to leave: whatever becomes of it, its uses do not leave again. */
export function departed(
  outbox: Outbox,
  { orgId, day, counts }: Pending,
  how: { batchId: string; slot: number; browser: BrowserFamily; isClosing: boolean },
  nowMs: number,
): { outbox: Outbox; sent: Sent } {
  const { batchId, slot, browser, isClosing } = how;
  const document = { day, slot, browser, counts };
  const sent: Sent = { orgId, batchId, at: nowMs, outcome: isClosing ? 'left' : 'unknown', document };
  const pending = outbox.pending.filter((each) => each.orgId !== orgId || each.day !== day);
  return { sent, outbox: { ...outbox, leftAt: nowMs, pending, sent: [...outbox.sent, sent] } };
}

export function withOutcome(outbox: Outbox, batchId: string, outcome: Outcome): Outbox {
  return {
    ...outbox,
    sent: outbox.sent.map((each) => (each.batchId === batchId ? { ...each, outcome } : each)),
  };
}
