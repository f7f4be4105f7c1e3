import type { Member, MessageState, OutboxEvent, retryMessageContract as Retry } from '@leadpulse/model';
import { effectiveSees, planTransition, Refusal, retryMessageContract } from '@leadpulse/model';
import type { DocumentSnapshot } from 'firebase-admin/firestore';
import { FieldValue, Timestamp } from 'firebase-admin/firestore';
import type { z } from 'zod';
import type { Caller } from '../platform/callable.js';
import { callable } from '../platform/callable.js';
import { db, runTimedTransaction } from '../platform/firestore.js';
import { contactRef, messageRef } from '../platform/refs.js';
import { requireSeat } from '../platform/seats.js';
import { findEvidence } from './evidence.js';
import { handedOver } from './handedOver.js';
import type { SeenMessage } from './outMessage.js';
import { seenMessage } from './outMessage.js';
import { enqueueSend } from './sendTask.js';
import { applyEvent } from './settle.js';

type Input = z.output<typeof Retry.input>;

/** Sends once more what failed, was blocked or is uncertain. Of an uncertain one the provider is asked first. */
export const retryMessage = callable(
  retryMessageContract,
  async (input, caller) => {
    const doubted = await readDoubted(input, caller);
    const evidence = doubted && (await findEvidence(doubted));
    if (evidence?.state === 'accepted') {
      const { providerId } = evidence;
      await applyEvent(input, 'evidence-accepted', (now) => handedOver(input, now, providerId));
      return {};
    }
    const nowMs = Date.now();
    const isAbsent = evidence?.state === 'absent';
    const { firstWriteAt } = await runTimedTransaction(async (tx) => {
      const seat = await requireSeat(tx, input.orgId, caller.uid, 'message.send');
      const refs = [contactRef(input.orgId, input.contactId), messageRef(input)] as const;
      const [contact, message] = await tx.getAll(...refs);
      const state = planRetry(input, { contact, message, seat, uid: caller.uid, isAbsent });
      const providerId = message?.get('providerId') as string | undefined;
      tx.update(messageRef(input), {
        state,
        sendAt: Timestamp.fromMillis(nowMs),
        attempts: 0,
        leaseUntil: null,
        error: null,
        ...(providerId !== undefined && {
          previousProviderId: providerId,
          providerId: FieldValue.delete(),
          sentAt: FieldValue.delete(),
        }),
      });
    });
    if (firstWriteAt) await enqueueSend({ path: pathOf(input), version: firstWriteAt }, nowMs);
    return {};
  },
  { secrets: ['SANDBOX_SECRET', 'SEALING_KEY', 'GOOGLE_CLIENT_SECRET'] },
);

function pathOf({ orgId, contactId, messageId }: Input) {
  return { orgId, contactId, messageId };
}

/** The message if it is an uncertain one that the caller may send; only then the provider is asked. */
async function readDoubted(input: Input, { uid }: Caller): Promise<SeenMessage | null> {
  return db().runTransaction(async (tx) => {
    await requireSeat(tx, input.orgId, uid, 'message.send');
    const seen = seenMessage(await tx.get(messageRef(pathOf(input))));
    return seen?.message.state === 'uncertain' ? seen : null;
  });
}

interface Asked {
  contact: DocumentSnapshot | undefined;
  message: DocumentSnapshot | undefined;
  seat: Member;
  uid: string;
  isAbsent: boolean;
}

function planRetry(input: Input, { contact, message, seat, uid, isAbsent }: Asked): MessageState {
  if (effectiveSees(seat) === 'assigned' && contact?.get('assigneeUid') !== uid) {
    throw new Refusal('permission-denied', 'contact-not-visible');
  }
  const seen = message ? seenMessage(message) : null;
  if (!seen) throw new Refusal('not-found', 'message-not-found', { field: 'messageId' });
  const { state: current } = seen.message;
  const state = planTransition(current, eventOf(input, current, isAbsent));
  if (state === null) throw refusalOf(current);
  return state;
}

function eventOf({ evenIfUncertain }: Input, current: MessageState, isAbsent: boolean): OutboxEvent {
  if (isAbsent && current === 'uncertain') return 'evidence-absent';
  return evenIfUncertain ? 'retried-despite-doubt' : 'retried';
}

function refusalOf(current: MessageState): Refusal {
  if (current !== 'uncertain') {
    return new Refusal('failed-precondition', 'message-not-retryable', { state: current });
  }
  return new Refusal('failed-precondition', 'may-arrive-twice', {
    field: 'evenIfUncertain',
    allowed: 'true, if it may arrive twice',
  });
}
