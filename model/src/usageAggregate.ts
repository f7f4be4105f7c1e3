import type { BrowserFamily, Feature, FeatureCounts } from './telemetry.js';
import { BROWSER_FAMILIES, FEATURES } from './telemetry.js';

/** What keeps an organization from being told in a sum. */
export const AGGREGATION = {
  leastOrgs: 10, // a cell stands for at least so many
  mostUses: 1_000, // more than this of one organization does not count: nobody makes a cell theirs
  largestShare: 0.5, // nor may the largest of them be more of it than that
  step: 10, // numbers are multiples of it, and of more the larger they are: two digits are told
} as const;

/** What one organization adds to a day's sums. */
export interface Contribution {
  readonly counts?: FeatureCounts | undefined;
  readonly browsers?: Partial<Record<BrowserFamily, number>> | undefined;
}

export interface Aggregate {
  readonly counts: FeatureCounts;
  readonly browsers: Partial<Record<BrowserFamily, number>>;
}

/**
 * A day's sums. No total and no number of organizations goes with them, so that what is left out cannot be found by
 * taking away; the browsers are parts of one whole, so of them never just one is left out.
 */
export function planAggregate(contributions: readonly Contribution[]): Aggregate {
  const counts = cells(FEATURES, (feature) => contributions.map((one) => one.counts?.[feature] ?? 0));
  const browsers = cells(BROWSER_FAMILIES, (family) =>
    contributions.map((one) => one.browsers?.[family] ?? 0),
  );
  const seen = BROWSER_FAMILIES.filter((family) =>
    contributions.some((one) => (one.browsers?.[family] ?? 0) > 0),
  );
  return { counts, browsers: withoutLoneGap(browsers, seen) };
}

function cells<K extends Feature | BrowserFamily>(
  keys: readonly K[],
  usesOf: (key: K) => number[],
): Partial<Record<K, number>> {
  const found: Partial<Record<K, number>> = {};
  for (const key of keys) {
    const cell = cellOf(usesOf(key));
    if (cell !== null) found[key] = cell;
  }
  return found;
}

/** The sum of what organizations did, or null where it could tell of one of them. @internal */
export function cellOf(uses: readonly number[]): number | null {
  const { leastOrgs, mostUses, largestShare, step } = AGGREGATION;
  const clipped = uses.filter((count) => count > 0).map((count) => Math.min(count, mostUses));
  const sum = clipped.reduce((total, count) => total + count, 0);
  if (clipped.length < leastOrgs || Math.max(...clipped) > sum * largestShare) return null;
  const rounding = Math.max(step, 10 ** (String(sum).length - 2));
  return Math.round(sum / rounding) * rounding;
}

/** Where one part alone is left out, the smallest of the others goes with it. */
function withoutLoneGap(
  browsers: Aggregate['browsers'],
  seen: readonly BrowserFamily[],
): Aggregate['browsers'] {
  const shown = seen.filter((family) => browsers[family] !== undefined);
  if (seen.length - shown.length !== 1 || shown.length === 0) return browsers;
  const [smallest] = [...shown].sort((a, b) => (browsers[a] ?? 0) - (browsers[b] ?? 0));
  return Object.fromEntries(Object.entries(browsers).filter(([family]) => family !== smallest));
}
