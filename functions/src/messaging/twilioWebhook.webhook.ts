import type { Request } from 'firebase-functions/https';
import { onRequest } from 'firebase-functions/https';
import { config } from '../platform/config.js';
import { logFailure, logInfo, logWarning } from '../platform/log.js';
import { Unreadable } from '../platform/webhook.js';
import type { ReadyAccount } from './accounts.js';
import { forgetAccount, readyAccount } from './accounts.js';
import type { HookPlace } from './channels/twilio/hooks.js';
import { readHook } from './channels/twilio/hooks.js';
import { isSignedByTwilio } from './channels/twilio/signature.js';

const MOST_BYTES = 64 * 1024; // a text of 1,600 characters, each encoded as twelve, and the parameters around it
const EMPTY_TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response></Response>';

interface Answer {
  status: number;
  outcome: string;
}

/**
 * What Twilio brings: texts that came in, and how ours fared. Each account has its own address and its own token that
 * signs for it; what is not signed for this very address gets 403 and leaves no trace. TwiML without a word in it is the
 * answer: whatever is said to a lead goes out as a message of ours.
 */
export const twilioWebhook = onRequest(
  { secrets: ['SEALING_KEY', 'SUPPRESSION_KEY'], cors: false },
  async (request, response) => {
    const { status, outcome } = await answer(request);
    if (status === 200) response.status(200).type('text/xml').send(EMPTY_TWIML);
    else response.status(status).json({ outcome });
  },
);

async function answer(request: Request): Promise<Answer> {
  if (request.method !== 'POST') return { status: 405, outcome: 'post-only' };
  const body = (request.rawBody as Buffer | undefined) ?? Buffer.alloc(0);
  if (body.length > MOST_BYTES) return { status: 413, outcome: 'too-large' };
  const params = new URLSearchParams(body.toString('utf8'));
  const hook = readHook(request.path);
  const account = hook && (await signer(request, hook.place, params));
  if (!account) {
    logWarning('webhook refused', { function: 'twilioWebhook', code: 'signature-invalid' });
    return { status: 403, outcome: 'signature-invalid' };
  }
  try {
    const { takeFromTwilio } = await import('./takeFromTwilio.js');
    const outcome = await takeFromTwilio(account, hook.message, params);
    logInfo('twilio event', { kind: hook.message ? 'status' : 'message', outcome });
    return { status: 200, outcome };
  } catch (error) {
    if (error instanceof Unreadable) return { status: 400, outcome: 'unreadable' };
    logFailure('webhook failed', error, { function: 'twilioWebhook' });
    return { status: 500, outcome: 'internal' };
  }
}

/**
 * The account that a request is signed for; null: none. The address that was signed is the configured public one: what a
 * request says of its own host proves nothing. A token that was replaced a moment ago is looked up anew.
 */
async function signer(
  request: Request,
  { orgId, accountId }: HookPlace,
  params: URLSearchParams,
): Promise<ReadyAccount | null> {
  const signature = request.header('x-twilio-signature') ?? '';
  const url = `${config().siteUrl}${request.url}`;
  if (signature === '') return null;
  for (const isFresh of [false, true]) {
    if (isFresh) forgetAccount(orgId, accountId);
    const account = await readyAccount(orgId, accountId, Date.now());
    const authToken = account?.credentials.twilio?.authToken;
    if (account === null || authToken === undefined) return null;
    if (isSignedByTwilio(signature, { authToken, url, params })) return account;
  }
  return null;
}
