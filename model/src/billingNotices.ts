import type { AccessFacts, SubscriptionFacts } from './access.js';
import { DAY_MS } from './access.js';
import type { Billing, BillingNotice, NoticeState } from './billing.js';
import { BILLING_NOTICES } from './billing.js';

/** The part of a billing page that mails are about. */
type Told = Pick<Billing, 'access' | 'notices'>;

/** What is so now. */
interface Turn {
  access: AccessFacts;
  deciding: SubscriptionFacts | null;
  subscriptions: readonly SubscriptionFacts[];
  nowMs: number;
}

/**
 * Which mails are due. A notice carries its reason; the same reason never makes a second one. One that did not go out while
 * it was true goes unsent.
 */
export function planNotices(before: Told, turn: Turn): Billing['notices'] {
  const reasons = reasonsFor(before, turn);
  const notices: Billing['notices'] = {};
  for (const kind of BILLING_NOTICES) {
    const known = before.notices[kind];
    const reason = reasons[kind];
    if (reason !== undefined && known?.reason !== reason) {
      notices[kind] = { reason, dueAtMs: turn.nowMs, claimedAtMs: null, sentAtMs: null };
    } else if (known && (reason !== undefined || known.sentAtMs !== null)) notices[kind] = known;
  }
  return notices;
}

/** What is true now and people are told of, each with its reason. */
function reasonsFor(before: Told, turn: Turn): Partial<Record<BillingNotice, string>> {
  const { access, deciding, nowMs } = turn;
  const reasons: Partial<Record<BillingNotice, string>> = {};
  for (const { kind, reason, fromMs, toMs } of remindersOf(access))
    if (fromMs <= nowMs && nowMs < toMs) reasons[kind] = reason;
  if (access.status === 'past_due' && deciding) reasons['payment-failed'] = unpaid(deciding);
  const pause = access.status === 'paused' ? pauseReason(before, turn) : undefined;
  if (pause !== undefined) reasons.paused = pause;
  return reasons;
}

/** Told when sending stops, not of an organization that did not send before; while it is paused, the reason stays. */
function pauseReason(before: Told, { access, subscriptions }: Turn): string | undefined {
  return before.access.status === 'paused' || before.access.status === 'canceled'
    ? before.notices.paused?.reason
    : `${subscriptions.map(unpaid).join(' ')}/${access.trialEndsAtMs ?? ''}`;
}

function unpaid({ id, unpaidSinceMs }: SubscriptionFacts): string {
  return `${id}@${unpaidSinceMs ?? ''}`;
}

interface Reminder {
  kind: BillingNotice;
  reason: string;
  fromMs: number;
  toMs: number;
}

/** The reminders of a trial's end, each with the time in which it is true. */
function remindersOf({ status, trialEndsAtMs: endMs }: AccessFacts): Reminder[] {
  if (status !== 'trialing' || endMs === null) return [];
  const [threeMs, oneMs] = [endMs - 3 * DAY_MS, endMs - DAY_MS];
  return [
    { kind: 'trial-3-days', reason: String(endMs), fromMs: threeMs, toMs: oneMs },
    { kind: 'trial-1-day', reason: String(endMs), fromMs: oneMs, toMs: endMs },
  ];
}

/** A mail that a dead process claimed is sent after so long by the next. */
export const NOTICE_CLAIM_MS = 10 * 60_000;

/** The notices to send now. */
export function dueNotices(notices: Billing['notices'], nowMs: number): BillingNotice[] {
  return BILLING_NOTICES.filter((kind) => {
    const at = actionOf(notices[kind]);
    return at !== null && at <= nowMs;
  });
}

function actionOf(notice: NoticeState | undefined): number | null {
  if (!notice || notice.sentAtMs !== null) return null;
  return notice.claimedAtMs === null ? notice.dueAtMs : notice.claimedAtMs + NOTICE_CLAIM_MS;
}

/** When time itself changes something next, epoch ms; it may have passed already. */
export function nextAction({ access, notices }: Told, nowMs: number): number | null {
  const reminders = remindersOf(access).filter(
    ({ kind, reason, toMs }) => nowMs < toMs && notices[kind]?.reason !== reason,
  );
  const moments = [
    ...BILLING_NOTICES.map((kind) => actionOf(notices[kind])),
    ...reminders.map(({ fromMs }) => fromMs),
    trialEnd(access, nowMs),
    access.graceEndsAtMs,
  ].filter((moment) => moment !== null);
  return moments.length === 0 ? null : Math.min(...moments);
}

/** The end of a trial that no plan follows; one that has passed is found by the access that the organization carries. */
function trialEnd({ status, planId, trialEndsAtMs }: AccessFacts, nowMs: number): number | null {
  const isAhead = trialEndsAtMs !== null && trialEndsAtMs > nowMs;
  return status === 'trialing' && planId === null && isAhead ? trialEndsAtMs : null;
}
