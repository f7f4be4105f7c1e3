import { MOST_OPEN_REQUESTS, newAsk, recordRequestContract, Refusal } from '@leadpulse/model';
import { openAudit } from '../platform/audit.js';
import { callable } from '../platform/callable.js';
import { runInTurn } from '../platform/firestore.js';
import { contactRef, privacyRequestsOf } from '../platform/refs.js';
import { requireSeat } from '../platform/seats.js';
import { clockOf } from './requestClock.js';

/** What a lead asked for, as an owner or admin notes it; the organization has to answer within the law's time. */
export const recordRequest = callable(recordRequestContract, (input, { uid, origin }) => {
  const { orgId, contactId, kind, law, note } = input;
  return runInTurn(async (tx) => {
    await requireSeat(tx, orgId, uid, 'contact.delete');
    const contact = await tx.get(contactRef(orgId, contactId));
    if (!contact.exists) throw new Refusal('not-found', 'contact-not-found', { field: 'contactId' });
    const open = privacyRequestsOf(orgId).where('contactId', '==', contactId).where('state', '==', 'open');
    if ((await tx.get(open.select())).size >= MOST_OPEN_REQUESTS) {
      throw new Refusal('resource-exhausted', 'requests-open', {
        allowed: `${MOST_OPEN_REQUESTS} at a time`,
      });
    }
    const audit = await openAudit(tx, orgId);
    const ref = privacyRequestsOf(orgId).doc();
    const { dueAtMs, clock } = clockOf(law);
    tx.create(ref, { ...newAsk({ kind, law, note }, { subjectUid: null, contactId }), ...clock });
    audit.write({ actor: uid, origin, action: 'request.record', target: ref.id, after: { kind, law } });
    return { requestId: ref.id, dueAtMs };
  });
});
