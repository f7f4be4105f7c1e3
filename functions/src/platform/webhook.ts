import type { HttpsFunction, Request } from 'firebase-functions/https';
import { onRequest } from 'firebase-functions/https';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SecretName } from './config.js';
import { secret } from './config.js';
import { logFailure, logWarning } from './log.js';

const TOLERANCE_S = 300;

/** A webhook's body that its sender signed but that says nothing we can read; sending it again would not help. */
export class Unreadable extends Error {}

interface WebhookOptions {
  name: string;
  header: string;
  secret: SecretName;
  secrets?: SecretName[]; // further ones that the handler needs
}

/**
 * The one way to make a webhook: POST, signed over the raw body with a time. 401 for a forged or old one, 400 for an
 * unreadable one, 500 on a failure of ours, so that the sender tries again.
 */
export function signedWebhook(
  options: WebhookOptions,
  handle: (body: Buffer, contentType: string) => Promise<string>,
): HttpsFunction {
  const secrets = [options.secret, ...(options.secrets ?? [])];
  return onRequest({ secrets, cors: false }, async (request, response) => {
    const { status, outcome } = await answer(options, request, handle);
    response.status(status).json({ outcome });
  });
}

async function answer(
  options: WebhookOptions,
  request: Request,
  handle: (body: Buffer, contentType: string) => Promise<string>,
): Promise<{ status: number; outcome: string }> {
  if (request.method !== 'POST') return { status: 405, outcome: 'post-only' };
  const body = Buffer.from((request.rawBody as Buffer | undefined) ?? '');
  if (!isSigned(request.header(options.header) ?? '', body, secret(options.secret), Date.now())) {
    logWarning('webhook refused', { function: options.name, code: 'signature-invalid' });
    return { status: 401, outcome: 'signature-invalid' };
  }
  try {
    return { status: 200, outcome: await handle(body, request.header('content-type') ?? '') };
  } catch (error) {
    if (error instanceof Unreadable) {
      logWarning('webhook refused', { function: options.name, code: 'unreadable' });
      return { status: 400, outcome: 'unreadable' };
    }
    logFailure('webhook failed', error, { function: options.name });
    return { status: 500, outcome: 'internal' };
  }
}

/** `t=<unix seconds>,v1=<hex hmac-sha256 of t "." body>`, at most five minutes old or ahead. @internal */
export function isSigned(header: string, body: Buffer, key: string, nowMs: number): boolean {
  const parts = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header);
  if (!parts) return false;
  const [, time = '', signature = ''] = parts;
  if (Math.abs(nowMs / 1000 - Number(time)) > TOLERANCE_S) return false;
  const expected = createHmac('sha256', key).update(`${time}.`).update(body).digest();
  return timingSafeEqual(expected, Buffer.from(signature, 'hex'));
}
