import type { AccountKind } from './account.js';

/** How fast an account sends: so many a minute, and so many at once before that counts. */
export interface Pace {
  perMinute: number;
  burst: number;
}

/**
 * What providers take from one account, or less. Twilio: its API refuses above 100 calls at a time (error 20429) and puts
 * in a queue of its own what the number may not send yet, where no opt-out reaches it any more, so it is not filled
 * far ahead. Gmail API: 15,000 units a minute for each user, a message costs 100. SMTP: servers of one's own; what they
 * refuse for now is tried again. A mailbox at a provider: a person's pace, for providers lock what writes like a machine.
 */
export const PACES: Readonly<Record<AccountKind, Pace>> = {
  sandbox: { perMinute: 6_000, burst: 1_000 },
  smtp: { perMinute: 600, burst: 200 },
  imap: { perMinute: 60, burst: 20 },
  gmail: { perMinute: 120, burst: 20 },
  googleVoice: { perMinute: 30, burst: 10 },
  twilio: { perMinute: 600, burst: 30 },
};

/**
 * When the next message of an account may go, by the generic cell rate algorithm (ITU-T I.371): `freeAtMs` is when all
 * that was given out is used (epoch ms; 0 at first). Answers the turn and the new `freeAtMs`.
 */
export function nextTurn(
  { perMinute, burst }: Pace,
  freeAtMs: number,
  nowMs: number,
): { turnMs: number; freeAtMs: number } {
  const intervalMs = 60_000 / perMinute;
  const from = Math.max(freeAtMs, nowMs);
  return { turnMs: Math.max(nowMs, from - (burst - 1) * intervalMs), freeAtMs: from + intervalMs };
}
