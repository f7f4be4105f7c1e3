/** What the last whole run of the tests showed of each promise; what it did not run is missing. */
export interface PromiseFacts {
  commit: string | null;
  at: string | null;
  promises: ReadonlyMap<string, TestedPromise>;
}

interface TestedPromise {
  passed: number;
  failed: number;
  suites: { file: string; title: string; passed: number; failed: number }[];
}

/** Reads docs/promises.json. What is not of the right shape is missing, so that nothing is shown that nobody ran. */
export function readPromiseFacts(json: string): PromiseFacts {
  const report = mapOf(JSON.parse(json));
  const promises = new Map<string, TestedPromise>();
  for (const [id, value] of Object.entries(mapOf(report.promises))) {
    const { passed, failed, suites } = mapOf(value);
    if (isCount(passed) && isCount(failed)) promises.set(id, { passed, failed, suites: suitesOf(suites) });
  }
  return { commit: textOf(report.commit), at: textOf(report.at), promises };
}

function suitesOf(value: unknown): TestedPromise['suites'] {
  if (!Array.isArray(value)) return [];
  return value
    .map(mapOf)
    .flatMap(({ file, title, passed, failed }) =>
      typeof file === 'string' && typeof title === 'string' && isCount(passed) && isCount(failed)
        ? [{ file, title, passed, failed }]
        : [],
    );
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function mapOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export type Outcome = 'held' | 'broken' | 'not run';

/** A promise whose tests all passed is held; one without tests in the last run is not. */
export function outcomeOf({ promises }: PromiseFacts, id: string): { outcome: Outcome; words: string } {
  const tested = promises.get(id);
  if (tested === undefined || tested.passed + tested.failed === 0)
    return { outcome: 'not run', words: 'No run recorded yet' };
  const { passed, failed } = tested;
  if (failed > 0) return { outcome: 'broken', words: `${COUNT.format(failed)} of its tests failed` };
  return { outcome: 'held', words: passed === 1 ? '1 test passed' : `${COUNT.format(passed)} tests passed` };
}

const COUNT = new Intl.NumberFormat('en');

/** When and of which version the run was, or that there was none. */
export function promiseRunWords({ commit, at, promises }: PromiseFacts): string {
  if (promises.size === 0) return 'No complete run of the tests was recorded yet.';
  const day = at === null ? 'an unknown day' : DATE.format(Date.parse(at));
  const version = commit === null ? 'an unknown version' : `version ${commit.slice(0, 12)}`;
  return `Tests of the run of ${day}, on ${version}.`;
}

const DATE = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });
