import { z } from 'zod';
import { momentSchema } from './moment.js';
import { Refusal } from './refusal.js';

/** `rateLimits/{key}`: how often something was done in the window that runs; F only. */
export const rateWindowSchema = z.strictObject({ startedAt: momentSchema, count: z.int().min(0) });

/** What may be done how often in how long (ms). */
export interface Rate {
  most: number;
  windowMs: number;
}

const DAY_MS = 24 * 60 * 60_000;

/** Mails of invitations: to one address from anywhere, by one organization, by one person in all of theirs. */
export const INVITE_RATES = {
  perAddress: { most: 5, windowMs: DAY_MS },
  perOrg: { most: 50, windowMs: DAY_MS },
  perPerson: { most: 100, windowMs: DAY_MS },
} as const satisfies Record<string, Rate>;

/** Test messages by one account: enough to set it up, too few to write to people with. */
export const TEST_MESSAGE_RATE: Rate = { most: 10, windowMs: DAY_MS };

/** Looks at the numbers of a Twilio account: nobody tries out tokens through us. */
export const TWILIO_LOOK_RATE: Rate = { most: 50, windowMs: DAY_MS };

/** Looks into a mailbox that somebody asks for, beside those that come by themselves. */
export const SYNC_RATE: Rate = { most: 100, windowMs: DAY_MS };

/** Tries to connect a mailbox: nobody tries out passwords, or looks for servers, through us. */
export const MAILBOX_LOOK_RATE: Rate = { most: 50, windowMs: DAY_MS };

/** How often somebody's news may be switched on by the link in a mail. Switching off has no limit. */
export const MAIL_CHOICE_RATE: Rate = { most: 20, windowMs: DAY_MS };

/**
 * The window after one more use; `startedAtMs` is epoch ms, `null` where there was none. Throws
 * `resource-exhausted`/`too-many` with `retryAfterSeconds` when the window is full.
 */
export function takeOne(
  window: { startedAtMs: number; count: number } | null,
  { most, windowMs }: Rate,
  nowMs: number,
): { startedAtMs: number; count: number } {
  const isOver = !window || nowMs >= window.startedAtMs + windowMs;
  if (isOver) return { startedAtMs: nowMs, count: 1 };
  if (window.count >= most) {
    const retryAfterSeconds = Math.ceil((window.startedAtMs + windowMs - nowMs) / 1000);
    throw new Refusal('resource-exhausted', 'too-many', { retryAfterSeconds });
  }
  return { startedAtMs: window.startedAtMs, count: window.count + 1 };
}
