import { onDocumentCreated } from 'firebase-functions/firestore';
import { foldBatch } from './foldBatch.js';

/** A browser told what it counted: the organization's day has it a moment later, and the batch is gone. */
export const onTelemetryBatch = onDocumentCreated(
  { document: 'orgs/{orgId}/telemetry/{batchId}', retry: true, memory: '256MiB' },
  async ({ data }) => {
    if (data) await foldBatch(data);
  },
);
