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

/** Whether the month's messages are gone; a count of an earlier month says nothing about this one. */
export function isUsedUp(use: MonthlyUse | null | undefined, nowMs: number): boolean {
  return use?.messages === 'full' && use.month === monthOf(nowMs);
}

export function monthlyUseOf(use: Use, allowances: Allowances, nowMs: number): MonthlyUse {
  return {
    month: monthOf(nowMs),
    messages: levelOf(use.messages, allowances.messages),
    contacts: levelOf(use.contacts, allowances.contacts),
  };
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

/** What every message that was handed over carries, so that a month is counted without a counter: `<orgId>/<yyyy-mm>`. */
export function sentInKey(orgId: string, sentAtMs: number): string {
  return `${orgId}/${monthOf(sentAtMs)}`;
}
