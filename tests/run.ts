import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import pLimit from 'p-limit';
import { runChecks } from '../local/check.mjs';
import type { World } from '../local/world.js';
import { startWorld } from '../local/world.js';
import { HOST, portsOf, PROJECT_ID } from '../local/ports.js';
import { PARTS } from '../local/world/parts.js';
import { inRoot } from '../local/world/places.js';
import { writeReport } from './bench/report.js';
import { ensureChromium } from './ensureChromium.js';
import { ensureDovecot } from './ensureDovecot.js';
import type { Lanes, MochaRun, Result } from './mochaRun.js';
import { add, endMocha, runMocha } from './mochaRun.js';
import { brokenPromises, keptOf } from './promises.js';

const BASE = 5400;
const LEASE_SECONDS = 8; // a test of what happens when it ends does not want to wait for 90
const PEACEFUL_JOURNEYS = [['axe'], ['mail'], ['walk', 'audit', 'headers'], ['contacts', 'signUp', 'policy']];
const LONG_JOURNEYS = ['usageCounts', 'billing', 'gmail', 'mailbox', 'navigation'];
const HANDFUL = 2;
const OURS = ['model', 'policy', 'functions', 'web', 'local'];

interface Stage {
  name: string;
  needsWorld: boolean;
  after?: string[]; // the stages that have to be through before it begins; what needs none of them plays beside them
  prepare?: () => Promise<unknown>; // begun at once; the stage waits for it
  run: (only: string[], coverage: boolean) => Promise<Result>;
}

interface Specs extends Pick<MochaRun, 'lanes' | 'isWanted'> {
  timeoutMs: number;
  folder?: string;
}

const specs = (name: string, { folder = name, ...how }: Specs): Stage['run'] => {
  const env = { WORLD_BASE: String(BASE) };
  return (only) => runMocha({ ...how, name, folders: [`tests/${folder}`], only, env });
};

const isNamed = (file: string, names: readonly string[]): boolean =>
  names.some((name) => file.endsWith(`/${name}.spec.ts`));

/** These look at every organization there is, one query each, and a query of the emulator reads the whole database. */
const COUNTING = ["'meterUse'", "'tallyMessages'", "'advanceBilling'"];

const holds = (file: string, words: readonly string[]): boolean => {
  const text = readFileSync(inRoot(file), 'utf8');
  return words.some((word) => text.includes(word));
};

/** Functions and journeys share them: journeys begin while the last functions are still asked. */
const lanes = pLimit(4);

/**
 * A schedule concerns every organization, also those of other specs: those that fire one play one after the other, and
 * first those that count, while there are few organizations.
 */
const bySchedules: Lanes = {
  limit: lanes,
  share: (files) => {
    const counting = files.filter((file) => holds(file, COUNTING));
    const firing = files.filter((file) => !counting.includes(file) && holds(file, ['fireSchedule']));
    const free = files.filter((file) => !counting.includes(file) && !firing.includes(file));
    const half = (rest: number): string[] => free.filter((_, at) => at % 2 === rest);
    return [[...counting, ...firing], half(0), half(1)];
  },
};

/** Those that take long each by itself and first, the others in twos: a mocha takes 2 s to start. */
const byLength: Lanes = {
  limit: lanes,
  share: (files) => {
    const isLong = (file: string): boolean => isNamed(file, LONG_JOURNEYS);
    const others = files.filter((file) => !isLong(file));
    const handfuls = Array.from({ length: Math.ceil(others.length / HANDFUL) }, (_, at) =>
      others.slice(at * HANDFUL, (at + 1) * HANDFUL),
    );
    return [...files.filter(isLong).map((file) => [file]), ...handfuls];
  },
};

/** What is killed is always the process of one function: those of billing are no other spec's. */
const byVictim: Lanes = {
  limit: pLimit(2),
  share: (files) => {
    const isOfBilling = (file: string): boolean => file.includes('billing');
    return [files.filter((file) => !isOfBilling(file)), files.filter(isOfBilling)];
  },
};

/** Where it cannot be had, the specs that need it fail by themselves, and only they. */
let dovecot: Promise<unknown> | undefined;
const haveDovecot = (): Promise<unknown> => (dovecot ??= ensureDovecot().catch(() => undefined));
const haveBrowser = async (): Promise<void> => {
  await haveDovecot();
  await ensureChromium();
};

/** A query of the emulator reads all the documents there are, so what earlier stages left would make it slow. */
async function forgetDocuments(): Promise<void> {
  const { firestore } = portsOf(BASE);
  const path = `emulator/v1/projects/${PROJECT_ID}/databases/(default)/documents`;
  const { ok, status } = await fetch(`http://${HOST}:${firestore}/${path}`, { method: 'DELETE' });
  if (!ok) throw new Error(`The documents of earlier stages could not be deleted: ${status}`);
}

let room: Promise<void> | undefined; // made once, by the first that needs it
const withRoom =
  (run: Stage['run']): Stage['run'] =>
  async (...asked) => {
    await (room ??= forgetDocuments());
    return run(...asked);
  };

const STAGES: readonly Stage[] = [
  { name: 'check', needsWorld: false, run: runChecks },
  {
    name: 'unit',
    needsWorld: false,
    after: ['check'],
    run: (only, coverage) =>
      runMocha({
        name: 'unit',
        folders: [...OURS, 'tests/proof', 'tests/bench', 'tests/policy'],
        timeoutMs: 10_000,
        only,
        coverage,
      }),
  },
  {
    name: 'screens', // and journeys that ask no function that the crashes kill
    needsWorld: true,
    after: ['unit'],
    prepare: haveBrowser,
    run: specs('screens', {
      folder: 'e2e',
      timeoutMs: 120_000,
      lanes: {
        limit: pLimit(2),
        share: (files) => PEACEFUL_JOURNEYS.map((names) => files.filter((file) => isNamed(file, names))),
      },
      isWanted: (file) => isNamed(file, PEACEFUL_JOURNEYS.flat()),
    }),
  },
  { name: 'rules', needsWorld: true, after: ['unit'], run: specs('rules', { timeoutMs: 30_000 }) },
  {
    name: 'crashes', // they kill what the other stages need
    needsWorld: true,
    prepare: haveDovecot,
    run: specs('crashes', { timeoutMs: 60_000, lanes: byVictim }),
  },
  {
    name: 'functions',
    needsWorld: true,
    after: ['crashes', 'screens'],
    prepare: haveDovecot,
    run: withRoom(specs('functions', { timeoutMs: 60_000, lanes: bySchedules })),
  },
  {
    name: 'e2e',
    needsWorld: true,
    after: ['crashes', 'screens'],
    prepare: haveBrowser,
    run: withRoom(
      specs('e2e', {
        timeoutMs: 120_000,
        lanes: byLength,
        isWanted: (file) => !isNamed(file, PEACEFUL_JOURNEYS.flat()),
      }),
    ),
  },
];

let total: Result = { passed: 0, failed: 0 };
let world: World | undefined;
let stopping: Promise<void> | undefined;

/** Runs one stage and tells its outcome; a stage that breaks or runs nothing has failed. */
async function play(name: string, act: () => Promise<Result>): Promise<void> {
  const began = Date.now();
  process.stdout.write(`\n${name}\n`);
  const result = await act().catch((error: unknown): Result => {
    process.stdout.write(`  ${error instanceof Error ? error.message : String(error)}\n`);
    return { passed: 0, failed: 1 };
  });
  const ranNothing = result.passed + result.failed === 0;
  if (ranNothing) process.stdout.write('  nothing ran, which counts as a failure\n');
  total = add(total, ranNothing ? { passed: 0, failed: 1 } : result);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  process.stdout.write(`  ${name}: ${result.passed} passed, ${result.failed} failed  (${seconds} s)\n`);
}

/** The site, the functions and the emulators; anything that cannot be built or started is one failure. */
async function startTestWorld(): Promise<boolean> {
  await play('world', async () => {
    world = await startWorld({
      name: 'test',
      base: BASE,
      parts: PARTS.filter((part) => part !== 'ticker'), // the tests fire the schedules themselves
      env: { LEASE_SECONDS: String(LEASE_SECONDS) },
      log: (line) => process.stdout.write(`  ${line}\n`),
    });
    return { passed: 1, failed: 0 };
  });
  return world !== undefined;
}

/** A part of the tests says nothing of the promises. */
async function judgeWholeRun(stages: Stage[], only: string[]): Promise<void> {
  const isWhole = stages.length === STAGES.length && only.length === 0 && world !== undefined;
  if (isWhole && !stopping) await play('promises of the privacy policy', judgePromises);
}

/** Whether each promise of the privacy policy had tests in this run, and all of them passed. */
function judgePromises(): Promise<Result> {
  const tally = total.promises ?? {};
  const kept = keptOf(tally);
  writeReport('promises', { promises: kept }, { keep: false });
  const broken = brokenPromises(tally);
  for (const words of broken) process.stdout.write(`  ✗ ${words}\n`);
  return Promise.resolve({ passed: Object.keys(kept).length - broken.length, failed: broken.length });
}

async function finish(exitCode: number): Promise<void> {
  await endMocha();
  await world?.stop();
  process.stdout.write(`\ntests: ${total.passed} passed, ${total.failed} failed\n`);
  process.exit(exitCode);
}

function stopOnSignal(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      total.failed += stopping ? 0 : 1; // what was cut off has not passed
      stopping ??= finish(130);
    });
  }
}

function readArguments(): { stages: Stage[]; only: string[]; coverage: boolean } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { only: { type: 'string' }, coverage: { type: 'boolean', default: false } },
  });
  const wanted = values.only?.split(',') ?? STAGES.map(({ name }) => name);
  const unknown = wanted.filter((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `There is no ${unknown.join(', ')}; --only takes ${STAGES.map(({ name }) => name).join(',')}`,
    );
  }
  const { coverage } = values;
  return { stages: STAGES.filter(({ name }) => wanted.includes(name)), only: positionals, coverage };
}

/** What went wrong, for the stage that waits for it to tell. */
async function outcomeOf(preparing: Promise<unknown> | undefined): Promise<Error | undefined> {
  try {
    await preparing;
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** `npm test -- [--only unit,rules] [--coverage] [part of a file name]` */
async function main(): Promise<void> {
  const { stages, only, coverage } = readArguments();
  stopOnSignal();
  let isUp: Promise<boolean> | undefined; // begun by the first stage that needs the world
  const prepared = new Map(stages.map(({ name, prepare }) => [name, outcomeOf(prepare?.())]));
  const playStage = async ({ name, needsWorld, run }: Stage): Promise<void> => {
    if (needsWorld && !(await (isUp ??= startTestWorld()))) return;
    await play(name, async () => {
      const trouble = await prepared.get(name);
      if (trouble !== undefined) throw trouble;
      return run(only, coverage);
    });
  };
  const through = new Map<string, Promise<void>>();
  for (const stage of stages) {
    const earlier = (stage.after ?? []).flatMap((name) => through.get(name) ?? []);
    const played = Promise.all(earlier).then(() => (stopping ? undefined : playStage(stage)));
    through.set(stage.name, played);
  }
  await Promise.all(through.values());
  if (stopping) return;
  await judgeWholeRun(stages, only);
  stopping ??= finish(total.failed > 0 ? 1 : 0);
  await stopping;
}

await main();
