import { setTimeout as wait } from 'node:timers/promises';
import type { Case } from './cases.js';
import { everyCase } from './cases.js';
import type { Ground } from './ground.js';
import type { Edit, Mutant } from './mutants.js';
import type { World } from './policy.js';
import { mayAsk } from './policy.js';
import type { Request } from './request.js';
import { readRules } from './rulesSyntax.js';

/** A request with the answer that the policy gives, and what in the rules it can meet. */
interface Killer extends Case {
  wanted: 'allowed' | 'denied';
  keys: string[];
  words: Set<string>;
  kills: number;
  turn: number;
}

export interface HuntResult {
  total: number;
  killed: number;
  survivors: string[];
  requests: number;
}

interface Options {
  rules: string;
  mutants: readonly Mutant[];
  world: World;
  grounds: readonly Ground[];
  /** How many requests a mutant has to stand before it has survived. */
  most: number;
  log?: (line: string) => void;
}

const AIMED = 10; // a request that tries the very field that the mutant is about
const WIDTH = 6; // requests of one mutant at a time

/**
 * Asks each mutant what is likeliest to tell it from the rules, until an answer differs. Mutants of different `allow`s are
 * loaded together; a batch that meets two of them proves nothing about either, and is asked only of one that is alone.
 */
export async function hunt({ rules, mutants, world, grounds, most, log }: Options): Promise<HuntResult> {
  const killers = killersFor(world, rules);
  const byKey = indexOf(killers);
  const waves = wavesOf(mutants);
  const result: HuntResult = { total: 0, killed: 0, survivors: [], requests: 0 };
  const used = new Set<Killer>();
  log?.(`${mutants.length} mutants in ${waves.length} loads, ${killers.length} requests to choose from`);
  const tryOut = async (ground: Ground, mutant: Mutant, wave: Mutant[]): Promise<void> => {
    const candidates = ranked(mutant, byKey, killers);
    const apart = candidates.filter((killer) => !meetsAnother(killer, mutant, wave));
    const { killer, asked } = await findKiller(ground, apart, most);
    result.requests += asked;
    if (!killer && apart.length < candidates.length) {
      waves.push([mutant]);
      return;
    }
    result.total += 1;
    if (!killer) {
      result.survivors.push(mutant.id);
      log?.(`survived: ${mutant.id}`);
      return;
    }
    killer.kills += 1;
    used.add(killer);
    result.killed += 1;
  };
  const work = async (ground: Ground): Promise<void> => {
    for (let wave = waves.shift(); wave; wave = waves.shift()) {
      if (
        await ground.load(
          edited(
            rules,
            wave.map(({ edit }) => edit),
          ),
        )
      ) {
        await Promise.all(wave.map((mutant) => tryOut(ground, mutant, wave)));
      } else if (wave.length > 1) waves.push(...wave.map((mutant) => [mutant])); // one of them does not compile
      log?.(`${result.killed} of ${result.total} killed, ${waves.length} loads to go`);
    }
  };
  await Promise.all(grounds.map(work));
  await insistOnTruth(grounds[0]!, rules, [...used]);
  return result;
}

function meetsAnother({ keys }: Killer, mutant: Mutant, wave: readonly Mutant[]): boolean {
  const others = wave.filter((one) => one !== mutant);
  return keys.some((key) => others.some(({ scope }) => scope.has(key)));
}

/** What killed a mutant must be answered rightly by the rules themselves. */
async function insistOnTruth(ground: Ground, rules: string, killers: Killer[]): Promise<void> {
  await ground.load(rules);
  for (const { uid, request, wanted } of killers) {
    const answer = await ground.ask(uid, request);
    if (answer !== wanted)
      throw new Error(`The rules say ${answer} to ${String(uid)}: ${JSON.stringify(request)}`);
  }
}

/** The same mutants in the fewest loads we find: those of a load reach different requests. */
function wavesOf(mutants: readonly Mutant[]): Mutant[][] {
  const isAlone = ({ how }: Mutant): boolean => how === 'remove a match';
  const waves: { mutants: Mutant[]; scope: Set<string> }[] = [];
  for (const mutant of mutants.filter((one) => !isAlone(one))) {
    const keys = [...mutant.scope];
    const fits = waves.find(({ scope }) => !keys.some((key) => scope.has(key)));
    if (fits) fits.mutants.push(mutant);
    else waves.push({ mutants: [mutant], scope: new Set(keys) });
    for (const key of keys) fits?.scope.add(key);
  }
  return [...waves.map((wave) => wave.mutants), ...mutants.filter(isAlone).map((mutant) => [mutant])];
}

function edited(rules: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce((text, { from, to, text: put }) => text.slice(0, from) + put + text.slice(to), rules);
}

async function findKiller(
  ground: Ground,
  candidates: Killer[],
  most: number,
): Promise<{ killer?: Killer; asked: number }> {
  for (let at = 0; at < Math.min(most, candidates.length); at += WIDTH) {
    const few = candidates.slice(at, at + WIDTH);
    const answers = await Promise.all(few.map(({ uid, request }) => ground.ask(uid, request)));
    const found = few.find(({ wanted }, n) => answers[n] !== wanted);
    if (found) return { killer: found, asked: at + few.length };
  }
  await wait(0);
  return { asked: candidates.length };
}

type ByKey = Map<string, Killer[]>;

function indexOf(killers: Killer[]): ByKey {
  const byKey: ByKey = new Map();
  for (const killer of killers) {
    for (const key of killer.keys) {
      const list = byKey.get(key);
      if (list) list.push(killer);
      else byKey.set(key, [killer]);
    }
  }
  return byKey;
}

/** Those that can meet the mutant, likeliest first: they share rare words with it, or have killed before. */
function ranked(mutant: Mutant, byKey: ByKey, killers: Killer[]): Killer[] {
  const keys = [...mutant.scope].flatMap((key) =>
    key.endsWith('/*') ? [...byKey.keys()].filter((other) => other.startsWith(key.slice(0, -1))) : [key],
  );
  const inReach = [...new Set(keys.flatMap((key) => byKey.get(key) ?? []))];
  const counts = new Map<string, number>();
  for (const { words } of inReach) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const rarity = (word: string): number => Math.log(inReach.length / counts.get(word)!);
  const isOfKeys = mutant.words.has('hasOnly'); // any field may be the one too many
  const score = ({ words, kills, turn, field }: Killer): number => {
    const isAimed = field !== undefined && (mutant.words.has(field) || isOfKeys);
    let sum = Math.log1p(kills) + turn / killers.length + (isAimed ? AIMED : 0);
    for (const word of words) if (mutant.words.has(word)) sum += rarity(word);
    return sum;
  };
  const scored = inReach
    .map((killer) => ({ killer, score: score(killer) }))
    .sort((a, b) => b.score - a.score);
  const groups = new Map<string, Killer[]>();
  for (const { killer } of scored) {
    const name = `${killer.keys.join()} ${killer.wanted} ${String(killer.isPlain)}`;
    const group = groups.get(name);
    if (group) group.push(killer);
    else groups.set(name, [killer]);
  }
  return inTurns([...groups.values()]);
}

/** The first of each group, then the second of each, and so on. */
function inTurns(groups: Killer[][]): Killer[] {
  const longest = Math.max(0, ...groups.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) =>
    groups.map((group) => group[at]).filter((one) => one !== undefined),
  ).flat();
}

function killersFor(world: World, rules: string): Killer[] {
  const templates = readRules(rules).blocks.map(({ template }) =>
    template.replace('/databases/{db}/documents', ''),
  );
  const seen = new Set<string>();
  const found: Killer[] = [];
  for (const asked of everyCase(world)) {
    const { uid, request } = asked;
    const text = JSON.stringify([uid, request]);
    if (seen.has(text)) continue;
    seen.add(text);
    const keys = keysOf(request, templates);
    const words = new Set(text.match(/[A-Za-z]\w+/g) ?? []);
    const wanted = mayAsk(world, uid, request) ? 'allowed' : 'denied';
    found.push({ ...asked, wanted, keys, words, kills: 0, turn: 0 });
  }
  return shuffled(found).map((killer, turn) => ({ ...killer, turn }));
}

/** The same order in every run. */
function shuffled<T>(items: T[]): T[] {
  let state = 1;
  return items
    .map((item) => ({ item, at: (state = (state * 48_271) % 2_147_483_647) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

function keysOf(request: Request, templates: string[]): string[] {
  const key = (path: string, method: string): string => {
    const template = templates.find((one) => isOf(path, one));
    return `/databases/{db}/documents${template ?? '/'}:${method}`;
  };
  switch (request.kind) {
    case 'list':
    case 'count':
      return [key(`${request.query.parent}/${request.query.collection}/x`.replace(/^\//, ''), 'list')];
    case 'write':
      return [...new Set(request.writes.map(({ op, path }) => key(path, op)))];
    default:
      return [key(request.path, 'get')];
  }
}

function isOf(path: string, template: string): boolean {
  const [given, wanted] = [path.split('/'), template.slice(1).split('/')];
  return (
    given.length === wanted.length && wanted.every((part, at) => part.startsWith('{') || part === given[at])
  );
}
