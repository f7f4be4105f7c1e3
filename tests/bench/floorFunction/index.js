import { initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { onDocumentCreated } from 'firebase-functions/firestore';
import { onRequest } from 'firebase-functions/https';

initializeApp();

/** The least that turns a requested document into a sent one; only the bench runs it. */
export const onFloorRequested = onDocumentCreated(
  { document: 'floor/{messageId}', region: 'us-central1' },
  ({ data }) => data.ref.update({ state: 'sent' }, { lastUpdateTime: data.updateTime }),
);

/** The least that takes an event once: one transaction on a projection that holds the ids of the last events. */
export const floorHook = onRequest({ region: 'us-central1' }, async (request, response) => {
  const { id, data } = request.body;
  const projection = getFirestore().doc(`floorHooks/${data.object.customer ?? data.object.id}`);
  await getFirestore().runTransaction(async (tx) => {
    const { eventIds = [], count = 0 } = (await tx.get(projection)).data() ?? {};
    if (eventIds.includes(id)) return;
    tx.set(projection, { eventIds: [...eventIds, id].slice(-30), count: count + 1 });
  });
  response.json({ outcome: 'applied' });
});
