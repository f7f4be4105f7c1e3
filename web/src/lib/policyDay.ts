const DAY = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });

/** A version of the policy is named by its day, yyyy-mm-dd. */
export function policyDay(version: string): string {
  return DAY.format(Date.parse(version));
}
