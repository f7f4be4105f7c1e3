import { changeMyNameContract, Refusal, userSchema } from '@leadpulse/model';
import { callable } from '../platform/callable.js';
import { db } from '../platform/firestore.js';
import { memberRef, userRef } from '../platform/refs.js';

/** A person corrects their name: their page and every seat of theirs in one transaction, so that no organization shows the old one. */
export const changeMyName = callable(changeMyNameContract, async ({ displayName }, { uid }) => {
  await db().runTransaction(async (tx) => {
    const page = await tx.get(userRef(uid));
    if (!page.exists) throw new Refusal('not-found', 'no-page');
    const { orgs } = userSchema.parse(page.data());
    const refs = Object.keys(orgs).map((orgId) => memberRef(orgId, uid));
    const seats = refs.length > 0 ? await tx.getAll(...refs) : [];
    tx.update(page.ref, { displayName });
    for (const seat of seats) if (seat.exists) tx.update(seat.ref, { displayName });
  });
  return {};
});
