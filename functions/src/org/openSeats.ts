import type { AuditAction, Member, SeatAct, SeatView } from '@leadpulse/model';
import type { Transaction } from 'firebase-admin/firestore';
import { FieldValue } from 'firebase-admin/firestore';
import { openAudit } from '../platform/audit.js';
import type { Caller } from '../platform/callable.js';
import { memberRef, membersOf } from '../platform/refs.js';
import { openSeat, readSeat } from '../platform/seats.js';
import { pagesThatList } from './pages.js';

interface OpenSeats {
  act: SeatAct;
  /** Writes a seat, what the person's page says of it, and the audit entry. */
  change: (uid: string, seat: SeatView, action: AuditAction) => void;
  /** Takes a seat away, from the person's page too, with the audit entry. */
  end: (uid: string, action: AuditAction) => void;
}

/**
 * Who acts on whose seat, read in the transaction of the act. The owners are counted in it, and every act on a seat
 * moves the head of the audit log, so two acts in one organization follow each other.
 */
export async function openSeats(
  tx: Transaction,
  { orgId, memberUid }: { orgId: string; memberUid: string },
  caller: Caller,
): Promise<OpenSeats> {
  const memberDoc = memberRef(orgId, memberUid, 'memberUid');
  const actor = openSeat(await readSeat(tx, orgId, caller.uid));
  const member = memberUid === caller.uid ? actor : await readSeat(tx, orgId, memberDoc.id);
  const owners = await tx.get(membersOf(orgId).where('role', '==', 'owner').select());
  const pages = await pagesThatList(tx, orgId, [caller.uid, memberUid]);
  const audit = await openAudit(tx, orgId);

  const note = (uid: string, action: AuditAction, after: SeatView | null): void => {
    const seat = uid === caller.uid ? actor : member;
    const { origin } = caller;
    const before = seat && { ...viewOf(seat) };
    audit.write({ actor: caller.uid, origin, action, target: uid, before, after: after && { ...after } });
  };
  return {
    act: {
      actorUid: caller.uid,
      actor: viewOf(actor),
      memberUid,
      member: member && viewOf(member),
      owners: owners.size,
    },
    change: (uid, { role, sees }, action) => {
      tx.update(memberRef(orgId, uid), { role, sees });
      const page = pages.get(uid);
      if (page) tx.update(page, { [`orgs.${orgId}.role`]: role, [`orgs.${orgId}.sees`]: sees });
      note(uid, action, { role, sees });
    },
    end: (uid, action) => {
      tx.delete(memberRef(orgId, uid));
      const page = pages.get(uid);
      if (page) tx.update(page, { [`orgs.${orgId}`]: FieldValue.delete() });
      note(uid, action, null);
    },
  };
}

function viewOf({ role, sees }: Member): SeatView {
  return { role, sees };
}
