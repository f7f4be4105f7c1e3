import type { Invite } from '@leadpulse/model';
import { acceptInviteContract } from '@leadpulse/model';
import { POLICY_VERSION } from '@leadpulse/policy';
import { Timestamp } from 'firebase-admin/firestore';
import { createHash, randomBytes } from 'node:crypto';
import { adminAuth, mailbox } from '../../local/worldClient.js';
import type { Person, Tenant } from './tenant.js';
import { freshId, seedPerson, signIn } from './tenant.js';

const DAY_MS = 86_400_000;

export const NEWCOMER = {
  displayName: 'Noa Newcomer',
  acceptedPolicyVersion: POLICY_VERSION,
  promotionalEmails: false,
};

export function freshAddress(): string {
  return `${freshId('invited')}@people.example`;
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** What `acceptInvite` needs to find an invite. */
export interface Way {
  orgId: string;
  inviteId: string;
  token: string;
}

/** An invite as `inviteMember` leaves it, sent by a fresh admin unless told otherwise. */
export async function seedInvite(
  { orgId, org }: Tenant,
  { email, ...fields }: Partial<Invite> & { email: string },
): Promise<Way> {
  const token = randomBytes(32).toString('base64url');
  const inviteId = freshId('i');
  const invitedBy = fields.invitedBy ?? (await seedPerson({ orgId, org } as Tenant, { role: 'admin' })).uid;
  await org
    .collection('invites')
    .doc(inviteId)
    .set({
      ...{ email, role: 'agent', sees: 'assigned', state: 'open', tokenHash: sha256(token), mail: 'sent' },
      ...{ createdAt: Timestamp.now(), expiresAt: Timestamp.fromMillis(Date.now() + DAY_MS) },
      acceptedBy: null,
      ...fields,
      invitedBy,
    });
  return { orgId, inviteId, token };
}

/** Somebody with an account under this address, proven or not. */
export async function personAt(email: string, { isVerified = true } = {}): Promise<Person> {
  const person = await seedPerson();
  await adminAuth().updateUser(person.uid, { email, emailVerified: isVerified });
  return { ...person, email };
}

/** Accepts as this person, from a browser of their own. */
export async function accept(
  person: Person,
  way: Way,
  newcomer: typeof NEWCOMER | null = NEWCOMER,
): Promise<{ orgId: string }> {
  const client = await signIn(person);
  try {
    return await client.call(acceptInviteContract, { ...way, newcomer });
  } finally {
    await client.close();
  }
}

/** The mails that this address has got until now. */
export async function mailsTo(email: string) {
  return (await mailbox().list()).filter(({ to }) => to.some(({ address }) => address === email));
}

/** The first mail to this address; waits for it to arrive. */
export function mailTo(email: string) {
  return mailbox().find(({ to }) => to.some(({ address }) => address === email));
}

/** The link in the mail, taken apart. */
export function wayIn(text: string): { site: string; way: Way } {
  const link = /(http:\/\/[^\s/]+)\/invite\/([^\s/]+)\/([^\s/#]+)#(\S+)/.exec(text);
  const [, site = '', orgId = '', inviteId = '', token = ''] = link ?? [];
  return { site, way: { orgId, inviteId, token } };
}
