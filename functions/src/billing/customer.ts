import { db } from '../platform/firestore.js';

/** The organization whose customer it is at Stripe, one read; null: nobody's here. */
export async function orgOfCustomer(customerId: string): Promise<string | null> {
  const { docs } = await db()
    .collectionGroup('billing')
    .where('customerId', '==', customerId)
    .select()
    .limit(1)
    .get();
  return docs[0]?.ref.parent.parent?.id ?? null;
}
