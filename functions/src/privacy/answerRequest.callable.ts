import { answerRequestContract, privacyRequestSchema, receiptExpireAtMs, Refusal } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import { openAudit } from '../platform/audit.js';
import { callable } from '../platform/callable.js';
import { runInTurn } from '../platform/firestore.js';
import { isId, privacyRequestsOf } from '../platform/refs.js';
import { requireSeat } from '../platform/seats.js';

/** How an organization answered what a lead asked for. */
export const answerRequest = callable(
  answerRequestContract,
  async ({ orgId, requestId, state, answer }, { uid, origin }) => {
    await runInTurn(async (tx) => {
      await requireSeat(tx, orgId, uid, 'contact.delete');
      const snapshot = isId(requestId) ? await tx.get(privacyRequestsOf(orgId).doc(requestId)) : null;
      if (!snapshot?.exists) throw new Refusal('not-found', 'request-not-found', { field: 'requestId' });
      if (privacyRequestSchema.parse(snapshot.data()).state !== 'open') {
        throw new Refusal('failed-precondition', 'request-answered');
      }
      const audit = await openAudit(tx, orgId);
      const doneAt = Timestamp.now();
      const expireAt = Timestamp.fromMillis(receiptExpireAtMs(doneAt.toMillis()));
      tx.update(snapshot.ref, { state, answer, doneAt, expireAt });
      audit.write({ actor: uid, origin, action: 'request.answer', target: requestId, after: { state } });
    });
    return {};
  },
);
