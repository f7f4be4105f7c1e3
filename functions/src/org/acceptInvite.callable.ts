import type { Invite, Org, SeatView, User } from '@leadpulse/model';
import {
  acceptInviteContract,
  can,
  inviteSchema,
  orgSchema,
  planAcceptance,
  Refusal,
  userSchema,
} from '@leadpulse/model';
import type { DocumentSnapshot, Transaction } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import type { z } from 'zod';
import { openAudit } from '../platform/audit.js';
import { callable } from '../platform/callable.js';
import { runInTurn } from '../platform/firestore.js';
import { currentPerson } from '../platform/person.js';
import { inviteRef, memberRef, orgRef, userRef } from '../platform/refs.js';
import { readSeat } from '../platform/seats.js';
import { isTokenOf } from './inviteToken.js';
import { createPage, insistOnCurrentPolicy } from './userPage.js';

type Newcomer = z.output<typeof acceptInviteContract.input>['newcomer'];

/** The seat, the person's page, the used invite and the audit entry in one transaction; twice makes one seat. */
export const acceptInvite = callable(acceptInviteContract, async (input, caller) => {
  const { orgId, inviteId, token, newcomer } = input;
  const person = { uid: caller.uid, ...(await currentPerson(caller.uid)) };
  await runInTurn(async (tx) => {
    const found = await findInvite(tx, orgId, inviteId, token);
    const [seat, page] = await tx.getAll(memberRef(orgId, person.uid), userRef(person.uid));
    if (found?.invite.acceptedBy === person.uid && seat?.exists) return;
    const invite = found?.invite ?? null;
    planAcceptance({ invite, isTokenRight: found !== null, person, nowMs: Date.now() });
    if (!found) return; // planAcceptance has refused it
    if (seat?.exists) throw new Refusal('already-exists', 'already-a-member');
    await insistOnInviter(tx, orgId, found.invite);
    const audit = await openAudit(tx, orgId);
    const given = { role: found.invite.role, sees: found.invite.sees };
    const displayName = writePage(tx, { person, orgId, org: found.org, given, page, newcomer });
    const joined = { ...given, displayName, email: person.email, joinedAt: Timestamp.now() };
    tx.create(memberRef(orgId, person.uid), joined);
    tx.update(inviteRef(orgId, inviteId), { state: 'accepted', acceptedBy: person.uid });
    const note = { actor: person.uid, origin: caller.origin, target: person.uid };
    audit.write({ ...note, action: 'member.join', after: { ...given, inviteId } });
  });
  return { orgId };
});

/** The invite with its organization; null without the right token, and for an organization that was deleted. */
async function findInvite(
  tx: Transaction,
  orgId: string,
  inviteId: string,
  token: string,
): Promise<{ invite: Invite; org: Org } | null> {
  const [invite, org] = await tx.getAll(inviteRef(orgId, inviteId), orgRef(orgId));
  const isRight = isTokenOf(invite?.get('tokenHash') as string | undefined, token);
  if (!isRight || !org?.exists) return null;
  const found = { invite: inviteSchema.parse(invite?.data()), org: orgSchema.parse(org.data()) };
  return found.org.deletion ? null : found;
}

/** An invite is worth what its sender may do now: one who was removed or demoted lets nobody in. */
async function insistOnInviter(tx: Transaction, orgId: string, { invitedBy }: Invite): Promise<void> {
  const seat = await readSeat(tx, orgId, invitedBy);
  if (!can(seat?.role, 'member.write')) throw new Refusal('failed-precondition', 'invite-revoked');
}

interface Joining {
  person: { uid: string; email: string };
  orgId: string;
  org: Org;
  given: SeatView;
  page: DocumentSnapshot | undefined;
  newcomer: Newcomer;
}

/** Adds the organization to the person's page, or makes the page; gives their name. */
function writePage(tx: Transaction, { person, orgId, org, given, page, newcomer }: Joining): string {
  const seat = { name: org.name, timeZone: org.timeZone, ...given };
  if (page?.exists) {
    const { displayName }: User = userSchema.parse(page.data());
    tx.update(page.ref, { [`orgs.${orgId}`]: seat });
    return displayName;
  }
  if (!newcomer) {
    throw new Refusal('failed-precondition', 'newcomer-missing', {
      field: 'newcomer',
      allowed: 'your name and the privacy policy that you accept',
    });
  }
  insistOnCurrentPolicy(newcomer.acceptedPolicyVersion, 'newcomer.acceptedPolicyVersion');
  createPage(tx, { ...person, ...newcomer, orgId, seat });
  return newcomer.displayName;
}
