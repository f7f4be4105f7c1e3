import type { Org } from '@leadpulse/model';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000; // `now` is a begun minute: the first one of a trial is not a fifteenth day

/** Where the organization stands: in its trial, paying, or paused. */
export function trialWords({ status, trialEndsAt }: Org['access'], now: number): string {
  if (status === 'trialing' && trialEndsAt !== null) {
    const days = Math.ceil((trialEndsAt.toMillis() - now - MINUTE_MS) / DAY_MS);
    if (days <= 0) return 'Your free trial has ended.';
    return days === 1 ? 'Your free trial ends within a day.' : `${days} days of your free trial are left.`;
  }
  if (status === 'paused') return 'This organization is paused: it receives messages, and sends none.';
  return 'What holds for the whole organization.';
}
