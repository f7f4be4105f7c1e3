import type { Feature, FeatureCounts } from '@leadpulse/model';

/** What was used in one organization since it was last taken. */
export interface Uses {
  orgId: string;
  counts: FeatureCounts;
}

let uses: Uses[] | null = null; // null: off, and nothing at all is added up

/** One more use of a feature, where the person allows counting. It takes the name of a feature and can take nothing else. */
export function count(feature: Feature): void {
  const here = uses?.at(-1);
  if (here) here.counts[feature] = (here.counts[feature] ?? 0) + 1;
}

/** From now on uses are counted in this organization; null: not at all, and what was not told yet is forgotten. */
export function countIn(orgId: string | null): void {
  uses = orgId === null ? null : [...(uses ?? []), { orgId, counts: {} }];
}

/** What was used so far, to be kept elsewhere. */
export function takeUses(): Uses[] {
  const taken = uses ?? [];
  const here = taken.at(-1);
  if (here) uses = [{ orgId: here.orgId, counts: {} }];
  return taken.filter(({ counts }) => Object.keys(counts).length > 0);
}
