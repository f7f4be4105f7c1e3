import type { DataExport } from '@leadpulse/model';
import { can, dataExportSchema } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import type { HttpsFunction } from 'firebase-functions/https';
import { onRequest } from 'firebase-functions/https';
import { logFailure } from '../platform/log.js';
import { isId, memberRef } from '../platform/refs.js';
import { filesOf } from './exportFiles.js';
import { exportRef, isTokenOfExport } from './openExport.js';
import { zipExport } from './zipExport.js';

type Reply = Parameters<HttpsFunction>[1];

const TOLD_EVERY_MS = 2_000;

/** Streams an export to whoever has its link within its minutes, if the one who asked may still have it. */
export const downloadExport = onRequest(
  { cors: false, timeoutSeconds: 540, memory: '512MiB' },
  async (request, response) => {
    const [, exportId = '', token = ''] = /^\/exports\/([\w-]{1,128})\/([\w-]{43})$/.exec(request.path) ?? [];
    const about = request.method === 'GET' ? await openLink(exportId, token) : null;
    if (!about) {
      response
        .status(404)
        .type('text/plain')
        .send('This link is not valid any more. Ask for the export again.');
      return;
    }
    await stream(exportId, about, response);
  },
);

/** The export that a link leads to; null for a wrong, old or withdrawn one, all alike. */
async function openLink(exportId: string, token: string): Promise<DataExport | null> {
  if (!isId(exportId)) return null;
  const snapshot = await exportRef(exportId).get();
  if (!snapshot.exists) return null;
  const about = dataExportSchema.parse(snapshot.data());
  const isOpen = isTokenOfExport(about, token) && about.expireAt.toMillis() > Date.now();
  return isOpen && (await mayStill(about)) ? about : null;
}

async function mayStill({ orgId, uid }: DataExport): Promise<boolean> {
  if (orgId === null) return true;
  const seat = await memberRef(orgId, uid).get();
  return seat.get('isClosed') !== true && can(seat.get('role') as never, 'contact.export');
}

async function stream(exportId: string, about: DataExport, response: Reply): Promise<void> {
  const counts: Record<string, number> = {};
  let last: Promise<unknown> = Promise.resolve();
  const tell = (state: DataExport['state']): Promise<unknown> =>
    (last = last.then(() => exportRef(exportId).update({ state, counts }))); // one after the other
  await tell('running');
  const timer = setInterval(() => void tell('running').catch(() => undefined), TOLD_EVERY_MS);
  response.set({
    'Content-Type': 'application/zip',
    'Content-Disposition': `attachment; filename="leadpulse-${about.kind}-${dayOf(about.at)}.zip"`,
    'Cache-Control': 'private, no-store',
  });
  try {
    await zipExport(filesOf(about), response, (name) => (counts[name] = (counts[name] ?? 0) + 1));
    clearInterval(timer);
    await tell('done');
  } catch (error) {
    clearInterval(timer);
    logFailure('an export broke off', error, { kind: about.kind, code: exportId });
    await tell('failed');
    response.destroy();
  }
}

function dayOf(at: DataExport['at']): string {
  return Timestamp.fromMillis(at.toMillis()).toDate().toISOString().slice(0, 10);
}
