import { effectiveSees, inviteMemberContract, normalizeEmail, Refusal } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import { openAudit } from '../platform/audit.js';
import { callable } from '../platform/callable.js';
import { runInTurn } from '../platform/firestore.js';
import { takeRates } from '../platform/rateLimit.js';
import { orgRef } from '../platform/refs.js';
import { requireSeat } from '../platform/seats.js';
import { newInviteToken } from './inviteToken.js';
import { expiryFrom, insistOnNewAddress, inviteUses, mailInvite } from './inviting.js';

/** The invite, its audit entry and the counts against its limits in one transaction; then the mail with the link. */
export const inviteMember = callable(
  inviteMemberContract,
  async (input, caller) => {
    const { orgId, role } = input;
    if (!caller.isEmailVerified) throw new Refusal('failed-precondition', 'email-not-verified');
    const email = normalizeEmail(input.email);
    const sees = effectiveSees(input);
    const ref = orgRef(orgId).collection('invites').doc();
    const token = newInviteToken();
    const letter = await runInTurn(async (tx) => {
      const inviter = await requireSeat(tx, orgId, caller.uid, 'member.write');
      await insistOnNewAddress(tx, orgId, email);
      const org = await tx.get(orgRef(orgId));
      const audit = await openAudit(tx, orgId);
      const countUses = await takeRates(tx, inviteUses(orgId, email, caller.uid));
      const now = Timestamp.now();
      const expiresAt = expiryFrom(now);
      tx.create(ref, {
        ...{ email, role, sees, state: 'open', tokenHash: token.tokenHash, invitedBy: caller.uid },
        ...{ createdAt: now, expiresAt, mail: 'sending', acceptedBy: null },
      });
      countUses();
      audit.write({
        actor: caller.uid,
        origin: caller.origin,
        action: 'invite.create',
        target: ref.id,
        after: { role, sees },
      });
      return { ref, token, invite: { email, role, expiresAt }, org, inviter };
    });
    return { inviteId: ref.id, mail: await mailInvite(letter, 'inviteMember') };
  },
  { secrets: ['SYSTEM_SMTP_URL'] },
);
