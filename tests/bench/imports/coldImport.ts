import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { World } from '../../../local/world.js';
import { median, relative, ROOT, say, type Metric } from '../report.js';

const run = promisify(execFile);
const LOOKS = 2; // at each function, to find the slowest
const WIDTH = 2;
const SLOWEST = 4;
const ROUNDS = 7;
const TARGET = 1.3;

/** Modules without which no function that a document triggers can answer, and nothing else. */
const MODULES = ['firestore', 'https', 'scheduler', 'tasks'].map((name) => `firebase-functions/${name}`);
const START = `initializeApp({ projectId: 'floor' });
getFirestore();
`;

/** The faster way to load them, and the one that their documentation shows. */
const FLOORS = {
  'floor.cjs': `${MODULES.map((name) => `require('${name}');\n`).join('')}
const { initializeApp } = require('firebase-admin/app');
const { getFirestore } = require('firebase-admin/firestore');
${START}`,
  'floor.mjs': `${MODULES.map((name) => `import '${name}';\n`).join('')}
import { initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
${START}`,
};

interface Subject {
  name: string;
  code: string; // loads it, as a process of Cloud Functions does
}

/**
 * How long a fresh process takes to load the function that it serves, over the bare SDKs. Two looks at each function find
 * the slowest few; only those are measured, by turns with the floors, so that a busy moment hits all alike.
 */
export async function measureColdImport(world: World): Promise<Metric[]> {
  const index = join(world.dir, 'functions/lib/index.cjs');
  const names = await functionsOf(index);
  const slowest = await slowestOf(names.map((name) => ({ name, code: loadingFunction(index, name) })));
  const floors = writeFloors();
  const medians = await measureByTurns([...floors, ...slowest]);
  const [floor = 0, imported = 0, ...ours] = medians;
  const worst = Math.max(...ours);
  const all = slowest.map(({ name }, at) => `${name} ${ours[at]?.toFixed(0)}`).join(', ');
  say(`  floor ${floor.toFixed(0)} ms by require, ${imported.toFixed(0)} ms by import; ${all} ms`);
  return [
    relative({
      name: `cold import of the slowest function entry (of ${names.length})`,
      unit: 'ms',
      ours: worst,
      against: floor,
      other: imported,
      target: TARGET,
    }),
  ];
}

async function functionsOf(index: string): Promise<string[]> {
  const code = `const all = require(${JSON.stringify(index)});
    console.log(JSON.stringify(Object.keys(all).filter((name) => '__endpoint' in all[name])));`;
  return JSON.parse(await node(code)) as string[];
}

/** The functions whose faster look was the slowest. */
async function slowestOf(functions: Subject[]): Promise<Subject[]> {
  say(`  looking at ${functions.length} functions`);
  const looked = functions.map((subject) => ({ subject, ms: Number.POSITIVE_INFINITY }));
  const queue = Array.from({ length: LOOKS }, () => looked)
    .flat()
    .values();
  const lane = async (): Promise<void> => {
    for (const entry of queue) entry.ms = Math.min(entry.ms, await loadTime(entry.subject));
  };
  await Promise.all(Array.from({ length: WIDTH }, lane));
  return looked
    .sort((a, b) => b.ms - a.ms)
    .slice(0, SLOWEST)
    .map(({ subject }) => subject);
}

/** The median time of each, one after the other in an order that moves on each round. */
async function measureByTurns(subjects: Subject[]): Promise<number[]> {
  const times = subjects.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (let turn = 0; turn < subjects.length; turn++) {
      const at = (turn + round) % subjects.length;
      const subject = subjects[at];
      if (subject) times[at]?.push(await loadTime(subject));
    }
  }
  return times.map(median);
}

async function loadTime({ name, code }: Subject): Promise<number> {
  const timed = `const began = performance.now();
    const loaded = ${code};
    Promise.resolve(loaded).then(() => console.log(performance.now() - began));`;
  return Number(await node(timed, { FUNCTION_TARGET: name, K_SERVICE: name }));
}

function loadingFunction(index: string, name: string): string {
  return `require(${JSON.stringify(index)})[${JSON.stringify(name)}].__endpoint`;
}

async function node(code: string, env: Record<string, string> = {}): Promise<string> {
  const { stdout } = await run(process.execPath, ['--eval', code], {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    cwd: ROOT,
  });
  return stdout.trim().split('\n').at(-1) ?? '';
}

function writeFloors(): Subject[] {
  const dir = join(ROOT, '.world/bench/imports');
  mkdirSync(dir, { recursive: true });
  return Object.entries(FLOORS).map(([name, text]) => {
    const file = join(dir, name);
    writeFileSync(file, text);
    const path = JSON.stringify(name.endsWith('.cjs') ? file : pathToFileURL(file).href);
    return { name, code: name.endsWith('.cjs') ? `require(${path})` : `import(${path})` };
  });
}
