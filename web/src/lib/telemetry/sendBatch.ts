import type { FeatureCounts } from '@leadpulse/model';
import { emulatorPort, firebaseApp, usesEmulators } from '../firebase/app.js';
import type { Outcome, Sent } from './outbox.js';

const OK = 200;

/** Where Firestore is asked over HTTP. */
function origin(): string {
  return usesEmulators
    ? `http://${location.hostname}:${emulatorPort(2)}`
    : 'https://firestore.googleapis.com';
}

function integers(counts: FeatureCounts): Record<string, object> {
  return Object.fromEntries(
    Object.entries(counts).map(([feature, uses]) => [feature, { integerValue: String(uses) }]),
  );
}

/**
 * Creates the document, in one request that outlives the page. Not by the SDK: that asks again by itself when an answer is lost,
 * and what was added up and taken away meanwhile would be counted twice.
 */
export async function sendBatch({ orgId, batchId, document }: Sent, token: string): Promise<Outcome> {
  const root = `projects/${firebaseApp.options.projectId ?? ''}/databases/(default)/documents`;
  const { day, slot, browser, counts } = document;
  const write = {
    update: {
      name: `${root}/orgs/${orgId}/telemetry/${batchId}`,
      fields: {
        day: { stringValue: day },
        slot: { integerValue: String(slot) },
        browser: { stringValue: browser },
        counts: { mapValue: { fields: integers(counts) } },
      },
    },
    updateTransforms: [{ fieldPath: 'at', setToServerValue: 'REQUEST_TIME' }],
    currentDocument: { exists: false },
  };
  try {
    const { status } = await fetch(`${origin()}/v1/${root}:commit`, {
      method: 'POST',
      keepalive: true,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ writes: [write] }),
    });
    return status === OK ? 'sent' : 'refused';
  } catch {
    return 'unknown'; // the connection broke: nobody knows
  }
}
