import type { PromiseId } from '@leadpulse/policy/clause';
import { PROMISE_IDS } from '@leadpulse/policy/clause';
import { z } from 'zod';

/**
 * Tests that keep a promise of the policy carry its tag in their title or that of a suite around them: `[P9]`. summary.cjs
 * collects what became of them, by file and outermost suite.
 */
const countSchema = z.strictObject({ suite: z.string(), passed: z.number(), failed: z.number() });
export const tallySchema = z.record(z.string(), z.record(z.string(), countSchema));
/** By tag, then by `file › suite`. */
export type Tally = z.infer<typeof tallySchema>;

/** What a whole run showed of one promise. */
export interface Kept {
  readonly passed: number;
  readonly failed: number;
  readonly suites: readonly { file: string; title: string; passed: number; failed: number }[];
}

const TAG = /\[(P\d+)\]/g;

/** The tags in a title, or in a whole file of tests. */
export function tagsIn(text: string): string[] {
  return [...new Set([...text.matchAll(TAG)].map(([, id = '']) => id))];
}

export function mergeTallies(tallies: readonly Tally[]): Tally {
  const sum: Tally = {};
  for (const tally of tallies) {
    for (const [id, suites] of Object.entries(tally)) sum[id] = { ...sum[id], ...suites };
  }
  return sum;
}

/** A promise without a test counts as zero of both. */
export function keptOf(tally: Tally): Record<PromiseId, Kept> {
  const entries = PROMISE_IDS.map((id): [PromiseId, Kept] => {
    const suites = Object.entries(tally[id] ?? {}).map(([key, { suite, passed, failed }]) => ({
      ...{ file: key.slice(0, key.indexOf(' › ')), title: suite, passed, failed },
    }));
    const sum = (what: 'passed' | 'failed'): number => suites.reduce((total, each) => total + each[what], 0);
    return [id, { passed: sum('passed'), failed: sum('failed'), suites: suites.sort(byPlace) }];
  });
  return Object.fromEntries(entries) as Record<PromiseId, Kept>;
}

function byPlace(a: { file: string; title: string }, b: { file: string; title: string }): number {
  return a.file.localeCompare(b.file) || a.title.localeCompare(b.title);
}

/** What is wrong with a whole run, in words; nothing if every promise had a passing test, and none failed. */
export function brokenPromises(tally: Tally): string[] {
  const kept = keptOf(tally);
  const unknown = Object.keys(tally).filter((id) => !(id in kept));
  return [
    ...unknown.map((id) => `[${id}] is no promise of the policy`),
    ...PROMISE_IDS.flatMap((id) => {
      if (kept[id].failed > 0) return [`${id}: ${kept[id].failed} of its tests failed`];
      return kept[id].passed === 0 ? [`${id}: no test of it ran`] : [];
    }),
  ];
}
