import { allowancesOf, levelOf, monthEnd } from '@leadpulse/model';
import type { Use, UseLevel, UsageCounts } from '@leadpulse/model';
import { count } from '../../lib/allowanceWords.js';
import { longDate } from '../../lib/time.js';

/** One allowance: how much of it is used, and what happens at its end. */
export interface UseLine {
  what: keyof Use;
  label: string;
  used: number;
  allowed: number;
  share: number; // of the bar, 0 to 1
  level: UseLevel;
  words: string;
}

export function linesOf(counts: UsageCounts, planId: string | null): UseLine[] {
  const allowances = allowancesOf(planId);
  const line = (what: keyof Use, label: string): UseLine => {
    const [used, allowed] = [counts[what], allowances[what]];
    const level = levelOf(used, allowed);
    const words = level === 'full' ? FULL[what](counts.month) : AT_ITS_END[what](counts.month);
    return { what, label, used, allowed, share: Math.min(1, used / allowed), level, words };
  };
  return [
    line('messages', 'Messages sent this month'),
    line('contacts', 'Contacts'),
    line('accounts', 'Connected numbers and mailboxes'),
  ];
}

const anew = (month: string): string => longDate(monthEnd(month), 'UTC');

type Words = Record<keyof Use, (month: string) => string>;

const AT_ITS_END: Words = {
  messages: (month) =>
    `At 100 % sending stops until ${anew(month)} or a larger plan. What comes in is saved all the same.`,
  contacts: () => 'At 100 % nobody can be added by hand. Who writes in is still saved.',
  accounts: () => 'At 100 % no further one can be connected.',
};

const FULL: Words = {
  messages: (month) =>
    `Used up: nothing is sent until ${anew(month)} or a larger plan. What comes in is saved all the same.`,
  contacts: () => 'Full: nobody can be added by hand. Who writes in is still saved.',
  accounts: () => 'Full: no further one can be connected.',
};

/** `2,130 of 10,000` */
export function usedOf({ used, allowed }: Pick<UseLine, 'used' | 'allowed'>): string {
  return `${count(used)} of ${count(allowed)}`;
}

const EXCEEDED: Record<keyof Use, (allowed: string) => string> = {
  messages: (allowed) => `messages this month, and it allows ${allowed}. It becomes possible next month.`,
  contacts: (allowed) => `contacts, and it allows ${allowed}. Delete some first.`,
  accounts: (allowed) => `connected numbers and mailboxes, and it allows ${allowed}. Disconnect some first.`,
};

/** Why a plan is too small, and the way out: `18,400 contacts, and it allows 15,000. Delete some first.` */
export function exceededWords({
  what,
  used,
  allowed,
}: {
  what: keyof Use;
  used: number;
  allowed: number;
}): string {
  return `${count(used)} ${EXCEEDED[what](count(allowed))}`;
}
