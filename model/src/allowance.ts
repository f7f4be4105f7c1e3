import type { Purpose } from './message.js';
import type { Allowances } from './plans.js';

/** How much of an allowance is used, by which people are told: at 80 % a notice, at 100 % what stops. */
export const USE_LEVELS = ['within', 'near', 'full'] as const;
export type UseLevel = (typeof USE_LEVELS)[number];

/** From this share on an allowance is near its end. */
export const NEAR_SHARE = 0.8;

/** `orgs/{orgId}.monthlyUse`: how far the month's messages are used, as counted last; written when a level changes. */
export interface MonthlyUse {
  readonly month: string; // yyyy-mm, UTC
  readonly messages: UseLevel;
  readonly contacts: UseLevel; // not by month: what there is
}

/** What the levels are made of. */
export interface Use {
  readonly accounts: number;
  readonly contacts: number;
  readonly messages: number;
}

export function levelOf(used: number, allowed: number): UseLevel {
  if (used >= allowed) return 'full';
  return used >= allowed * NEAR_SHARE ? 'near' : 'within';
}

/** The calendar month of a moment (epoch ms) in UTC, `yyyy-mm`; allowances begin anew with it. */
export function monthOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 7);
}

/** Epoch ms at which the month after `month` (yyyy-mm) begins, UTC. */
export function monthEnd(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return Date.UTC(year, number, 1);
}

/** How far a month's messages are used, as counted last; a count of another month says nothing about this one. */
export function messageLevelIn(use: MonthlyUse | null | undefined, month: string): UseLevel {
  return use?.month === month ? use.messages : 'within';
}

/** Whether the month's messages are gone. */
export function isUsedUp(use: MonthlyUse | null | undefined, nowMs: number): boolean {
  return messageLevelIn(use, monthOf(nowMs)) === 'full';
}

export function monthlyUseOf(
  use: Pick<Use, 'contacts' | 'messages'>,
  allowances: Allowances,
  nowMs: number,
): MonthlyUse {
  return {
    month: monthOf(nowMs),
    messages: levelOf(use.messages, allowances.messages),
    contacts: levelOf(use.contacts, allowances.contacts),
  };
}

/** What a count changes in `monthlyUse`; null: nothing, and nothing is to be written. A new month begins within. */
export function planMonthlyUse(
  before: MonthlyUse | null | undefined,
  counted: MonthlyUse,
): MonthlyUse | null {
  const isSame =
    messageLevelIn(before, counted.month) === counted.messages &&
    (before?.contacts ?? 'within') === counted.contacts;
  return isSame ? null : counted;
}

export interface Exceeded {
  readonly what: keyof Use;
  readonly used: number;
  readonly allowed: number;
}

/** What an organization uses more of than a plan allows; a change to that plan is refused until it is empty. */
export function exceededBy(use: Use, allowances: Allowances): Exceeded[] {
  return (['accounts', 'contacts', 'messages'] as const)
    .map((what) => ({ what, used: use[what], allowed: allowances[what] }))
    .filter(({ used, allowed }) => used > allowed);
}

/** The month that a message counts in: `<orgId>/<yyyy-mm>`. One query over all of them counts it, without a counter. */
export function sentInKey(orgId: string, sentAtMs: number): string {
  return `${orgId}/${monthOf(sentAtMs)}`;
}

/** What people write. Confirmations of opt-outs and answers to HELP are asked for by law or carriers and cost nothing. */
const COUNTED: readonly Purpose[] = ['conversation'];

/** What to add to a message that a provider took: it counts once, in the month of its first hand-over. */
export function planSentIn(
  orgId: string,
  message: { purpose?: Purpose | undefined; sentIn?: string | undefined },
  sentAtMs: number,
): { sentIn?: string } {
  const isCounted = message.sentIn === undefined && COUNTED.includes(message.purpose ?? 'conversation');
  return isCounted ? { sentIn: sentInKey(orgId, sentAtMs) } : {};
}
