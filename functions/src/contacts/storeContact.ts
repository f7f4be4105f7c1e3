import type { Contact, ContactIdentity, Handle, Member, saveContactContract } from '@leadpulse/model';
import {
  accessSchema,
  allowancesOf,
  contactSchema,
  effectiveSees,
  handleDiff,
  handlesOf,
  orgSchema,
  planContact,
  Refusal,
} from '@leadpulse/model';
import type { DocumentReference, DocumentSnapshot, Transaction } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Caller } from '../platform/callable.js';
import { db } from '../platform/firestore.js';
import { contactRef, memberRef, orgRef } from '../platform/refs.js';
import { requireSeat } from '../platform/seats.js';
import { handleRef, suppressionRef } from './addresses.js';
import type { Held } from './openQuestions.js';
import { readOpenQuestions } from './openQuestions.js';
import type { Release } from './release.js';
import { holderOf, readReleases, writeReleases } from './release.js';

type Input = z.output<typeof saveContactContract.input>;
type Saved = z.output<typeof saveContactContract.output>;

/** The contact, its addresses in the index and its opt-outs in one transaction; the same request twice is one contact. */
export async function storeContact(input: Input, caller: Caller): Promise<Saved> {
  const contactId = input.contactId ?? newContactId(caller.uid, input.requestId);
  return db().runTransaction(async (tx) => {
    const seat = await requireSeat(tx, input.orgId, caller.uid, 'contact.write');
    const [org, contact] = await tx.getAll(orgRef(input.orgId), contactRef(input.orgId, contactId));
    if (!org || !contact) throw new Error('getAll answered too little');
    const before = readBefore(contact, input, { seat, uid: caller.uid });
    if (before && input.contactId === null) return { contactId, duplicateOf: before.duplicateOf };
    if (!before) insistOnPlace(org);
    const fields = { ...input.fields, assigneeUid: assigneeOf(input, seat, { before, uid: caller.uid }) };
    await requireAssignee(tx, input.orgId, fields.assigneeUid, before);
    const identity = planContact(
      before,
      fields,
      orgSchema.shape.defaultCountry.parse(org.get('defaultCountry')),
    );
    const plan = await readAddresses(tx, input.orgId, contact.ref, { before, identity });
    const questions = await readOpenQuestions(tx, plan.heldElsewhere, {
      orgId: input.orgId,
      known: before?.optOutQuestion,
      maySee: ({ assigneeUid }) => effectiveSees(seat) === 'everything' || assigneeUid === caller.uid,
    });
    writeIdentity(tx, contact, identity, { plan, questions, uid: caller.uid });
    return { contactId, duplicateOf: plan.duplicateOf };
  });
}

/** A new contact by hand needs a place in the plan, by the last count; what comes in by itself always has one. */
function insistOnPlace(org: DocumentSnapshot): void {
  if (orgSchema.shape.monthlyUse.parse(org.get('monthlyUse'))?.contacts !== 'full') return;
  const { contacts } = allowancesOf(accessSchema.shape.planId.parse(org.get('access.planId')));
  throw new Refusal('resource-exhausted', 'allowance-used-up', {
    field: 'contactId',
    allowed: `${contacts.toLocaleString('en-US')} contacts`,
  });
}

function newContactId(uid: string, requestId: string): string {
  return `c${createHash('sha256')
    .update(uid + requestId)
    .digest('hex')
    .slice(0, 20)}`;
}

const beforeSchema = z.object({
  emails: contactSchema.shape.emails,
  phones: contactSchema.shape.phones,
  assigneeUid: contactSchema.shape.assigneeUid,
  optOut: contactSchema.shape.optOut,
  optOutQuestion: contactSchema.shape.optOutQuestion,
  duplicateOf: contactSchema.shape.duplicateOf,
});
type Before = z.output<typeof beforeSchema>;

function readBefore(
  contact: DocumentSnapshot,
  input: Input,
  { seat, uid }: { seat: Member; uid: string },
): Before | null {
  if (!contact.exists) {
    if (input.contactId === null) return null;
    throw new Refusal('not-found', 'contact-not-found', { field: 'contactId' });
  }
  const before = beforeSchema.parse(contact.data());
  if (effectiveSees(seat) === 'assigned' && before.assigneeUid !== uid && input.contactId !== null) {
    throw new Refusal('permission-denied', 'contact-not-visible');
  }
  return before;
}

/** Who sees only their own leads keeps the lead they make: unassigned they would lose it at once. */
function assigneeOf(
  { fields }: Input,
  seat: Member,
  { before, uid }: { before: Before | null; uid: string },
): string | null {
  const isLost = before === null && fields.assigneeUid === null && effectiveSees(seat) === 'assigned';
  return isLost ? uid : fields.assigneeUid;
}

async function requireAssignee(
  tx: Transaction,
  orgId: string,
  assigneeUid: string | null,
  before: Before | null,
): Promise<void> {
  if (assigneeUid === null || assigneeUid === before?.assigneeUid) return;
  if (!(await tx.get(memberRef(orgId, assigneeUid))).exists) {
    throw new Refusal('invalid-argument', 'assignee-not-a-member', {
      field: 'fields.assigneeUid',
      allowed: 'a member of this organization, or nobody',
    });
  }
}

interface AddressPlan {
  claim: { ref: DocumentReference; handle: Handle }[];
  release: Release[];
  heldElsewhere: Held[];
  duplicateOf: string | null;
  optOut: Contact['optOut'];
}

/** Who holds the addresses now, who takes over those given up, and which of them are suppressed. */
async function readAddresses(
  tx: Transaction,
  orgId: string,
  contact: DocumentReference,
  { before, identity }: { before: Before | null; identity: ContactIdentity },
): Promise<AddressPlan> {
  const wanted = handlesOf(identity);
  const handleRefs = wanted.map((handle) => handleRef(orgId, handle));
  const suppressions = wanted.map(({ channel, address }) => suppressionRef(orgId, channel, address));
  const found = wanted.length === 0 ? [] : await tx.getAll(...handleRefs, ...suppressions);
  const holders = found.slice(0, wanted.length).map((snapshot) => holderOf(snapshot));
  const isSuppressed = (channel: Handle['channel']): boolean =>
    wanted.some((handle, i) => handle.channel === channel && found[wanted.length + i]?.exists === true);
  const claim = wanted.flatMap((handle, i) => {
    const ref = handleRefs[i];
    return holders[i] === null && ref ? [{ ref, handle }] : [];
  });
  const released = handleDiff(before, identity).release;
  const release = await readReleases(tx, contact, released);
  const heldElsewhere = wanted.flatMap((handle, i) => {
    const holder = holders[i] ?? null;
    return holder === null || holder === contact.id ? [] : [{ handle, holder }];
  });
  return {
    claim,
    release,
    heldElsewhere,
    duplicateOf: heldElsewhere[0]?.holder ?? null,
    optOut: {
      sms: before?.optOut.sms === true || isSuppressed('sms'), // an edit takes no opt-out back
      email: before?.optOut.email === true || isSuppressed('email'),
    },
  };
}

function writeIdentity(
  tx: Transaction,
  contact: DocumentSnapshot,
  identity: ContactIdentity,
  {
    plan,
    questions,
    uid,
  }: { plan: AddressPlan; questions: NonNullable<Contact['optOutQuestion']>; uid: string },
): void {
  const { duplicateOf, optOut } = plan;
  const optOutQuestion = Object.keys(questions).length > 0 ? { optOutQuestion: questions } : {};
  for (const { ref, handle } of plan.claim) tx.set(ref, { contactId: contact.id, channel: handle.channel });
  writeReleases(tx, plan.release);
  if (contact.exists) {
    tx.update(contact.ref, { ...identity, duplicateOf, optOut, ...optOutQuestion });
    return;
  }
  tx.create(contact.ref, {
    ...identity,
    duplicateOf,
    optOut,
    ...optOutQuestion,
    source: 'manual',
    custom: {},
    inbox: { status: 'open', unread: 0, snoozedUntil: null },
    lastMessage: null,
    lastInboundAt: null,
    waitingSince: null,
    timeZone: null,
    createdAt: Timestamp.now(),
    createdBy: uid,
  });
}
