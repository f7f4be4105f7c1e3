import { initializeApp } from 'firebase-admin/app';
import { onDocumentCreated } from 'firebase-functions/firestore';

initializeApp();

/** The least that turns a requested document into a sent one; only the bench runs it. */
export const onFloorRequested = onDocumentCreated(
  { document: 'floor/{messageId}', region: 'us-central1' },
  ({ data }) => data.ref.update({ state: 'sent' }, { lastUpdateTime: data.updateTime }),
);
