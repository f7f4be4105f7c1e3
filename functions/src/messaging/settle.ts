import type { OutboxEvent } from '@leadpulse/model';
import { contactSchema, messageStateSchema, planBackoff, planTransition } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import { z } from 'zod';
import { faultPoint } from '../platform/faultPoint.js';
import { db, isLeftOpen } from '../platform/firestore.js';
import { contactRef, messageRef } from '../platform/refs.js';
import type { MessagePath } from '../platform/refs.js';
import type { DeliveryFailure } from './channels/adapter.js';
import { afterBlock } from './contactEffect.js';
import { countedSchema, handedOver } from './handedOver.js';
import type { Lease } from './lease.js';
import { updateIfUnchanged } from './lease.js';
import { enqueueSend } from './sendTask.js';

/** The provider has it: one write, conditional on our lease; if that is gone, what is true is found by reading. */
export async function settleSent(lease: Lease, providerId: string): Promise<void> {
  const { path, message } = lease.seen;
  const sentAt = Timestamp.now();
  const fields = { state: 'sent', ...handedOver(path, message, providerId, sentAt) };
  const commit = lease.version
    ? updateIfUnchanged(messageRef(path), lease.version, fields).catch(toNull)
    : Promise.resolve(null);
  const [version] = await Promise.all([commit, faultPoint('during-commit', path.messageId)]);
  if (!version) await applyEvent(path, 'accepted', (now) => handedOver(path, now, providerId, sentAt));
}

function toNull(error: unknown): null {
  if (isLeftOpen(error)) return null;
  throw error;
}

/** The provider surely does not have it: again later, or for good. */
export async function settleFailure(lease: Lease, failure: DeliveryFailure): Promise<void> {
  const { path, message } = lease.seen;
  const nowMs = Date.now();
  const plan =
    failure.kind === 'transient'
      ? planBackoff(lease.attempts, nowMs)
      : { event: 'refused-permanent' as const };
  const gaveUp = plan.event === 'attempts-spent' ? ` We tried ${lease.attempts} times.` : '';
  const error = { code: failure.code, message: `${failure.message}${gaveUp}` };
  const sendAtMs = plan.event === 'refused-transient' ? plan.sendAtMs : null;
  const fields = {
    error,
    leaseUntil: null,
    ...(sendAtMs !== null && { sendAt: Timestamp.fromMillis(sendAtMs) }),
  };
  const state = planTransition('sending', plan.event);
  const version =
    lease.version && (await updateIfUnchanged(messageRef(path), lease.version, { state, ...fields }));
  if (!version) await applyEvent(path, plan.event, () => fields);
  else if (sendAtMs !== null) await enqueueSend({ path, version }, sendAtMs);
  else await giveBackWaiting(path, message.channel);
}

/** Too little of the lease is left to call the provider: the message goes back unsent. */
export async function releaseLease({ seen, version }: Lease): Promise<void> {
  if (!version) return; // the sweeper finds it when the lease has ended
  const sendAtMs = Date.now();
  const fields = { state: 'scheduled', sendAt: Timestamp.fromMillis(sendAtMs), leaseUntil: null };
  const released = await updateIfUnchanged(messageRef(seen.path), version, fields);
  if (released) await enqueueSend({ path: seen.path, version: released }, sendAtMs);
}

const currentSchema = countedSchema.extend({ state: messageStateSchema });

/** Applies an event to the message as it is now; one that changes nothing there writes nothing. */
export async function applyEvent(
  path: MessagePath,
  event: OutboxEvent,
  fieldsFor: (now: z.infer<typeof currentSchema>) => Record<string, unknown>,
): Promise<boolean> {
  const ref = messageRef(path);
  return db().runTransaction(async (tx) => {
    const snapshot = await tx.get(ref);
    if (!snapshot.exists) return false;
    const now = currentSchema.parse(snapshot.data());
    const state = planTransition(now.state, event);
    if (state === null) return false;
    tx.update(ref, { ...fieldsFor(now), state });
    return true;
  });
}

/** A message that failed for good is no answer: the lead waits again. */
async function giveBackWaiting(path: MessagePath, channel: 'sms' | 'email'): Promise<void> {
  const ref = contactRef(path.orgId, path.contactId);
  const { optOut, lastMessage, lastInboundAt } = contactSchema.shape;
  const waitingSchema = z.object({ optOut, lastMessage, lastInboundAt });
  await db().runTransaction(async (tx) => {
    const snapshot = await tx.get(ref);
    if (!snapshot.exists) return;
    const fields = afterBlock(waitingSchema.parse(snapshot.data()), path.messageId, channel);
    if (fields) tx.update(ref, fields);
  });
}
