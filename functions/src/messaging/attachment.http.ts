import type { Message, MessageAttachment } from '@leadpulse/model';
import { AS_SENT, can, effectiveSees, messageSchema, Refusal } from '@leadpulse/model';
import type { HttpsFunction, Request } from 'firebase-functions/https';
import { onRequest } from 'firebase-functions/https';
import { pipeline } from 'node:stream/promises';
import { db } from '../platform/firestore.js';
import { logFailure } from '../platform/log.js';
import type { MessagePath } from '../platform/refs.js';
import { contactRef, isId, messageRef } from '../platform/refs.js';
import { openSeat, readSeat } from '../platform/seats.js';
import { readyAccount } from './accounts.js';
import { openAttachment } from './attachmentOpeners.js';
import { openHtml } from './htmlOpeners.js';

type Reply = Parameters<HttpsFunction>[1];

const PATIENCE_MS = 55_000;
const MOST_BYTES = 30 * 1024 * 1024;

/** What a browser may show by itself; anything else is only ever saved. */
const SHOWN = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp']);

interface Found {
  message: Message;
  attachment: MessageAttachment | null; // null: the message itself, as it was sent
}

/**
 * Passes on a file that came with a message, or a mail as it was sent, from where it lies and without keeping it, to a
 * member who may see the contact. The member's token comes in a header: no address leads to a picture.
 */
export const attachment = onRequest(
  { secrets: ['SEALING_KEY', 'GOOGLE_CLIENT_SECRET'], cors: false, timeoutSeconds: 60, concurrency: 8 },
  async (request, response) => {
    response.set({ 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' });
    try {
      await pass(await findFor(request), request, response);
    } catch (error) {
      if (response.headersSent) {
        response.destroy(); // so that nobody takes half of it for the whole
        return;
      }
      if (!(error instanceof Refusal)) logFailure('an attachment broke off', error);
      const reason = error instanceof Refusal ? error.reason : 'attachment-unavailable';
      response.status(error instanceof Refusal ? statusOf(error) : 502).json({ reason });
    }
  },
);

async function pass(
  { message, attachment: wanted }: Found,
  request: Request,
  response: Reply,
): Promise<void> {
  const [, , orgId = ''] = request.path.split('/');
  const ready = await readyAccount(orgId, message.accountId, Date.now());
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const { providerId = '' } = message;
  response.set('Content-Security-Policy', "default-src 'none'; sandbox");
  if (wanted === null) {
    const html = ready && (await openHtml(ready, providerId, signal));
    if (html === null) throw GONE();
    response.type('text/plain').send(html); // nothing that a browser would run, were it led here
    return;
  }
  const opened = ready && (await openAttachment(ready, { providerId, partId: wanted.partId }, signal));
  if (!opened) throw GONE();
  const type = SHOWN.has(wanted.type) ? wanted.type : 'application/octet-stream';
  response.set({
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${wanted.name.replace(/[^\w.-]/g, '_')}"`,
  });
  await pipeline(opened, notTooMuch, response);
}

async function* notTooMuch(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error('an attachment is too large');
    yield chunk;
  }
}

const GONE = (): Refusal => new Refusal('not-found', 'attachment-gone');

/** The file that an address names, or the message as it was sent, for the member whose token is sent along. */
async function findFor(request: Request): Promise<Found> {
  const { path, partId } = placeOf(request);
  const message = await readVisible(await uidOf(request), path);
  if (message?.hasHtml === true && partId === AS_SENT) return { message, attachment: null };
  const wanted = message?.attachments?.find((each) => each.partId === partId);
  if (!message || !wanted) throw GONE();
  return { message, attachment: wanted };
}

function placeOf({ method, path }: Request): { path: MessagePath; partId: string } {
  const [, root, ...ids] = path.split('/');
  const [orgId = '', contactId = '', messageId = '', partId = ''] = ids;
  const isPlace = method === 'GET' && root === 'attachments' && ids.length === 4;
  if (!isPlace || ![orgId, contactId, messageId].every(isId)) throw GONE();
  return { path: { orgId, contactId, messageId }, partId };
}

async function uidOf(request: Request): Promise<string> {
  const [, token = ''] = /^Bearer (\S+)$/.exec(request.header('authorization') ?? '') ?? [];
  try {
    db(); // makes the app that the sign-in is asked of
    const { getAuth } = await import('firebase-admin/auth');
    return (await getAuth().verifyIdToken(token)).uid;
  } catch {
    throw new Refusal('unauthenticated', 'not-signed-in');
  }
}

/** The message, if this member may see its contact. */
function readVisible(uid: string, path: MessagePath): Promise<Message | null> {
  return db().runTransaction(
    async (tx) => {
      const seat = openSeat(await readSeat(tx, path.orgId, uid));
      if (!can(seat.role, 'contact.read')) throw new Refusal('permission-denied', 'role-does-not-allow');
      const [contact, message] = await tx.getAll(contactRef(path.orgId, path.contactId), messageRef(path));
      if (effectiveSees(seat) === 'assigned' && contact?.get('assigneeUid') !== uid) {
        throw new Refusal('permission-denied', 'contact-not-visible');
      }
      return message?.exists ? messageSchema.parse(message.data()) : null;
    },
    { readOnly: true },
  );
}

function statusOf({ code }: Refusal): number {
  return (
    { unauthenticated: 401, 'permission-denied': 403, 'failed-precondition': 403, 'resource-exhausted': 413 }[
      code as string
    ] ?? 404
  );
}
