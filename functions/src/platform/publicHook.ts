import type { HttpsFunction, Request } from 'firebase-functions/https';
import { onRequest } from 'firebase-functions/https';
import { Refusal } from '@leadpulse/model';
import type { SecretName } from './config.js';
import { logFailure } from './log.js';

const MOST_BYTES = 8 * 1024;

export interface HookRequest {
  method: string;
  path: string;
  contentType: string;
  body: Buffer;
}

export type HookAnswer = { status: number; body: object } | { redirect: string };

const STATUS: Partial<Record<Refusal['code'], number>> = {
  'invalid-argument': 400,
  'permission-denied': 403,
  'resource-exhausted': 429,
};

/**
 * The one way to make an endpoint that anybody may ask without a sign-in: what it does, the handler allows by a token
 * that it checks itself. Nothing of it is cached, and no other site's page may read it.
 */
export function publicHook(
  { name, secrets }: { name: string; secrets: SecretName[] },
  handle: (request: HookRequest) => Promise<HookAnswer>,
): HttpsFunction {
  return onRequest({ secrets, cors: false, maxInstances: 4 }, async (request, response) => {
    response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
    const answer = await answerTo(name, request, handle);
    if ('redirect' in answer) response.redirect(303, answer.redirect);
    else response.status(answer.status).json(answer.body);
  });
}

async function answerTo(
  name: string,
  request: Request,
  handle: (request: HookRequest) => Promise<HookAnswer>,
): Promise<HookAnswer> {
  const body = Buffer.from((request.rawBody as Buffer | undefined) ?? '');
  if (body.length > MOST_BYTES) return { status: 413, body: { outcome: 'too-large' } };
  const contentType = request.header('content-type') ?? '';
  try {
    return await handle({ method: request.method, path: request.path, contentType, body });
  } catch (error) {
    if (error instanceof Refusal)
      return { status: STATUS[error.code] ?? 400, body: { outcome: error.reason } };
    logFailure('hook failed', error, { function: name });
    return { status: 500, body: { outcome: 'internal' } };
  }
}
