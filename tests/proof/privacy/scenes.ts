import {
  createOrgContract,
  inviteMemberContract,
  nameKeyOf,
  saveContactContract,
  setMemberRoleContract,
} from '@leadpulse/model';
import { POLICY_VERSION } from '@leadpulse/policy';
import { doc, serverTimestamp, setDoc, updateDoc } from 'firebase/firestore';
import { FieldValue, Timestamp } from 'firebase-admin/firestore';
import type { DocumentReference } from 'firebase-admin/firestore';
import { randomInt } from 'node:crypto';
import type { SignedInClient } from '../../../local/worldClient.js';
import { adminDb, postSandboxEvent } from '../../../local/worldClient.js';
import { seedMember } from '../../functions/team.js';
import type { Person, Tenant } from '../../functions/tenant.js';
import { freshId, seedContact, seedPerson, seedTenant, signIn } from '../../functions/tenant.js';

/** Somebody about whom the product knows all it can, and the words by which they are found. */
export interface PersonScene {
  person: Person;
  client: SignedInClient;
  team: Tenant; // others are in it, an owner among them
  colleague: Person;
  ownOrgId: string; // nobody else is in it
  words: string[];
}

const NAME = 'Zelda Quixotic';

/** A member who used everything: invited, wrote, took back, noted, was mentioned and assigned, and has a company alone. */
export async function personScene(): Promise<PersonScene> {
  const team = await seedTenant();
  const colleague = await seedMember(team, 'owner');
  const person = await seedPerson();
  const mark = freshId('zq');
  const name = `${NAME} ${mark}`;
  const client = await signIn(person);
  const { orgId: ownOrgId } = await client.call(createOrgContract, {
    orgName: `${mark} Studio`,
    displayName: name,
    timeZone: 'America/New_York',
    defaultCountry: 'US',
    acceptedPolicyVersion: POLICY_VERSION,
    promotionalEmails: true,
  });
  await takeSeat(team, person, name);
  await workInTeam(team, client, colleague);
  await leaveMarks(team, person, colleague);
  return { person, client, team, colleague, ownOrgId, words: [person.uid, person.email, mark, ownOrgId] };
}

async function takeSeat(team: Tenant, { uid, email }: Person, displayName: string): Promise<void> {
  const seat = { role: 'admin', sees: 'everything' };
  const batch = adminDb().batch();
  const joined = { ...seat, displayName, email, joinedAt: Timestamp.now() };
  batch.set(team.org.collection('members').doc(uid), joined);
  batch.update(adminDb().doc(`users/${uid}`), {
    [`orgs.${team.orgId}`]: { ...seat, name: 'Harbor Realty', timeZone: 'America/New_York' },
  });
  await batch.commit();
}

/** What the person does by the product's own doors. */
async function workInTeam(team: Tenant, client: SignedInClient, colleague: Person): Promise<void> {
  const { orgId } = team;
  const { uid } = client;
  const other = await seedMember(team, 'agent');
  await client.call(inviteMemberContract, {
    orgId,
    email: `${freshId('i')}@people.example`,
    role: 'agent',
    sees: 'everything',
  });
  const seat = { orgId, memberUid: other.uid, role: 'viewer', sees: 'assigned' } as const;
  await client.call(setMemberRoleContract, seat);
  const phone = `+1202555${randomInt(1000, 10_000)}`;
  const lead = { name: 'Some Lead', company: '', emails: [], tags: [], stage: 'new' as const };
  const { contactId } = await client.call(saveContactContract, {
    orgId,
    contactId: null,
    requestId: freshId('r'),
    fields: { ...lead, phones: [phone], assigneeUid: uid },
  });
  const contact = `orgs/${orgId}/contacts/${contactId}`;
  const message = doc(client.db, `${contact}/messages/${freshId('m')}`);
  await setDoc(message, {
    ...{ channel: 'sms', direction: 'out', accountId: team.sms.id, from: team.sms.address, to: phone },
    ...{ body: 'Does Tuesday suit you?', state: 'requested', requestedBy: uid, undoSeconds: 60 },
    ...{ at: serverTimestamp(), requestedAt: serverTimestamp(), sendAt: null },
  });
  await updateDoc(message, { state: 'canceled', canceledAt: serverTimestamp(), canceledBy: uid });
  const note = { body: 'Rang twice.', authorUid: uid, at: serverTimestamp(), mentions: [] };
  await setDoc(doc(client.db, `${contact}/notes/${freshId('n')}`), note);
  await adminDb()
    .doc(`${contact}/notes/${freshId('n')}`)
    .set({
      body: 'See this?',
      authorUid: colleague.uid,
      at: Timestamp.now(),
      mentions: [uid, colleague.uid],
    });
}

/** What only time, money or a colleague brings about. */
async function leaveMarks(team: Tenant, { uid, email }: Person, colleague: Person): Promise<void> {
  const notice = { claimedAt: Timestamp.now(), tries: 1, told: [uid, colleague.uid], isDone: true };
  const invite = {
    ...{ email, role: 'admin', sees: 'everything', state: 'accepted', tokenHash: '0'.repeat(64) },
    ...{ invitedBy: colleague.uid, createdAt: Timestamp.now(), expiresAt: Timestamp.now(), mail: 'sent' },
    acceptedBy: uid,
  };
  const batch = adminDb().batch();
  batch.set(team.org.collection('useNotices').doc('2026-11_nearly_1000'), notice);
  batch.set(team.org.collection('invites').doc(freshId('i')), invite);
  batch.set(adminDb().doc(`orgs/oElsewhere${freshId('')}/invites/${freshId('i')}`), {
    ...invite,
    state: 'open',
    acceptedBy: null,
  });
  batch.set(adminDb().doc(`mailings/${freshId('n')}/recipients/${uid}`), {
    uid,
    state: 'sent',
    at: Timestamp.now(),
  });
  await batch.commit();
}

/** A lead about whom everything is known, and the words by which they are found. */
export interface ContactScene {
  team: Tenant;
  admin: Person;
  contact: DocumentReference;
  words: string[];
  phone: string;
  documents: number; // the contact's own, itself and its addresses included
}

/** A lead who wrote, was answered, has notes, an opt-out and a duplicate by name. */
export async function contactScene(messages = 12): Promise<ContactScene> {
  const team = await seedTenant();
  const admin = await seedMember(team, 'admin');
  const mark = freshId('lead');
  const phone = `+1415${randomInt(2_000_000, 9_999_999)}`;
  const email = `${mark}@leads.example`;
  const fields = { name: `Ludwig ${mark}`, phones: [phone], emails: [email] };
  const contact = await seedContact(team, { ...fields, company: `${mark} Ltd`, nameKey: nameKeyOf(fields) });
  const at = Timestamp.now();
  const batch = adminDb().batch();
  for (let n = 0; n < messages; n += 1) {
    batch.set(contact.collection('messages').doc(freshId('m')), {
      ...{ channel: 'email', direction: 'in', accountId: team.email.id, from: email, to: team.email.address },
      ...{ subject: 'Hello', body: `I am ${mark}, number ${n}.`, state: 'received', at },
    });
  }
  const note = { body: `Met ${mark} at the pier`, authorUid: admin.uid, at, mentions: [] };
  batch.set(contact.collection('notes').doc(freshId('n')), note);
  batch.update(contact, { custom: { spouse: mark }, tags: [mark] });
  const other = await seedContact(team, { name: 'Their double', duplicateOf: contact.id });
  await batch.commit();
  await other.update({ tags: FieldValue.arrayUnion('double') });
  await postSandboxEvent({
    ...{ type: 'message.received', id: freshId('in'), channel: 'sms', from: phone, to: team.sms.address },
    ...{ body: 'STOP', receivedAt: new Date().toISOString() },
  });
  return { team, admin, contact, phone, words: [mark, phone, email], documents: messages + 4 };
}
