import { z } from 'zod';
import type { MailList } from './mailClasses.js';
import { MAIL_LIST_FACTS, MAIL_LISTS } from './mailClasses.js';
import { momentSchema } from './moment.js';
import { newestConsent } from './preferenceLedger.js';
import type { User, UserConsent } from './user.js';

/**
 * `mailings/{id}`: one mail to many. `runner` is who sends now; its time is renewed while it lives, and when it is over
 * another may go on.
 */
export const mailingSchema = z.strictObject({
  mailClass: z.enum([...MAIL_LISTS, 'policy-change']),
  subject: z.string(),
  startedAt: momentSchema,
  runner: z.strictObject({ id: z.string(), until: momentSchema }).nullable(),
  finishedAt: momentSchema.nullable(),
});
export type MailingDocument = z.infer<typeof mailingSchema>;

/**
 * `mailings/{id}/recipients/{uid}`. `claimed`: handed over now, or a run died there; `waiting`: the server did not take
 * it, and another run tries again; `refused`: for good; `uncertain`: nobody knows, and it is not sent again.
 */
export const recipientSchema = z.strictObject({
  uid: z.string(),
  state: z.enum(['claimed', 'sent', 'waiting', 'refused', 'uncertain']),
  runner: z.string(),
  tries: z.int(),
  code: z.string().nullable(), // of the server's answer
  at: momentSchema,
  expireAt: momentSchema, // TTL: who was sent what is not kept for good
});
export type Recipient = z.infer<typeof recipientSchema>;

/** `mailOptOuts/{keyed hash of the address}`: an opt-out that came to support for an address without an account. */
export const mailOptOutSchema = z.strictObject({
  product: momentSchema.nullable(),
  promotions: momentSchema.nullable(),
  note: z.string(),
});
export type MailOptOut = z.infer<typeof mailOptOutSchema>;

const MOST_TRIES = 3;
export const RECIPIENT_KEPT_DAYS = 400;

/** Why somebody is not written to. */
export type Skip =
  | 'done'
  | 'given-up'
  | 'no-account'
  | 'not-wanted'
  | 'no-consent'
  | 'opted-out'
  | 'knows-it';

interface Reading {
  page: Pick<User, 'preferences' | 'acceptedPolicy'> | null;
  ledger: readonly UserConsent[];
  optOut: MailOptOut | null; // of their address
  before: Pick<Recipient, 'state' | 'tries'> | null; // what this mailing did to them
}

/**
 * Whether a person is sent a list's mail now: their page says yes, the newest entry of the ledger proves it, and no later
 * opt-out came to support; and this mailing has not reached them. A claim that was found is a run that died: never again.
 */
export function planNews(list: MailList, reading: Reading): Skip | 'send' {
  const { page, ledger, optOut, before } = reading;
  const done = planAgain(before);
  if (done !== 'send') return done;
  if (!page) return 'no-account';
  const { preference, what } = MAIL_LIST_FACTS[list];
  if (!page.preferences[preference]) return 'not-wanted';
  const consent = newestConsent(ledger, what);
  if (!consent?.given) return 'no-consent';
  const stopped = optOut?.[list] ?? null;
  return stopped !== null && stopped.toMillis() >= consent.at.toMillis() ? 'opted-out' : 'send';
}

/** Whether a person is told of a version of the policy: once, and not if they have accepted it already. */
export function planPolicyNotice(version: string, { page, before }: Reading): Skip | 'send' {
  const done = planAgain(before);
  if (done !== 'send') return done;
  if (!page) return 'no-account';
  return page.acceptedPolicy.version >= version ? 'knows-it' : 'send';
}

function planAgain(before: Reading['before']): Skip | 'send' {
  if (before === null) return 'send';
  if (before.state !== 'waiting') return 'done';
  return before.tries < MOST_TRIES ? 'send' : 'given-up';
}

/** Who may run a mailing now: nobody while another run lives, or when it is finished. */
export function planRun(
  mailing: Pick<MailingDocument, 'runner' | 'finishedAt'> | null,
  nowMs: number,
): 'run' | 'finished' | { busyMs: number } {
  if (mailing === null) return 'run';
  if (mailing.finishedAt !== null) return 'finished';
  const busyMs = (mailing.runner?.until.toMillis() ?? 0) - nowMs;
  return busyMs > 0 ? { busyMs } : 'run';
}
