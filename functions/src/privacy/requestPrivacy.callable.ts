import { MOST_OPEN_REQUESTS, newAsk, Refusal, requestPrivacyContract } from '@leadpulse/model';
import { callable } from '../platform/callable.js';
import { db } from '../platform/firestore.js';
import { privacyRequests } from '../platform/refs.js';
import { clockOf } from './requestClock.js';

/** A person asks for something about their own data; the clock of the law runs from here. */
export const requestPrivacy = callable(requestPrivacyContract, ({ kind, law, note }, { uid }) =>
  db().runTransaction(async (tx) => {
    const open = privacyRequests().where('subjectUid', '==', uid).where('state', '==', 'open');
    if ((await tx.get(open.select())).size >= MOST_OPEN_REQUESTS) {
      throw new Refusal('resource-exhausted', 'requests-open', {
        allowed: `${MOST_OPEN_REQUESTS} at a time`,
      });
    }
    const ref = privacyRequests().doc();
    const { dueAtMs, clock } = clockOf(law);
    tx.create(ref, { ...newAsk({ kind, law, note }, { subjectUid: uid, contactId: null }), ...clock });
    return { requestId: ref.id, dueAtMs };
  }),
);
