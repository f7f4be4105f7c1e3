import { readFileSync } from 'node:fs';
import { inRoot } from '../../local/world/places.js';
import { seededGround } from './ground.js';
import { hunt } from './hunt.js';
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
  most?: number; // requests that a mutant has to stand
  log?: (line: string) => void;
}

const LANES = 2;
const MOST = 8000;

/** Weakens the rules in every way we know and looks whether anybody would notice. */
export async function mutateRules({ most = MOST, log }: Options = {}): Promise<MutationResult> {
  const rules = readFileSync(inRoot('firestore.rules'), 'utf8');
  const all = mutantsOf(rules);
  const equivalents = equivalentMutants();
  const mutants = all.filter(({ id }) => !(id in equivalents));
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
  const equivalent = all.length - mutants.length;
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
