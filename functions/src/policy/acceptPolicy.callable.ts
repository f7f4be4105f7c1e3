import { acceptPolicyContract, planPolicyStep, Refusal, userSchema } from '@leadpulse/model';
import { POLICY_VERSION } from '@leadpulse/policy';
import { Timestamp } from 'firebase-admin/firestore';
import { callable } from '../platform/callable.js';
import { db } from '../platform/firestore.js';
import { userRef } from '../platform/refs.js';

/** Records that the notice of the policy in force was seen, or that the policy was accepted: page and record in one transaction. */
export const acceptPolicy = callable(acceptPolicyContract, async (asked, { uid }) => {
  await db().runTransaction(async (tx) => {
    const snapshot = await tx.get(userRef(uid));
    if (!snapshot.exists) throw new Refusal('not-found', 'no-page');
    const page = userSchema.parse(snapshot.data());
    const at = Timestamp.now();
    const now = { current: POLICY_VERSION, nowMs: at.toMillis() };
    const step = planPolicyStep(page, asked, now);
    if (step === null) return;
    const field = step === 'seen' ? 'seenPolicy' : 'acceptedPolicy';
    tx.update(userRef(uid), { [field]: { version: POLICY_VERSION, at } });
    tx.create(userRef(uid).collection('consents').doc(`policy_${POLICY_VERSION}_${step}`), {
      what: step === 'seen' ? 'policy-notice' : 'privacy-policy',
      ...{ given: true, textVersion: POLICY_VERSION, at },
      source: asked.step === 'went-on' ? 'going-on' : 'policy-notice',
    });
  });
  return {};
});
