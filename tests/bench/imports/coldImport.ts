import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { World } from '../../../local/world.js';
import { median, relative, ROOT, say, type Metric } from '../report.js';

const run = promisify(execFile);
const ROUNDS = 5;
const FLOORS_A_ROUND = 3;
const TARGET = 1.3;

/** Modules without which no function that a document triggers can answer, and nothing else. */
const FLOOR = `
import 'firebase-functions/firestore';
import 'firebase-functions/https';
import 'firebase-functions/scheduler';
import 'firebase-functions/tasks';
import { initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
initializeApp({ projectId: 'floor' });
getFirestore();
`;

/**
 * How long a fresh process takes to import what one deployed function loads, over the bare SDKs. Each round starts
 * every function once, in a rotating order and with the floor in between, so that a busy moment hits all alike.
 */
export async function measureColdImport(world: World): Promise<Metric[]> {
  const bundle = join(world.dir, 'functions/lib/index.cjs');
  const names = await functionsOf(bundle);
  const floors = Array.from({ length: FLOORS_A_ROUND }, () => ({ name: 'floor', file: writeFloor() }));
  const subjects = spread(
    names.map((name) => ({ name, file: bundle })),
    floors,
  );
  const times = new Map<string, number[]>(subjects.map(({ name }) => [name, []]));
  say(`  ${names.length} entries, ${ROUNDS} rounds`);
  for (let round = 0; round < ROUNDS; round++) {
    for (let at = 0; at < subjects.length; at++) {
      const subject = subjects[(at + round) % subjects.length];
      if (subject) times.get(subject.name)?.push(await importTime(subject.name, subject.file));
    }
  }
  const floor = median(times.get('floor') ?? []);
  const medians = names.map((name) => ({ name, ms: median(times.get(name) ?? []) }));
  const slowest = medians.reduce((a, b) => (b.ms > a.ms ? b : a));
  const usual = median(medians.map(({ ms }) => ms));
  say(
    `  floor ${floor.toFixed(0)} ms, usual ${usual.toFixed(0)} ms, slowest ${slowest.name} ${slowest.ms.toFixed(0)} ms`,
  );
  return [
    relative({
      name: `cold import of the slowest function entry (of ${names.length})`,
      unit: 'ms',
      ours: slowest.ms,
      against: floor,
      target: TARGET,
    }),
  ];
}

/** The floors among the entries at even distances. */
function spread<T>(entries: readonly T[], floors: readonly T[]): T[] {
  const each = Math.ceil(entries.length / floors.length);
  return floors.flatMap((floor, at) => [floor, ...entries.slice(at * each, (at + 1) * each)]);
}

async function functionsOf(bundle: string): Promise<string[]> {
  const code = `const all = await import(${JSON.stringify(pathToFileURL(bundle).href)});
    console.log(JSON.stringify(Object.keys(all).filter((name) => '__endpoint' in all[name])));`;
  return JSON.parse(await node(code, {})) as string[];
}

async function importTime(name: string, file: string): Promise<number> {
  const code = `const begin = performance.now();
    await import(${JSON.stringify(pathToFileURL(file).href)});
    console.log(performance.now() - begin);`;
  return Number(await node(code, { FUNCTION_TARGET: name, K_SERVICE: name }));
}

async function node(code: string, env: Record<string, string>): Promise<string> {
  const args = ['--input-type=module', '--eval', code];
  const { stdout } = await run(process.execPath, args, {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    cwd: ROOT,
  });
  return stdout.trim().split('\n').at(-1) ?? '';
}

function writeFloor(): string {
  const dir = join(ROOT, '.world/bench/imports');
  mkdirSync(dir, { recursive: true });
  const file = join(dir, 'floor.mjs');
  writeFileSync(file, FLOOR);
  return file;
}
