/** What the last complete proof found: the `rules` part of reports/proof.json; what it did not measure is missing. */
export interface SecurityFacts {
  commit: string | null;
  at: string | null;
  counts: Partial<Record<Count, number>>;
}

const COUNTS = [
  'matrixCases',
  'denied',
  'coveragePct',
  'mutants.total',
  'mutants.killed',
  'mutants.equivalent',
  'probes',
  'leaks',
  'fuzzCases',
  'oracleRequests',
  'disagreements',
  'schedules',
  'brokenSchedules',
  'acceptedAfterRemoval',
] as const;
type Count = (typeof COUNTS)[number];

/** Reads docs/security.json. What is no number is missing, so that nothing is shown that nobody measured. */
export function readFacts(json: string): SecurityFacts {
  const report = mapOf(JSON.parse(json));
  const counts: SecurityFacts['counts'] = {};
  for (const name of COUNTS) {
    const value = name.split('.').reduce<unknown>((inner, key) => mapOf(inner)[key], report);
    if (typeof value === 'number' && Number.isFinite(value)) counts[name] = value;
  }
  return { commit: textOf(report.commit), at: textOf(report.at), counts };
}

function mapOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** One check, in words: what was tried, what came of it, and whether that is what must come of it. */
export interface Check {
  title: string;
  about: string;
  result: string;
  outcome: 'held' | 'broken' | 'not measured';
}

interface CheckPlan {
  title: string;
  about: string;
  needs: Count[];
  result: (count: (name: Count) => string) => string;
  holds: (count: (name: Count) => number) => boolean;
}

const PLANS: CheckPlan[] = [
  {
    title: 'Every role at every door',
    about:
      'Each collection of the database is read, listed, created in, changed and deleted from by every kind of person: each role, invited, removed, of a paused or deleted organization, a stranger, nobody. What must happen follows from the table of roles above, not from the rules.',
    needs: ['matrixCases', 'denied'],
    result: (count) =>
      `${count('matrixCases')} cases, each as the table says; ${count('denied')} of them refused`,
    holds: (count) => count('matrixCases') > 0,
  },
  {
    title: 'Other organizations knocking',
    about:
      'Generated requests of somebody who owns another organization, by every way the database can be asked.',
    needs: ['probes', 'leaks'],
    result: (count) => `${count('leaks')} of ${count('probes')} requests got through`,
    holds: (count) => count('leaks') === 0,
  },
  {
    title: 'After a removal',
    about: 'Reads, writes and calls with a sign-in from before the removal, sent after it.',
    needs: ['acceptedAfterRemoval'],
    result: (count) => `${count('acceptedAfterRemoval')} were accepted`,
    holds: (count) => count('acceptedAfterRemoval') === 0,
  },
  {
    title: 'Owners acting at the same time',
    about:
      'Role changes, removals, hand-overs and leaves of several owners in random order at once: an owner always stays, and nobody gains what nobody gave them.',
    needs: ['schedules', 'brokenSchedules'],
    result: (count) => `${count('brokenSchedules')} of ${count('schedules')} schedules broke this`,
    holds: (count) => count('brokenSchedules') === 0,
  },
  {
    title: 'A second opinion',
    about: 'Random requests, judged by the rules and by a policy that was written apart from them.',
    needs: ['oracleRequests', 'disagreements'],
    result: (count) => `${count('disagreements')} disagreements in ${count('oracleRequests')} requests`,
    holds: (count) => count('disagreements') === 0,
  },
  {
    title: 'Odd documents',
    about: 'Random documents: what the schema does not allow must not get in, and what it allows must.',
    needs: ['fuzzCases'],
    result: (count) => `${count('fuzzCases')} documents tried`,
    holds: (count) => count('fuzzCases') > 0,
  },
  {
    title: 'Rules weakened on purpose',
    about:
      'A condition dropped, turned round or widened, one at a time: the tests must notice each. One that changes nothing anybody could ask for is listed with the reason.',
    needs: ['mutants.total', 'mutants.killed', 'mutants.equivalent'],
    result: (count) =>
      `${count('mutants.killed')} of ${count('mutants.total')} noticed, ${count('mutants.equivalent')} change nothing`,
    holds: (count) => count('mutants.killed') + count('mutants.equivalent') === count('mutants.total'),
  },
  {
    title: 'Nothing untried',
    about: 'Every condition of the rules was seen to say yes and to say no.',
    needs: ['coveragePct'],
    result: (count) => `${count('coveragePct')} % of the conditions`,
    holds: (count) => count('coveragePct') === 100,
  },
];

/** All checks with their results; one whose figures are missing says so. */
export function checksOf({ counts }: SecurityFacts): Check[] {
  return PLANS.map(({ title, about, needs, result, holds }) => {
    const count = (name: Count): number => counts[name] ?? Number.NaN;
    if (needs.some((name) => counts[name] === undefined))
      return { title, about, result: 'Not measured yet', outcome: 'not measured' };
    const told = result((name) => count(name).toLocaleString('en'));
    return { title, about, result: told, outcome: holds(count) ? 'held' : 'broken' };
  });
}

/** When and of which version the figures are, or that there are none. */
export function runWords({ commit, at, counts }: SecurityFacts): string {
  if (Object.keys(counts).length === 0) return 'No complete run of these checks was recorded yet.';
  const day = at === null ? 'an unknown day' : DATE.format(Date.parse(at));
  const version = commit === null ? 'an unknown version' : `version ${commit.slice(0, 12)}`;
  return `Figures of the run of ${day}, on ${version}.`;
}

const DATE = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });
