import type { Channel } from '@leadpulse/model';
import {
  acceptInviteContract,
  connectAccountContract,
  deleteOrgContract,
  inviteMemberContract,
  previewOf,
  revokeInviteContract,
  saveContactContract,
  startCheckoutContract,
  verifyAuditLogContract,
} from '@leadpulse/model';
import {
  addDoc,
  arrayUnion,
  collection,
  doc,
  serverTimestamp,
  updateDoc,
  writeBatch,
} from 'firebase/firestore';
import { randomUUID } from 'node:crypto';
import { HOST } from '../../../local/ports.js';
import { adminAuth, mailbox, signedInClient } from '../../../local/worldClient.js';
import { wayIn, NEWCOMER } from '../../functions/invitation.js';
import { smtpStub } from '../../functions/smtpStub.js';
import type { House } from './house.js';

export interface Lead {
  contactId: string;
  phone: string;
  email: string;
}

const CONTACTS = 6;
const MESSAGES = 4;

/** Everything that members type: contacts, notes, messages, invites, settings, and what is refused. */
export async function workInside(house: House): Promise<Lead[]> {
  const leads: Lead[] = [];
  for (let n = 0; n < CONTACTS; n += 1) leads.push(await addLead(house));
  for (const lead of leads.slice(0, MESSAGES)) {
    await note(house, lead);
    await send(house, lead, 'sms');
    await send(house, lead, 'email');
  }
  await sendLater(house, leads[4]!);
  await edit(house, leads[5]!);
  await inviteSomebody(house);
  await buy(house);
  await beRefused(house);
  await meetBadServer(house);
  await house.owner.call(verifyAuditLogContract, { orgId: house.orgId });
  return leads;
}

async function addLead({ owner, orgId, taints }: House): Promise<Lead> {
  const phone = taints.number('a contact');
  const email = taints.address('a contact');
  const { contactId } = await owner.call(saveContactContract, {
    orgId,
    contactId: null,
    requestId: randomUUID(),
    fields: {
      name: taints.name('a contact'),
      company: taints.name('a contact'),
      emails: [email],
      phones: [phone],
      tags: [taints.word('a contact')],
      stage: 'new',
      assigneeUid: null,
    },
  });
  return { contactId, phone, email };
}

/** Fields that the browser writes itself. */
async function edit({ owner, orgId, taints }: House, { contactId }: Lead): Promise<void> {
  await updateDoc(doc(owner.db, `orgs/${orgId}/contacts/${contactId}`), {
    tags: arrayUnion(taints.word('a contact')),
    custom: { [taints.word('a custom field')]: taints.words('a custom field') },
  });
}

async function note({ owner, orgId, taints }: House, { contactId }: Lead): Promise<void> {
  await addDoc(collection(owner.db, `orgs/${orgId}/contacts/${contactId}/notes`), {
    body: taints.words('a note'),
    authorUid: owner.uid,
    at: serverTimestamp(),
    mentions: [],
  });
}

/** As the composer writes it. */
export async function send(house: House, lead: Lead, channel: Channel, further: object = {}): Promise<void> {
  const { owner, orgId, taints } = house;
  const from = channel === 'sms' ? house.sms : house.mail;
  const body = taints.words(`a message by ${channel}`);
  const contact = doc(owner.db, `orgs/${orgId}/contacts/${lead.contactId}`);
  const message = doc(collection(contact, 'messages'));
  const batch = writeBatch(owner.db);
  batch.set(message, {
    channel,
    direction: 'out',
    accountId: from.accountId,
    from: from.address,
    to: channel === 'sms' ? lead.phone : lead.email,
    body,
    ...(channel === 'email' && { subject: taints.words('a subject') }),
    state: 'requested',
    at: serverTimestamp(),
    requestedBy: owner.uid,
    requestedAt: serverTimestamp(),
    undoSeconds: 0,
    ...further,
  });
  const lastMessage = { messageId: message.id, at: serverTimestamp(), channel, direction: 'out' };
  batch.update(contact, { lastMessage: { ...lastMessage, preview: previewOf(body) }, waitingSince: null });
  await batch.commit();
}

/** Waits in the queue of tasks, with its words. */
function sendLater(house: House, lead: Lead): Promise<void> {
  return send(house, lead, 'email', { sendAt: new Date(Date.now() + 3_600_000) });
}

async function inviteSomebody({ owner, orgId, taints }: House): Promise<void> {
  const [email, other] = [taints.address('an invite'), taints.address('an invite')];
  const invite = { orgId, role: 'agent', sees: 'assigned' } as const;
  await owner.call(inviteMemberContract, { ...invite, email });
  const { inviteId } = await owner.call(inviteMemberContract, { ...invite, email: other });
  await owner.call(revokeInviteContract, { orgId, inviteId });
  const { text } = await mailbox().find(({ to }) => to.some(({ address }) => address === email));
  await adminAuth().createUser({ email, password: 'harbor-lights-9', emailVerified: true });
  const guest = await signedInClient(email, 'harbor-lights-9');
  const newcomer = { ...NEWCOMER, displayName: taints.name('an invite') };
  await guest.call(acceptInviteContract, { ...wayIn(text).way, newcomer });
  await guest.close();
}

async function buy({ owner, orgId }: House): Promise<void> {
  await owner.call(startCheckoutContract, { orgId, planId: 'starter' });
}

/** What is not accepted is not kept, and must not turn up in a log for that. */
async function beRefused({ owner, orgId, taints }: House): Promise<void> {
  const where = 'something refused';
  const fields = { name: '', company: '', emails: [], phones: [], tags: [], stage: 'new', assigneeUid: null };
  const base = { orgId, contactId: null, requestId: randomUUID() };
  const tries: Promise<unknown>[] = [
    owner.call(saveContactContract, {
      ...base,
      fields: { ...fields, phones: [taints.word(where, false)] },
    } as never),
    owner.call(saveContactContract, {
      ...base,
      fields: { ...fields, emails: [taints.words(where, false)] },
    } as never),
    owner.call(saveContactContract, { ...base, [taints.word(where, false)]: 1, fields } as never),
    owner.call(deleteOrgContract, { orgId, confirmName: taints.name(where, false) }),
    updateDoc(doc(owner.db, `orgs/${orgId}`), { [taints.word(where, false)]: taints.words(where, false) }),
  ];
  for (const outcome of await Promise.allSettled(tries)) {
    if (outcome.status === 'fulfilled') throw new Error('Something was taken that should be refused.');
  }
}

/** A mail server that quotes what it was told while it says no. */
async function meetBadServer({ owner, orgId, taints }: House): Promise<void> {
  const where = 'a mailbox that says no';
  const user = taints.secret(where);
  const server = await smtpStub({ auth: `535 5.7.8 ${user} ${taints.words(where, false)}` });
  const account = {
    kind: 'smtp' as const,
    displayName: taints.name(where, false),
    address: taints.address(where, false),
    smtp: { host: HOST, port: server.port, secure: false, user, password: taints.secret(where) },
  };
  const outcome = await Promise.allSettled([owner.call(connectAccountContract, { orgId, account })]);
  server.close();
  if (outcome[0].status === 'fulfilled') throw new Error('A mailbox was connected that said no.');
}
