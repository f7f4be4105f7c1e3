import type { Account, Channel, Contact, Role, Sees } from '@leadpulse/model';
import { DEFAULT_SETTINGS, handlesOf, nameKeyOf, searchTokens } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import type { DocumentReference } from 'firebase-admin/firestore';
import { createHash, randomInt, randomUUID } from 'node:crypto';
import { seal } from '../../functions/src/platform/seal.js';
import { HOST } from '../../local/ports.js';
import type { SignedInClient } from '../../local/worldClient.js';
import { adminAuth, adminDb, signedInClient, worldPorts } from '../../local/worldClient.js';
import { LOCAL_SECRETS } from '../../local/world/environment.js';

process.env.SEALING_KEY = LOCAL_SECRETS.SEALING_KEY;
process.env.SUPPRESSION_KEY = LOCAL_SECRETS.SUPPRESSION_KEY;

const PASSWORD = 'correct horse battery';

/** An id that no other run of the tests has used. */
export function freshId(prefix: string): string {
  return `${prefix}${randomUUID().replaceAll('-', '').slice(0, 18)}`;
}

/** A number whose lead stays silent. */
export function silentNumber(): string {
  return `+1415${randomInt(20_000, 100_000)}05`;
}

export function silentAddress(): string {
  return `silent.${freshId('')}@example.com`;
}

export interface TestAccount {
  id: string;
  address: string;
  channel: Channel;
}

export interface Tenant {
  orgId: string;
  org: DocumentReference;
  sms: TestAccount;
  email: TestAccount;
  smtp: TestAccount;
}

/** An organization with a practice number, a practice mailbox and a mailbox at the mail sink. */
export async function seedTenant(fields: Record<string, unknown> = {}): Promise<Tenant> {
  const orgId = freshId('o');
  const org = adminDb().doc(`orgs/${orgId}`);
  await org.set({
    name: 'Harbor Realty',
    timeZone: 'America/New_York',
    postalAddress: '1 Pier Road, Boston, MA 02110',
    defaultCountry: 'US',
    settings: { ...DEFAULT_SETTINGS, undoSendSeconds: 0 },
    access: {
      status: 'trialing',
      planId: null,
      trialEndsAt: Timestamp.fromMillis(Date.now() + 86_400_000),
      currentPeriodEnd: null,
      cancelAtPeriodEnd: false,
    },
    createdAt: Timestamp.now(),
    ...fields,
  });
  const sms = await seedAccount(orgId, {
    channel: 'sms',
    address: `+1500${randomInt(2_000_000, 9_999_999)}`,
  });
  const email = await seedAccount(orgId, {
    channel: 'email',
    address: `${freshId('team')}@practice.leadpulse.test`,
  });
  return { orgId, org, sms, email, smtp: await seedMailbox(orgId, worldPorts().smtp) };
}

export async function seedAccount(
  orgId: string,
  fields: Pick<Account, 'channel' | 'address'> & Partial<Account>,
): Promise<TestAccount> {
  const id = freshId('acc');
  await adminDb()
    .doc(`orgs/${orgId}/accounts/${id}`)
    .set({
      kind: 'sandbox',
      displayName: 'Practice',
      state: 'active',
      health: { lastInboundAt: null, lastOutboundAt: null, lastError: null, syncedTo: null },
      createdAt: Timestamp.now(),
      ...fields,
    });
  return { id, address: fields.address, channel: fields.channel };
}

/** A mailbox whose SMTP server is at this port of the machine. */
export async function seedMailbox(
  orgId: string,
  port: number,
  credentials = { user: '', password: '' },
): Promise<TestAccount> {
  const account = await seedAccount(orgId, {
    kind: 'smtp',
    channel: 'email',
    address: `${freshId('box')}@harbor.example`,
  });
  const path = `orgs/${orgId}/accounts/${account.id}/secrets/smtp`;
  const settings = { host: HOST, port, secure: false, ...credentials };
  await adminDb()
    .doc(path)
    .set(seal(JSON.stringify(settings), path));
  return account;
}

export interface Person {
  uid: string;
  email: string;
}

/** Somebody with an account at the sign-in; with a seat if a role is given. */
export async function seedPerson(
  tenant?: Pick<Tenant, 'org'>,
  seat: { role: Role; sees?: Sees } = { role: 'agent' },
): Promise<Person> {
  const email = `${freshId('p')}@people.example`;
  const { uid } = await adminAuth().createUser({ email, password: PASSWORD, emailVerified: true });
  if (tenant) {
    const { role, sees = 'everything' } = seat;
    const member = { role, sees, displayName: 'Test Person', email, joinedAt: Timestamp.now() };
    await tenant.org.collection('members').doc(uid).set(member);
  }
  return { uid, email };
}

export async function signIn({ email }: Person): Promise<SignedInClient> {
  return signedInClient(email, PASSWORD);
}

/** A contact as `saveContact` leaves it, its addresses in the index. */
export async function seedContact(
  { orgId }: Tenant,
  fields: Partial<Contact> = {},
): Promise<DocumentReference> {
  const db = adminDb();
  const ref = db.doc(`orgs/${orgId}/contacts/${freshId('c')}`);
  const identity = { name: 'Sam Lead', company: '', emails: [silentAddress()], phones: [silentNumber()] };
  const contact = { ...identity, ...fields };
  const batch = db.batch();
  batch.set(ref, {
    ...identity,
    nameKey: nameKeyOf(contact),
    search: searchTokens(contact),
    tags: [],
    stage: 'new',
    assigneeUid: null,
    source: 'manual',
    custom: {},
    inbox: { status: 'open', unread: 0, snoozedUntil: null },
    optOut: { sms: false, email: false },
    lastMessage: null,
    lastInboundAt: null,
    waitingSince: null,
    duplicateOf: null,
    timeZone: null,
    createdAt: Timestamp.now(),
    createdBy: 'test',
    ...fields,
  });
  for (const handle of handlesOf(contact)) {
    const id = createHash('sha256').update(handle.key).digest('hex');
    batch.set(db.doc(`orgs/${orgId}/handles/${id}`), { contactId: ref.id, channel: handle.channel });
  }
  await batch.commit();
  return ref;
}
