import type { Preferences, UserConsent } from './user.js';

type Choice = Pick<UserConsent, 'what' | 'given'>;

/**
 * What somebody chose between two states of their preferences. `unasked` is no choice, so going back to it (a new
 * question about storage) says nothing.
 */
export function choicesMade(before: Preferences, after: Preferences): Choice[] {
  const choices: Choice[] = [];
  if (before.productEmails !== after.productEmails) {
    choices.push({ what: 'product-emails', given: after.productEmails });
  }
  if (before.promotionalEmails !== after.promotionalEmails) {
    choices.push({ what: 'promotional-emails', given: after.promotionalEmails });
  }
  if (before.telemetry !== after.telemetry) {
    choices.push({ what: 'usage-counts', given: after.telemetry });
  }
  if (before.cookies !== after.cookies && after.cookies !== 'unasked') {
    choices.push({ what: 'storage', given: after.cookies === 'all' });
  }
  return choices;
}

/** The newest entry about one thing; entries come in any order. */
export function newestConsent(
  entries: readonly UserConsent[],
  what: UserConsent['what'],
): UserConsent | null {
  return entries.reduce<UserConsent | null>((newest, entry) => {
    if (entry.what !== what) return newest;
    return newest === null || entry.at.toMillis() > newest.at.toMillis() ? entry : newest;
  }, null);
}
