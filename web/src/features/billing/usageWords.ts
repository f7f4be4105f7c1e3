import { PLANS, allowancesOf, levelOf, monthEnd } from '@leadpulse/model';
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
    const words = (level === 'full' ? FULL : AT_ITS_END)[what](untilWhen(counts.month, planId));
    return { what, label, used, allowed, share: Math.min(1, used / allowed), level, words };
  };
  return [
    line('messages', 'Messages sent this month'),
    line('contacts', 'Contacts'),
    line('accounts', 'Connected numbers and mailboxes'),
  ];
}

/** Until the next month, or a larger plan where there is one. */
function untilWhen(month: string, planId: string | null): string {
  const anew = longDate(monthEnd(month), 'UTC');
  return planId === PLANS.at(-1)?.id ? anew : `${anew} or a larger plan`;
}

type Words = Record<keyof Use, (until: string) => string>;

const AT_ITS_END: Words = {
  messages: (until) => `At 100 % sending stops until ${until}. What comes in is saved all the same.`,
  contacts: () => 'At 100 % nobody can be added by hand. Who writes in is still saved.',
  accounts: () => 'At 100 % no further one can be connected.',
};

const FULL: Words = {
  messages: (until) => `Used up: nothing is sent until ${until}. What comes in is saved all the same.`,
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
