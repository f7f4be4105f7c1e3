import type { GmailCredentials } from '@leadpulse/model';
import { gmailTrouble } from '@leadpulse/model';
import { z } from 'zod';
import { config } from '../../../platform/config.js';
import type { JsonAnswer } from '../../../platform/http.js';
import { requestJson } from '../../../platform/http.js';
import { DeliveryFailure } from '../adapter.js';
import { accessTokenOf } from './googleTokens.js';

interface GmailCall {
  method: 'GET' | 'POST';
  path: string; // below the mailbox
  query?: Record<string, string>;
  body?: unknown;
  signal: AbortSignal;
  mostBytes?: number;
  onSent?: () => Promise<void>;
}

/** What an error of Google's APIs says of itself, in its older and its newer form. */
const errorSchema = z.object({
  error: z.object({
    status: z.string().optional(),
    errors: z.array(z.object({ reason: z.string().optional() })).default([]),
    details: z.array(z.object({ reason: z.string().optional() })).default([]),
  }),
});

/** One call of Gmail's API for the mailbox of these credentials. A token that is over is renewed once. @processor google-accounts */
export async function askGmail(credentials: GmailCredentials, call: GmailCall): Promise<JsonAnswer> {
  const first = await ask(await accessTokenOf(credentials, call), call);
  if (first.status !== 401) return first; // 401: refused unread, so asking again doubles nothing
  return ask(await accessTokenOf(credentials, { ...call, isFresh: true }), call);
}

function ask(token: string, { path, query = {}, ...call }: GmailCall): Promise<JsonAnswer> {
  const base = config().googleApiUrl || 'https://gmail.googleapis.com';
  const url = new URL(`${base}/gmail/v1/users/me${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.append(name, value);
  return requestJson({
    ...call,
    url: url.href,
    headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
  });
}

/** The body of an answer that says yes. A refusal is thrown as one; what leaves it open is thrown as anything else is. */
export function accepted<T extends z.ZodType>(schema: T, answer: JsonAnswer): z.output<T> {
  if (answer.status === 200) return schema.parse(answer.body);
  const { error } = errorSchema.safeParse(answer.body).data ?? {};
  const reasons = [
    error?.status,
    ...[...(error?.errors ?? []), ...(error?.details ?? [])].map((e) => e.reason),
  ];
  const trouble = gmailTrouble(
    answer.status,
    reasons.filter((reason) => reason !== undefined),
  );
  if (trouble === null) throw new Error(`Gmail answered ${answer.status}`);
  throw new DeliveryFailure(trouble.code, trouble.message, trouble.kind, trouble.concerns);
}
