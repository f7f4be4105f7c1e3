import type { PrivacyKind, PrivacyLaw, PrivacyRequest } from '@leadpulse/model';

export const KIND_WORDS: Record<PrivacyKind, string> = {
  access: 'See what is held',
  correction: 'Correct something',
  erasure: 'Erase something',
  objection: 'Object to a use',
  'erase-contact': 'Erasure of a contact',
  'erase-account': 'Erasure of an account',
  'remove-child': 'Removal of a child’s account',
};

export const LAW_WORDS: Record<PrivacyLaw, string> = {
  general: 'Anywhere: answered within 30 days',
  california: 'Under California’s law (CCPA): within 45 days',
};

const DAY_MS = 86_400_000;

interface Standing {
  words: string;
  tone: 'waiting' | 'late' | 'done';
}

/** How a request stands at a moment (epoch ms), in words. */
export function standingOf({ state, dueAt }: Pick<PrivacyRequest, 'state' | 'dueAt'>, now: number): Standing {
  if (state === 'done') return { words: 'Done', tone: 'done' };
  if (state === 'declined') return { words: 'Declined', tone: 'done' };
  if (state === 'running') return { words: 'Running', tone: 'waiting' };
  const leftMs = dueAt.toMillis() - now;
  const days = Math.round(leftMs / DAY_MS); // the clock of the screen is up to a minute behind
  if (leftMs < 0) return { words: 'Overdue', tone: 'late' };
  const left = days === 1 ? '1 day left' : `${days} days left`;
  return { words: days === 0 ? 'Due today' : left, tone: days <= 5 ? 'late' : 'waiting' };
}
