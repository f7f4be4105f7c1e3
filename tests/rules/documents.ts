import type { Billing, TelemetryBatch } from '@leadpulse/model';
import { accessOf, batchKey, dayOf, DEFAULT_SETTINGS, emptyBilling } from '@leadpulse/model';
import type { DocumentData } from 'firebase/firestore';
import { serverTimestamp, Timestamp } from 'firebase/firestore';
import { createHash } from 'node:crypto';

/** When everything in the seeded world happened. */
export const SOME_DAY = Timestamp.fromMillis(Date.UTC(2025, 5, 2, 15));

/** What has not come yet: the end of a trial that runs. */
const FAR_OFF = Timestamp.fromMillis(Date.UTC(2100, 0, 1));

/** An id of the form that the SDK makes: twenty letters and digits. */
export function autoId(word: string): string {
  return word.padEnd(20, '0');
}

export const NEW_ID = autoId('new');
export const LEAD_PHONE = '+15005550100';
export const LEAD_EMAIL = 'lead@example.test';
export const TEXT_ACCOUNT = { accountId: 'texts', channel: 'sms', address: '+15005550001' } as const;
export const MAIL_ACCOUNT = { accountId: 'mails', channel: 'email', address: 'hello@practice.test' } as const;

export function userDocument(uid: string, orgs: DocumentData): DocumentData {
  return {
    displayName: uid,
    email: `${uid}@example.test`,
    preferences: { productEmails: true, promotionalEmails: false, telemetry: true, cookies: 'all' },
    acceptedPolicy: { version: '1', at: SOME_DAY },
    orgs,
  };
}

export function orgDocument(name: string, access: DocumentData = {}): DocumentData {
  return {
    name,
    timeZone: 'America/New_York',
    postalAddress: '1 Main Street, Springfield',
    defaultCountry: 'US',
    settings: DEFAULT_SETTINGS,
    access: {
      status: 'trialing',
      planId: null,
      trialEndsAt: FAR_OFF,
      currentPeriodEnd: null,
      cancelAtPeriodEnd: false,
      ...access,
    },
    createdAt: SOME_DAY,
  };
}

/** The billing page of somebody who began to buy. */
export function billingDocument(): Billing {
  const trial = accessOf([], FAR_OFF.toMillis(), SOME_DAY.toMillis());
  return { ...emptyBilling(trial), customerId: 'cus_1', syncedAt: SOME_DAY, nextActionAt: SOME_DAY };
}

export function accountDocument(
  account: { channel: string; address: string },
  state = 'active',
): DocumentData {
  return {
    kind: 'sandbox',
    channel: account.channel,
    address: account.address,
    displayName: 'Practice',
    state,
    health: { lastInboundAt: null, lastOutboundAt: null, lastError: null, syncedTo: null },
    createdAt: SOME_DAY,
  };
}

/** A contact whose last message is the requested one of `threadDocuments`. */
export function contactDocument(assigneeUid: string | null): DocumentData {
  return {
    name: 'Lee Lead',
    nameKey: 'lee lead',
    company: 'Lead & Sons',
    emails: [LEAD_EMAIL],
    phones: [LEAD_PHONE],
    tags: ['warm'],
    stage: 'new',
    assigneeUid,
    source: 'manual',
    custom: { budget: '400k' },
    inbox: { status: 'open', unread: 3, snoozedUntil: null },
    optOut: { sms: false, email: false },
    optOutQuestion: { sms: { messageId: RECEIVED_ID, address: LEAD_PHONE, words: 'enough', at: SOME_DAY } },
    consentHead: { sequence: 1, hash: 'h' },
    lastMessage: lastMessageOf(REQUESTED_ID, threadDocuments()[REQUESTED_ID]!),
    lastInboundAt: SOME_DAY,
    waitingSince: null,
    search: ['lee'],
    duplicateOf: null,
    timeZone: null,
    createdAt: SOME_DAY,
    createdBy: 'agent',
  };
}

/** What a contact says about its last message. */
export function lastMessageOf(messageId: string, message: DocumentData, preview = 'Hello'): DocumentData {
  const { at, channel, direction } = message as Record<string, unknown>;
  return { messageId, at, channel, direction, preview };
}

export const RECEIVED_ID = 'in_0a1b2c';
export const REQUESTED_ID = autoId('requested');
export const SCHEDULED_ID = autoId('scheduled');
export const SENT_ID = autoId('sent');
export const CANCELED_ID = autoId('canceled');
export const CONFIRMATION_ID = 'confirm_in_0a1b2c';

/** A thread, oldest first, by message id. */
export function threadDocuments(): Record<string, DocumentData> {
  const out = { ...storedRequest(), requestedBy: 'agent' };
  return {
    [RECEIVED_ID]: { ...received(), at: minutesOn(0) },
    [SENT_ID]: { ...out, state: 'sent', at: minutesOn(1), sentAt: minutesOn(1) },
    [CANCELED_ID]: {
      ...out,
      state: 'canceled',
      at: minutesOn(2),
      canceledAt: minutesOn(2),
      canceledBy: 'agent',
    },
    [CONFIRMATION_ID]: { ...out, requestedBy: 'system', purpose: 'opt-out-confirmation', at: minutesOn(3) },
    [SCHEDULED_ID]: { ...out, state: 'scheduled', at: minutesOn(4), sendAt: minutesOn(60) },
    [REQUESTED_ID]: { ...out, at: minutesOn(5) },
  };
}

function minutesOn(minutes: number): Timestamp {
  return Timestamp.fromMillis(SOME_DAY.toMillis() + minutes * 60_000);
}

function storedRequest(): DocumentData {
  return { ...textRequest('agent'), at: SOME_DAY, requestedAt: SOME_DAY };
}

function received(): DocumentData {
  const { accountId, channel, address } = TEXT_ACCOUNT;
  return {
    channel,
    direction: 'in',
    accountId,
    from: LEAD_PHONE,
    to: address,
    body: 'Hi',
    state: 'received',
  };
}

/** The least that a text needs to be asked for. */
export function textRequest(uid: string | null): DocumentData {
  return request(uid, TEXT_ACCOUNT, LEAD_PHONE);
}

/** An email with everything a member may say about it. */
export function emailRequest(uid: string | null): DocumentData {
  return {
    ...request(uid, MAIL_ACCOUNT, LEAD_EMAIL),
    subject: 'The house',
    references: ['<a@example.test>', '<b@example.test>'],
    undoSeconds: 10,
    sendAt: null,
  };
}

function request(
  uid: string | null,
  account: typeof TEXT_ACCOUNT | typeof MAIL_ACCOUNT,
  to: string,
): DocumentData {
  return {
    channel: account.channel,
    direction: 'out',
    accountId: account.accountId,
    from: account.address,
    to,
    body: 'Hello',
    state: 'requested',
    at: serverTimestamp(),
    requestedBy: uid,
    requestedAt: serverTimestamp(),
  };
}

export function noteDocument(uid: string | null): DocumentData {
  return { body: 'Likes gardens', authorUid: uid, at: serverTimestamp(), mentions: ['agent'] };
}

/** What a browser counted today, as the rules want it. */
export function batchDocument(): TelemetryBatch & DocumentData {
  const counts = { 'inbox.open': 1, 'message.sendText': 12 };
  return { day: dayOf(Date.now()), slot: 7, browser: 'firefox', counts, at: serverTimestamp() };
}

/** The one id that a batch of this person may have. */
export function batchIdOf(
  uid: string | null,
  org: string,
  batch: Pick<TelemetryBatch, 'day' | 'slot'> = batchDocument(),
): string {
  return createHash('sha256')
    .update(batchKey(uid ?? 'nobody', org, batch))
    .digest('hex');
}
