import type { InboundPlan, OptOutReading } from '@leadpulse/model';
import {
  contactSchema,
  heedMailbox,
  isPurgeDue,
  LIMITS,
  nameKeyOf,
  orgSchema,
  placedAtMs,
  planInbound,
  planTransition,
  searchTokens,
  messageStateSchema,
  withVoiceAddress,
} from '@leadpulse/model';
import type { DocumentSnapshot, Transaction } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { z } from 'zod';
import type { Said } from '../consent/index.js';
import { readHolders, writeLedger } from '../consent/index.js';
import { suppressionRef } from '../contacts/index.js';
import { faultPoint } from '../platform/faultPoint.js';
import { db } from '../platform/firestore.js';
import type { MessagePath } from '../platform/refs.js';
import { messageRef, orgRef } from '../platform/refs.js';
import { noteHealth } from './accounts.js';
import { writeAnswer } from './automaticAnswer.js';
import { countedSchema, handedOver } from './handedOver.js';
import type { Inbound } from './inbound.js';
import { inboundMessageId } from './inbound.js';
import { mailMessageId } from './messageId.js';
import { readConsent, saidBy } from './readConsent.js';
import type { Route } from './route.js';
import { findRoute } from './route.js';

/** Takes one message in, whichever provider brought it: contact found or made, opt-out words first, in one transaction. */
export async function receive(inbound: Inbound): Promise<Received | 'own-address'> {
  if (inbound.from === inbound.account.account.address) return 'own-address'; // our own mail, sent round in a circle
  await faultPoint('inbound-before-write', inboundMessageId(inbound));
  const outcome = await db().runTransaction((tx) => receiveOnce(tx, inbound));
  if (outcome === 'gone') return outcome;
  await faultPoint('inbound-after-write', inboundMessageId(inbound));
  await noteHealth(inbound.account, 'lastInboundAt', Date.now());
  return outcome;
}

type Received = 'received' | 'duplicate' | 'newsletter' | 'gone';

async function receiveOnce(tx: Transaction, told: Inbound): Promise<Received> {
  const { orgId } = told.account;
  const route = await findRoute(tx, told);
  if (isFromStrangerToAll(told, route)) return 'newsletter';
  const inbound = inItsPlace(told, route);
  const messageId = inboundMessageId(inbound);
  const path: MessagePath = { orgId, contactId: route.contact.id, messageId };
  const [message, org] = await tx.getAll(messageRef(path), orgRef(orgId));
  if (message?.exists) return 'duplicate';
  if (!org || isPurged(org)) return 'gone';

  const reading = readConsent(inbound);
  const plan = await planFor(tx, route, { inbound, messageId, reading });
  const writeSaid = await readyLedger(
    tx,
    route,
    saidBy(inbound, { kind: plan.consent, evidence: messageId, reading }),
  );

  tx.create(messageRef(path), messageFields(inbound, reading));
  writeContact(tx, route, inbound, plan);
  writeSaid();
  if (plan.answer && mayBeAnswered(inbound)) {
    writeAnswer(tx, path, inbound, { purpose: plan.answer, orgName: z.string().parse(org.get('name')) });
  }
  if (route.answered) settleAnswered(tx, route.answered);
  return 'received';
}

/** From its purge on nothing comes in, also by an account that another process still remembers. */
function isPurged(org: DocumentSnapshot): boolean {
  const deletion = orgSchema.shape.deletion.parse(org.get('deletion'));
  return !org.exists || isPurgeDue(deletion?.purgeAt.toMillis() ?? null, Date.now());
}

/** Reads whom it concerns before the first write; what comes back writes it. */
async function readyLedger(tx: Transaction, { contact }: Route, said: Said | null): Promise<() => void> {
  if (said === null) return () => undefined;
  const holders = await readHolders(tx, contact, said);
  return () => writeLedger(tx, holders, said);
}

function inItsPlace(told: Inbound, { contact }: Route): Inbound {
  const last = contactSchema.shape.lastInboundAt.parse(contact.get('lastInboundAt') ?? null);
  return { ...told, receivedAtMs: placedAtMs(told.receivedAtMs, last?.toMillis() ?? null) };
}

/** Who sends a newsletter is no lead, unless they are a contact already. */
function isFromStrangerToAll({ through }: Inbound, { contact }: Route): boolean {
  return through === 'bulk' && !contact.exists;
}

/** No machine of ours answers a machine, all who read a list, or what the provider has answered. */
function mayBeAnswered({ isAutomatic, through, isAnswered = false }: Inbound): boolean {
  return !isAutomatic && through === undefined && !isAnswered;
}

const beforeSchema = z.object({
  lastMessage: contactSchema.shape.lastMessage,
  lastInboundAt: contactSchema.shape.lastInboundAt,
  waitingSince: contactSchema.shape.waitingSince,
  optOut: contactSchema.shape.optOut,
  optOutQuestion: contactSchema.shape.optOutQuestion,
  inbox: z.object({ unread: contactSchema.shape.inbox.shape.unread }),
});

async function planFor(
  tx: Transaction,
  { contact }: Route,
  { inbound, messageId, reading }: { inbound: Inbound; messageId: string; reading: OptOutReading },
): Promise<InboundPlan> {
  const before = contact.exists ? beforeSchema.parse(contact.data()) : await strangerFields(tx, inbound);
  const { channel } = inbound;
  const body = shownBody(inbound);
  const receivedAt = Timestamp.fromMillis(inbound.receivedAtMs);
  const { marks } = inbound;
  const asNews = planInbound(before, { messageId, channel, body, receivedAt, nowMs: Date.now() }, reading);
  const plan = marks ? heedMailbox(asNews, before, receivedAt, marks) : asNews;
  if (!inbound.isAutomatic) return plan;
  return { ...plan, contact: { ...plan.contact, waitingSince: before.waitingSince } };
}

/** A picture without a word shows in the inbox too. */
function shownBody({ body, attachments = [] }: Inbound): string {
  const [first] = attachments;
  return body.trim() === '' && first ? `Sent ${first.name}` : body;
}

/** An opt-out outlives the contact: a stranger whose address is suppressed comes in opted out. */
async function strangerFields(tx: Transaction, { account, channel, from }: Inbound) {
  const isSuppressed = (await tx.get(suppressionRef(account.orgId, channel, from))).exists;
  return {
    lastMessage: null,
    lastInboundAt: null,
    waitingSince: null,
    optOut: { sms: false, email: false, [channel]: isSuppressed },
    inbox: { unread: 0 },
  };
}

function messageFields(inbound: Inbound, reading: OptOutReading): Record<string, unknown> {
  const { channel, account, from, to, subject, body, providerId, references, attachments = [] } = inbound;
  return {
    channel,
    direction: 'in',
    accountId: account.accountId,
    from,
    to,
    ...(subject !== null && { subject: subject.slice(0, LIMITS.subject) }),
    body: body.slice(0, LIMITS.emailBody),
    ...(channel === 'email' && { references: keptReferences(references) }),
    state: 'received',
    at: Timestamp.fromMillis(inbound.receivedAtMs),
    providerId,
    ...(attachments.length > 0 && { attachments: attachments.slice(0, LIMITS.attachments) }),
    ...(inbound.hasHtml === true && { hasHtml: true }),
    ...(reading.kind === 'stop' && { optOutWord: reading.word }),
  };
}

function keptReferences(references: string[]): string[] {
  return references.filter((id) => id.length <= LIMITS.referenceId).slice(-LIMITS.references);
}

function writeContact(tx: Transaction, { contact, claim }: Route, inbound: Inbound, plan: InboundPlan): void {
  const { channel, from, fromName } = inbound;
  const voice = voiceFields(contact, inbound);
  if (claim) tx.set(claim, { contactId: contact.id, channel });
  if (contact.exists) return void tx.update(contact.ref, { ...plan.contact, ...voice });
  const identity = {
    name: fromName,
    company: '',
    emails: channel === 'email' ? [from] : [],
    phones: channel === 'sms' ? [from] : [],
  };
  tx.set(contact.ref, {
    ...identity,
    nameKey: nameKeyOf(identity),
    search: searchTokens(identity),
    ...plan.contact,
    ...voice,
    tags: [],
    stage: 'new',
    assigneeUid: null,
    source: 'inbound',
    custom: {},
    duplicateOf: null,
    timeZone: null,
    createdAt: Timestamp.now(),
    createdBy: 'inbound',
  });
}

/** Where an answer by Google Voice goes, kept with who wrote. */
function voiceFields(
  contact: Route['contact'],
  { account, from, voiceAddress: address }: Inbound,
): Record<string, unknown> {
  if (address === undefined) return {};
  const known = contactSchema.shape.voiceRelays.parse(contact.get('voiceRelays'));
  return { voiceRelays: withVoiceAddress(known, { accountId: account.accountId, number: from, address }) };
}

/** Who answers a mail has got it: that settles what a crash left open. */
function settleAnswered(tx: Transaction, { path, snapshot }: NonNullable<Route['answered']>): void {
  const current = messageStateSchema.parse(snapshot.get('state'));
  const state = planTransition(current, 'evidence-accepted');
  if (state === null || current === 'canceled') return;
  const sent = handedOver(path, countedSchema.parse(snapshot.data()), mailMessageId(path));
  tx.update(snapshot.ref, { ...sent, state });
}
