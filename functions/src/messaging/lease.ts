import type { GateAnswer } from '@leadpulse/model';
import {
  accessSchema,
  contactSchema,
  orgSchema,
  orgSettingsSchema,
  planTransition,
  sendGate,
  voiceAddressOf,
} from '@leadpulse/model';
import { hoursOfPhone } from '@leadpulse/model/callingHours';
import type { DocumentReference, DocumentSnapshot, Transaction } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { config } from '../platform/config.js';
import { hasChanged, runTimedTransaction } from '../platform/firestore.js';
import { contactRef, messageRef, orgRef } from '../platform/refs.js';
import type { ReadyAccount } from './accounts.js';
import { isOutdated } from './accounts.js';
import { afterBlock, afterLease } from './contactEffect.js';
import type { OutMessage, SeenMessage } from './outMessage.js';
import { inTurn } from './pace.js';

/** What the gate and the adapters need of the two documents, whatever else they hold. */
export const sendingOrgSchema = z.object({
  name: orgSchema.shape.name,
  postalAddress: orgSchema.shape.postalAddress,
  timeZone: orgSchema.shape.timeZone,
  access: accessSchema.pick({ status: true, planId: true, trialEndsAt: true, graceEndsAt: true }).strip(),
  monthlyUse: orgSchema.shape.monthlyUse,
  settings: z.object({ quietHours: orgSettingsSchema.shape.quietHours }),
  deletion: orgSchema.shape.deletion,
});
export type SendingOrg = z.infer<typeof sendingOrgSchema>;

const contactShape = contactSchema.shape;
const sendingContactSchema = z.object({
  optOut: contactShape.optOut,
  optOutQuestion: contactShape.optOutQuestion,
  phones: contactShape.phones,
  emails: contactShape.emails,
  timeZone: contactShape.timeZone,
  lastMessage: contactShape.lastMessage,
  lastInboundAt: contactShape.lastInboundAt,
  voiceRelays: contactShape.voiceRelays,
});
export type SendingContact = z.infer<typeof sendingContactSchema>;

/** Only these fields travel: a contact's search words are most of it. */
const FIELDS = [...Object.keys(sendingOrgSchema.shape), ...Object.keys(sendingContactSchema.shape)];

export interface Lease {
  id: string;
  seen: SeenMessage;
  org: SendingOrg;
  voiceAddress: string | null; // of Google Voice: where an answer goes
  attempts: number;
  untilMs: number;
  /** The message's version as the lease left it; null: settle by reading. */
  version: Timestamp | null;
}

export type Taken =
  | { kind: 'leased'; lease: Lease }
  | { kind: 'put-off'; sendAtMs: number; version: Timestamp | null }
  | { kind: 'blocked' }
  | { kind: 'outdated' } // nothing is written: the account has to be read anew
  | { kind: 'changed'; lease: Lease | null }; // somebody undid, sent or moved it since we saw it; perhaps this lease of ours

interface Asked {
  seen: SeenMessage;
  ready: ReadyAccount | null;
  /** Send later: the gate is asked ahead, for that time, and no lease is taken. */
  aheadMs: number | null;
}

/**
 * Asks the gate and takes the lease in one transaction: two reads, one write. The message is not read; the write is
 * conditional on the version that the event, task or query saw.
 */
export async function takeLease(asked: Asked): Promise<Taken> {
  const { path } = asked.seen;
  const refs = [contactRef(path.orgId, path.contactId), orgRef(path.orgId)] as const;
  const leaseId = randomUUID();
  let tried: Taken | null = null;
  try {
    const { result, firstWriteAt } = await runTimedTransaction(async (tx) => {
      const [contact, org] = await tx.getAll(...refs, { fieldMask: FIELDS });
      if (!org?.exists) return { kind: 'changed', lease: null } satisfies Taken; // purged, and the message with it
      if (asked.ready && isOutdated(asked.ready, org)) return { kind: 'outdated' } satisfies Taken;
      tried = decide(tx, { ...asked, leaseId }, contact, org);
      return tried;
    });
    if (result.kind === 'leased')
      return { kind: 'leased', lease: { ...result.lease, version: firstWriteAt } };
    return result.kind === 'put-off' ? { ...result, version: firstWriteAt } : result;
  } catch (error) {
    if (!hasChanged(error)) throw error;
    return { kind: 'changed', lease: leaseOf(tried) };
  }
}

/** A commit whose answer was lost is tried once more and then meets itself: what it wrote may be our lease. */
function leaseOf(tried: Taken | null): Lease | null {
  return tried?.kind === 'leased' ? tried.lease : null;
}

/** The lease, if it is ours that stands in the message. */
export function standingLease(lease: Lease | null, message: DocumentSnapshot): Lease | null {
  if (!lease || !message.updateTime || message.get('leaseId') !== lease.id) return null;
  const until: unknown = message.get('leaseUntil');
  if (message.get('state') !== 'sending' || !(until instanceof Timestamp)) return null;
  return { ...lease, untilMs: until.toMillis(), version: message.updateTime };
}

/**
 * Notes that the provider is about to be called, where nothing could tell afterwards whether it was (006); null: the lease is
 * somebody else's by now.
 */
export async function noteCall(lease: Lease): Promise<Lease | null> {
  const ref = messageRef(lease.seen.path);
  const standing = lease.version ? lease : standingLease(lease, await ref.get());
  const seen = standing?.version;
  const version = seen ? await updateIfUnchanged(ref, seen, { hasCallBegun: true }) : null;
  return version && { ...lease, version };
}

function decide(
  tx: Transaction,
  asked: Asked & { leaseId: string },
  contactSnapshot: DocumentSnapshot | undefined,
  orgSnapshot: DocumentSnapshot | undefined,
): Taken {
  const { seen, ready, aheadMs } = asked;
  const nowMs = Date.now();
  const org = sendingOrgSchema.parse(orgSnapshot?.data());
  const contact = contactSnapshot?.exists ? sendingContactSchema.parse(contactSnapshot.data()) : null;
  const answer = answerOf(asked, { contact, org, ready, nowMs });
  const plan = planWrites(seen, contact, { answer, aheadMs, nowMs });
  const decision = {
    allowed: answer.outcome !== 'block',
    reasons: answer.reasons,
    at: Timestamp.fromMillis(nowMs),
  };
  const leaseId = plan.kind === 'leased' ? { leaseId: asked.leaseId } : {};
  const fields = { ...plan.message, ...leaseId, decision };
  tx.update(messageRef(seen.path), fields, { lastUpdateTime: seen.version });
  if (plan.contact) tx.update(contactRef(seen.path.orgId, seen.path.contactId), plan.contact);
  switch (plan.kind) {
    case 'blocked':
      return { kind: 'blocked' };
    case 'put-off':
      return { kind: 'put-off', sendAtMs: plan.atMs, version: null };
    case 'leased': {
      const attempts = seen.message.attempts + 1;
      const voiceAddress = voiceAddressFor(seen.message, contact);
      return {
        kind: 'leased',
        lease: { id: asked.leaseId, seen, org, voiceAddress, attempts, untilMs: plan.atMs, version: null },
      };
    }
  }
}

interface Writes {
  kind: Exclude<Taken['kind'], 'changed' | 'outdated'>;
  atMs: number; // when the lease ends, or when it is to be sent
  message: Record<string, unknown>;
  contact: Record<string, unknown> | null;
}

function planWrites(
  { path, message }: SeenMessage,
  contact: SendingContact | null,
  { answer, aheadMs, nowMs }: { answer: GateAnswer; aheadMs: number | null; nowMs: number },
): Writes {
  const { messageId } = path;
  if (answer.outcome === 'block') {
    const fields = { state: planTransition(message.state, 'gate-blocked'), leaseUntil: null };
    const effect = contact && afterBlock(contact, messageId, message.channel);
    return { kind: 'blocked', atMs: nowMs, message: fields, contact: effect };
  }
  const sendAtMs = answer.outcome === 'later' ? answer.atMs : aheadMs;
  if (sendAtMs !== null) {
    const state = planTransition(message.state, answer.outcome === 'later' ? 'gate-later' : 'gate-allowed');
    const fields = { state, sendAt: Timestamp.fromMillis(sendAtMs), leaseUntil: null };
    return { kind: 'put-off', atMs: sendAtMs, message: fields, contact: null };
  }
  const untilMs = nowMs + config().leaseMs;
  const fields = {
    state: planTransition(message.state, 'leased'),
    attempts: message.attempts + 1,
    leaseUntil: Timestamp.fromMillis(untilMs),
    ...(message.channel === 'email' && { hasCallBegun: false }),
  };
  const effect = contact && afterLease(contact, messageId, message);
  return { kind: 'leased', atMs: untilMs, message: fields, contact: effect };
}

function voiceAddressFor({ accountId, to }: OutMessage, contact: SendingContact | null): string | null {
  return voiceAddressOf(contact?.voiceRelays, { accountId, number: to });
}

interface Circumstances {
  contact: SendingContact | null;
  org: SendingOrg;
  ready: ReadyAccount | null;
  nowMs: number;
}

/** The gate's answer for now, which may wait for its turn, or for a time ahead. */
function answerOf({ seen: { message }, aheadMs }: Asked, now: Circumstances): GateAnswer {
  if (aheadMs !== null) return askGate(message, { ...now, nowMs: aheadMs });
  return inTurn(askGate(message, now), { message, ...now });
}

function askGate(message: OutMessage, { contact, org, ready, nowMs }: Circumstances): GateAnswer {
  return sendGate({
    message,
    contact: contact && { ...contact, lastInboundAtMs: contact.lastInboundAt?.toMillis() ?? null },
    org: { ...org, isClosed: Boolean(org.deletion) },
    account: ready && ready.account,
    suppressed: false, // `optOut` carries it: set with the suppression, and looked up whenever an address is saved
    voiceAddress: voiceAddressFor(message, contact),
    recipient: message.channel === 'sms' ? hoursOfPhone(message.to) : null,
    nowMs,
  });
}

/** The version that a conditional write of ours left behind, or null if somebody else was first. */
export async function updateIfUnchanged(
  ref: DocumentReference,
  version: Timestamp,
  fields: Record<string, unknown>,
): Promise<Timestamp | null> {
  try {
    return (await ref.update(fields, { lastUpdateTime: version })).writeTime;
  } catch (error) {
    if (hasChanged(error)) return null;
    throw error;
  }
}
