import type { UserConsent } from '@leadpulse/model';
import { POLICY_VERSION } from '@leadpulse/policy';
import { Timestamp } from 'firebase-admin/firestore';
import { db } from '../platform/firestore.js';
import { consentsOf, userRef } from '../platform/refs.js';

const AROUND_MS = 10 * 60_000; // how far a function's clock may be from the database's

/**
 * Writes what a person chose, in entries named after the write that chose it: delivered twice or in another order, the
 * ledger becomes the same. What a function chose for them (sign-up, the link in a mail, support) it has written into the
 * ledger in the same commit as the page, and so at the very same time: that is not told again. A page that is gone takes
 * no more entries: erasure stays erasure.
 */
export async function recordChoices(
  uid: string,
  choices: readonly Pick<UserConsent, 'what' | 'given'>[],
  madeAt: Timestamp,
): Promise<void> {
  const consents = consentsOf(uid);
  await db().runTransaction(async (tx) => {
    const page = await tx.get(userRef(uid));
    if (!page.exists) return;
    const near = await tx.get(
      consents
        .where('at', '>=', Timestamp.fromMillis(madeAt.toMillis() - AROUND_MS))
        .where('at', '<=', Timestamp.fromMillis(madeAt.toMillis() + AROUND_MS)),
    );
    const told = new Set(
      near.docs.filter((doc) => doc.createTime.isEqual(madeAt)).map((doc) => doc.get('what') as string),
    );
    const known = new Set(near.docs.map(({ id }) => id));
    for (const { what, given } of choices) {
      const id = `${madeAt.seconds}-${String(madeAt.nanoseconds).padStart(9, '0')}_${what}`;
      if (told.has(what) || known.has(id)) continue;
      const entry: UserConsent = {
        what,
        given,
        textVersion: POLICY_VERSION,
        at: madeAt,
        source: 'preferences',
      };
      tx.create(consents.doc(id), entry);
    }
  });
}
