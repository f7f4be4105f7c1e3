import { z } from 'zod';
import type { UseLevel } from './allowance.js';
import { NOTICE_CLAIM_MS } from './billingNotices.js';
import { momentSchema } from './moment.js';

/** `orgs/{orgId}/useNotices/{id}`: which owners were told that the month's messages are nearly or all used. */
export const useNoticeSchema = z.strictObject({
  claimedAt: momentSchema,
  tries: z.int(),
  told: z.array(z.string()), // uids
  isDone: z.boolean(),
});
export type UseNotice = z.infer<typeof useNoticeSchema>;

/** What a notice is about. */
export interface UseNews {
  readonly month: string;
  readonly level: Exclude<UseLevel, 'within'>;
  readonly allowed: number; // of another plan it is news again
}

/** A mail server that takes none of them is asked so often. */
const MOST_TRIES = 5;

/** The same news has one id, so it is told once. */
export function useNoticeId({ month, level, allowed }: UseNews): string {
  return `${month}_${level}_${allowed}`;
}

/** Who may claim a notice now; null: it was told, somebody is at it, or it was tried often enough. */
export function planUseNotice(
  before: UseNotice | null,
  nowMs: number,
): Pick<UseNotice, 'tries' | 'told'> | null {
  if (before === null) return { tries: 1, told: [] };
  const isOpen = !before.isDone && before.tries < MOST_TRIES;
  const isFree = before.claimedAt.toMillis() + NOTICE_CLAIM_MS <= nowMs;
  return isOpen && isFree ? { tries: before.tries + 1, told: before.told } : null;
}
