import { onDocumentCreated } from 'firebase-functions/firestore';
import { drive } from './attempt.js';
import { seenMessage } from './outMessage.js';

/** A message was asked for. Delivered more than once, in any order: every write it leads to is conditional. */
export const onMessageRequested = onDocumentCreated(
  {
    document: 'orgs/{orgId}/contacts/{contactId}/messages/{messageId}',
    retry: true,
    secrets: ['SANDBOX_SECRET', 'SEALING_KEY', 'SUPPRESSION_KEY', 'GOOGLE_CLIENT_SECRET'],
  },
  async ({ data }) => {
    if (data?.get('state') !== 'requested') return; // one that came in, or was seeded
    const seen = seenMessage(data);
    if (seen) await drive(seen);
  },
);
