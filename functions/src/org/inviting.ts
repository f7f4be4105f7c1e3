import type { Invite, Member } from '@leadpulse/model';
import { INVITE_DAYS, INVITE_RATES, inviteSchema, inviteStateAt, orgSchema, Refusal } from '@leadpulse/model';
import type { DocumentReference, DocumentSnapshot, Transaction } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { runInTurn } from '../platform/firestore.js';
import type { RateUse } from '../platform/rateLimit.js';
import { membersOf, orgRef } from '../platform/refs.js';
import { sendSystemMail } from '../platform/systemMail.js';
import { inviteLink, inviteMail } from './inviteMail.js';
import type { InviteToken } from './inviteToken.js';

const DAY_MS = 24 * 60 * 60_000;

/** What is counted when an invite is mailed. A tag (`sam+x@…`) leads to the same mailbox, so it is the same address. */
export function inviteUses(orgId: string, email: string, uid: string): RateUse[] {
  const { person, address } = inviteKeys(email, uid);
  return [
    { key: `invite:org:${orgId}`, rate: INVITE_RATES.perOrg },
    { key: person, rate: INVITE_RATES.perPerson },
    { key: address, rate: INVITE_RATES.perAddress },
  ];
}

/** What is counted about a person: the invites they send, and those sent to their mailbox. */
export function inviteKeys(email: string, uid: string): { person: string; address: string } {
  return { person: `invite:person:${uid}`, address: `invite:address:${email.replace(/\+[^@]*@/, '@')}` };
}

export function expiryFrom(now: Timestamp): Timestamp {
  return Timestamp.fromMillis(now.toMillis() + INVITE_DAYS * DAY_MS);
}

/** Throws if the address has a seat here (`already-a-member`) or an invite besides this one (`invite-open`). */
export async function insistOnNewAddress(
  tx: Transaction,
  orgId: string,
  email: string,
  inviteId?: string,
): Promise<void> {
  const members = await tx.get(membersOf(orgId).where('email', '==', email).limit(1));
  if (!members.empty) throw new Refusal('already-exists', 'already-a-member', { field: 'email' });
  const invites = await tx.get(orgRef(orgId).collection('invites').where('email', '==', email));
  const now = Date.now();
  const isOpen = (doc: DocumentSnapshot): boolean =>
    inviteStateAt(inviteSchema.parse(doc.data()), now) === 'open';
  if (invites.docs.some((doc) => doc.id !== inviteId && isOpen(doc))) {
    throw new Refusal('already-exists', 'invite-open', {
      field: 'email',
      allowed: 'send the open invite again',
    });
  }
}

/** Throws `invite-not-found` where there is none. */
export function readInvite(snapshot: DocumentSnapshot): Invite {
  if (!snapshot.exists) throw new Refusal('not-found', 'invite-not-found', { field: 'inviteId' });
  return inviteSchema.parse(snapshot.data());
}

interface Letter {
  ref: DocumentReference;
  token: InviteToken;
  invite: Pick<Invite, 'email' | 'role' | 'expiresAt'>;
  org: DocumentSnapshot;
  inviter: Pick<Member, 'displayName'>;
}

/** Mails the link after the commit and keeps whether it went out, unless a newer link was made meanwhile. */
export async function mailInvite(letter: Letter, functionName: string): Promise<'sent' | 'failed'> {
  const { ref, token, invite, org, inviter } = letter;
  const { name: orgName, timeZone } = orgSchema.pick({ name: true, timeZone: true }).parse({
    name: org.get('name') as unknown,
    timeZone: org.get('timeZone') as unknown,
  });
  const link = inviteLink(org.id, ref.id, token.token);
  const written = inviteMail({ invite, orgName, timeZone, inviterName: inviter.displayName, link });
  const mail = await sendSystemMail(written, functionName);
  await runInTurn(async (tx) => {
    const snapshot = await tx.get(ref);
    if (snapshot.get('tokenHash') === token.tokenHash) tx.update(ref, { mail });
  });
  return mail;
}
