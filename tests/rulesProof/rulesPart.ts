import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from '../../local/world/places.js';
import { runMocha } from '../mochaRun.js';
import { everybody } from '../rules/people.js';
import { mayAt, METHODS, placesOf } from '../rules/places.js';
import { runAccessFuzz } from './accessFuzz.js';
import { runFuzz } from './fuzz.js';
import type { Ground } from './ground.js';
import { seededGround } from './ground.js';
import { mutateRules } from './mutation.js';
import { runOracle } from './oracle.js';
import { runProbes } from './probes.js';
import { stagedWorld, worldOf } from './stage.js';

const PROBES_EVERY = 2;
const SEEDS = [11, 23, 47, 101];
const REQUESTS_A_SEED = 5000;
const DOCUMENTS = 5000;
const ORGANIZATIONS = 2000;
const TEST_TIMEOUT_MS = 120_000;

/** The `rules` part of reports/proof.json, as far as this folder measures it. */
interface RulesPart {
  matrixCases: number;
  denied: number;
  coveragePct?: number; // left out unless every condition was seen both ways
  mutants: { total: number; killed: number; equivalent: number };
  probes: number;
  leaks: number;
  fuzzCases: number;
  oracleRequests: number;
  disagreements: number;
}

interface Outcome {
  part: RulesPart;
  kept: boolean;
}

/** Proves what firestore.rules promises, in projects of their own beside the world's. */
export async function proveRules(log: (line: string) => void): Promise<Outcome> {
  const rules = readFileSync(inRoot('firestore.rules'), 'utf8');
  log('the matrix and the coverage of the rules');
  const matrix = await runSpec('places.spec');
  const coverage = await runSpec('verdicts.spec');
  const ground = await seededGround('demo-proof', rules, stagedWorld());
  const found = await askEverything(ground, log);
  log('weakened rules');
  const { total, killed, equivalent, survivors, stale } = await mutateRules({ log: everyTenSeconds(log) });
  for (const id of survivors) log(`survived: ${id}`);
  const part: RulesPart = {
    ...matrixOf(rules),
    ...(coverage.failed === 0 && { coveragePct: 100 }), // verdicts.spec.ts fails below
    mutants: { total, killed, equivalent },
    ...found,
  };
  const wrong =
    matrix.failed + coverage.failed + survivors.length + stale.length + found.leaks + found.disagreements;
  return { part, kept: wrong === 0 };
}

function runSpec(file: string): Promise<{ passed: number; failed: number }> {
  const env = { WORLD_BASE: process.env.WORLD_BASE! };
  return runMocha({
    name: `proof-${file}`,
    folders: ['tests/rules'],
    timeoutMs: TEST_TIMEOUT_MS,
    only: [file],
    env,
  });
}

/** What tests/rules/places.spec.ts walks. */
function matrixOf(rules: string): Pick<RulesPart, 'matrixCases' | 'denied'> {
  const cases = placesOf(rules).flatMap((place) =>
    METHODS.flatMap((method) => everybody.map((who) => mayAt(who, method, place))),
  );
  return { matrixCases: cases.length, denied: cases.filter((may) => !may).length };
}

type Found = Pick<RulesPart, 'probes' | 'leaks' | 'fuzzCases' | 'oracleRequests' | 'disagreements'>;

async function askEverything(ground: Ground, log: (line: string) => void): Promise<Found> {
  const world = worldOf(stagedWorld());
  log('requests across the walls');
  const { probes, leaks } = await runProbes(ground, world, PROBES_EVERY);
  for (const leak of leaks) log(`LEAK ${leak}`);
  log('random requests against the policy');
  let oracleRequests = 0;
  const disagreements: string[] = [];
  for (const seed of SEEDS) {
    const result = await runOracle(ground, world, seed, REQUESTS_A_SEED);
    oracleRequests += result.requests;
    disagreements.push(...result.disagreements);
  }
  log('random documents against the schemas');
  const fuzz = await runFuzz(ground, world, SEEDS[0]!, DOCUMENTS);
  log('organizations that pay in random ways');
  const access = await runAccessFuzz(ground, world, SEEDS[0]!, ORGANIZATIONS);
  disagreements.push(...fuzz.wrong, ...access.disagreements);
  for (const line of disagreements) log(`DISAGREED ${line}`);
  return {
    probes,
    leaks: leaks.length,
    fuzzCases: fuzz.cases + access.cases,
    oracleRequests,
    disagreements: disagreements.length,
  };
}

const TELL_EVERY_MS = 10_000;

function everyTenSeconds(log: (line: string) => void): (line: string) => void {
  let told = Date.now();
  return (line) => {
    if (Date.now() - told < TELL_EVERY_MS) return;
    told = Date.now();
    log(line);
  };
}

/** Keeps the figures where the page `/security` and docs/security.md are made from. */
export function writeSecurityFacts(facts: object): void {
  writeFileSync(inRoot('docs/security.json'), `${JSON.stringify(facts, null, 2)}\n`);
}
