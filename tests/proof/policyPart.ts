import { REGISTER } from '@leadpulse/policy/register';
import { CURRENT_POLICY } from '@leadpulse/policy/versions';
import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from '../../local/world/places.js';
import { outcomeOf, readPromiseFacts } from '../../web/src/features/policy/promiseFacts.js';

/** The clauses of the policy in force, and how many of them state only promises that a run of tests showed kept. */
export function coveredClauses(run: string): { clauses: number; covered: number } {
  const facts = readPromiseFacts(run);
  const kept = REGISTER.filter(({ id, controls, screens }) => {
    return controls.length > 0 && screens.length > 0 && outcomeOf(facts, id).outcome === 'held';
  }).map(({ id }) => id);
  const covered = CURRENT_POLICY.clauses.filter(({ promises }) => promises.every((id) => kept.includes(id)));
  return { clauses: CURRENT_POLICY.clauses.length, covered: covered.length };
}

/** By the last whole `npm test` of this machine, else by the one that is recorded; nothing without one. */
export function provePolicy(log: (line: string) => void): {
  part: Partial<ReturnType<typeof coveredClauses>>;
  kept: boolean;
} {
  const [file] = ['reports/promises.json', 'docs/promises.json'].filter((path) => existsSync(inRoot(path)));
  const run = file === undefined ? '{}' : readFileSync(inRoot(file), 'utf8');
  const { commit, promises } = readPromiseFacts(run);
  if (promises.size === 0) {
    log('no whole run of npm test is recorded; what it covers is left out');
    return { part: {}, kept: true };
  }
  const found = coveredClauses(run);
  log(
    `${found.covered} of ${found.clauses} clauses, by the tests of ${commit?.slice(0, 12) ?? 'an unknown version'}`,
  );
  return { part: found, kept: found.covered === found.clauses };
}
