import { insistOnOpen, Refusal, resendInviteContract } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import { openAudit } from '../platform/audit.js';
import { callable } from '../platform/callable.js';
import { runInTurn } from '../platform/firestore.js';
import { takeRates } from '../platform/rateLimit.js';
import { inviteRef, orgRef } from '../platform/refs.js';
import { requireSeat } from '../platform/seats.js';
import { newInviteToken } from './inviteToken.js';
import { expiryFrom, insistOnNewAddress, inviteUses, mailInvite, readInvite } from './inviting.js';

/** A new link and seven new days, answered for by the one who sends it now; the link mailed before is dead. */
export const resendInvite = callable(
  resendInviteContract,
  async ({ orgId, inviteId }, caller) => {
    if (!caller.isEmailVerified) throw new Refusal('failed-precondition', 'email-not-verified');
    const ref = inviteRef(orgId, inviteId);
    const token = newInviteToken();
    const letter = await runInTurn(async (tx) => {
      const inviter = await requireSeat(tx, orgId, caller.uid, 'member.write');
      const invite = readInvite(await tx.get(ref));
      insistOnOpen(invite);
      const { email, role, sees } = invite;
      await insistOnNewAddress(tx, orgId, email, inviteId);
      const org = await tx.get(orgRef(orgId));
      const audit = await openAudit(tx, orgId);
      const countUses = await takeRates(tx, inviteUses(orgId, email, caller.uid));
      const expiresAt = expiryFrom(Timestamp.now());
      const { tokenHash } = token;
      tx.update(ref, { tokenHash, expiresAt, mail: 'sending', invitedBy: caller.uid });
      countUses();
      const note = { actor: caller.uid, origin: caller.origin, target: inviteId };
      audit.write({ ...note, action: 'invite.resend', after: { role, sees } });
      return { ref, token, invite: { email, role, expiresAt }, org, inviter };
    });
    return { mail: await mailInvite(letter, 'resendInvite') };
  },
  { secrets: ['SYSTEM_SMTP_URL'] },
);
