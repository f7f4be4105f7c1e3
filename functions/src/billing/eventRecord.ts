import type { StripeEventRecord } from '@leadpulse/model';
import { DAY_MS, stripeEventSchema } from '@leadpulse/model';
import type { DocumentReference, Transaction } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { faultPoint } from '../platform/faultPoint.js';
import { db } from '../platform/firestore.js';
import type { StripeEvent } from './stripeShapes.js';

const KEPT_DAYS = 60;
/** An event that fails so often by our own fault is put aside for a person; Stripe's next look, the reconciliation, mends. */
const MOST_TRIES = 8;
const FAILED = new Set(['failing', 'parked']);

export function eventRef(eventId: string): DocumentReference {
  return db().doc(`stripeEvents/${eventId}`);
}

/** What the event that asked for a look changed, and which others it answered; in the transaction of the change. */
export function recordApplied(tx: Transaction, orgId: string, events: readonly StripeEvent[]): void {
  const [first, ...others] = events;
  if (!first) return;
  tx.set(eventRef(first.id), {
    ...entry(first, 'applied', orgId, 1),
    alsoApplied: others.map(({ id }) => id),
  } satisfies StripeEventRecord);
}

/** An event that leads to nothing of ours. */
export async function recordAside(
  event: StripeEvent,
  outcome: 'not-ours' | 'org-gone' | 'unhandled',
  orgId: string | null,
): Promise<void> {
  await faultPoint('billing-before-record', event.id);
  await eventRef(event.id).set(entry(event, outcome, orgId, 1));
}

/** Counts a failure of ours; tells whether the event is put aside now. One that was applied before it failed stays that. */
export async function recordFailure(event: StripeEvent, orgId: string | null): Promise<'failing' | 'parked'> {
  await faultPoint('billing-before-record', event.id);
  return db().runTransaction(async (tx) => {
    const snapshot = await tx.get(eventRef(event.id));
    const known = snapshot.exists ? stripeEventSchema.parse(snapshot.data()) : null;
    if (known?.outcome === 'applied') return 'failing';
    const tries = (known && FAILED.has(known.outcome) ? known.tries : 0) + 1;
    const outcome = tries >= MOST_TRIES ? 'parked' : 'failing';
    tx.set(snapshot.ref, entry(event, outcome, orgId, tries));
    return outcome;
  });
}

function entry(
  { type }: StripeEvent,
  outcome: StripeEventRecord['outcome'],
  orgId: string | null,
  tries: number,
): StripeEventRecord {
  const now = Timestamp.now();
  const expireAt = Timestamp.fromMillis(now.toMillis() + KEPT_DAYS * DAY_MS);
  return { type, receivedAt: now, outcome, orgId, tries, alsoApplied: [], expireAt };
}
