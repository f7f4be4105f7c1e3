import { readFileSync } from 'node:fs';
import { inRoot } from '../../local/world/places.js';
import { seededGround } from './ground.js';
import { hunt } from './hunt.js';
import type { Mutant } from './mutants.js';
import { mutantsOf } from './mutants.js';
import { stagedWorld, worldOf } from './stage.js';

export interface MutationResult {
  total: number;
  killed: number;
  equivalent: number;
  survivors: string[];
  /** Listed as equivalent, but there is no such mutant any more. */
  stale: string[];
}

interface Options {
  /** So many mutants, spread over the text and the same in every run; all unless told. */
  sample?: number;
  most?: number; // requests that a mutant has to stand
  log?: (line: string) => void;
}

const LANES = 2;
const MOST = 1500;

/** Weakens the rules in every way we know and looks whether anybody would notice. */
export async function mutateRules({ sample, most = MOST, log }: Options = {}): Promise<MutationResult> {
  const rules = readFileSync(inRoot('firestore.rules'), 'utf8');
  const all = mutantsOf(rules);
  const equivalents = equivalentMutants();
  const open = all.filter(({ id }) => !(id in equivalents));
  const mutants = sample === undefined ? open : spread(open, sample);
  const lanes = Array.from({ length: LANES }, (_, lane) =>
    seededGround(`demo-mutants-${lane}`, rules, stagedWorld()),
  );
  const result = await hunt({
    rules,
    mutants,
    world: worldOf(stagedWorld()),
    grounds: await Promise.all(lanes),
    most,
    ...(log && { log }),
  });
  const ids = new Set(all.map(({ id }) => id));
  const equivalent = sample === undefined ? all.length - open.length : 0;
  return {
    total: result.total + equivalent,
    killed: result.killed,
    equivalent,
    survivors: result.survivors,
    stale: Object.keys(equivalents).filter((id) => !ids.has(id)),
  };
}

/** What cannot be told from the rules by any request, each with the reason. */
function equivalentMutants(): Record<string, string> {
  return JSON.parse(readFileSync(inRoot('tests/rulesProof/equivalents.json'), 'utf8')) as Record<
    string,
    string
  >;
}

function spread(mutants: Mutant[], count: number): Mutant[] {
  return Array.from({ length: count }, (_, n) => mutants[Math.floor((n * mutants.length) / count)]!);
}
