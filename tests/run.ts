import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runChecks } from '../local/check.mjs';
import type { World } from '../local/world.js';
import { startWorld } from '../local/world.js';
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
const SCREENS = ['axe', 'walk'];
const LONG_JOURNEYS = ['usageCounts', 'mail', 'billing', 'gmail'];
const HANDFUL = 3;
const OURS = ['model', 'policy', 'functions', 'web', 'local'];

interface Stage {
  name: string;
  needsWorld: boolean;
  fillsGaps?: true; // one after the other from the beginning on, beside the others: they compute, and the others often wait
  prepare?: () => Promise<unknown>; // begun at once; the stage waits for it
  run: (only: string[]) => Promise<Result>;
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

const isCounting = (file: string): boolean => holds(file, COUNTING);

/** A schedule concerns every organization, also those of other specs: those that fire one play one after the other. */
const bySchedules: Lanes = {
  count: 3,
  share: (files) => {
    const free = files.filter((file) => !holds(file, ['fireSchedule']));
    return [
      files.filter((file) => holds(file, ['fireSchedule'])),
      free.filter((_, at) => at % 2 === 0),
      free.filter((_, at) => at % 2 === 1),
    ];
  },
};

/** Those that count come first, while there are few organizations. */
async function playFunctions(only: string[]): Promise<Result> {
  const counting = specs('functions', { timeoutMs: 60_000, isWanted: isCounting });
  const isOther = (file: string): boolean => !isCounting(file);
  const others = specs('functions', { timeoutMs: 60_000, lanes: bySchedules, isWanted: isOther });
  return add(await counting(only), await others(only));
}

/** Those that take long each by itself and first, the others by the handful: a mocha takes 2 s to start. */
const byLength: Lanes = {
  count: 3,
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
  count: 2,
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

const STAGES: readonly Stage[] = [
  { name: 'check', needsWorld: false, fillsGaps: true, run: runChecks },
  {
    name: 'unit',
    needsWorld: false,
    fillsGaps: true,
    run: (only) =>
      runMocha({
        name: 'unit',
        folders: [...OURS, 'tests/proof', 'tests/bench', 'tests/policy'],
        timeoutMs: 10_000,
        only,
        coverage: only.length === 0,
      }),
  },
  // no function is asked that others kill
  {
    name: 'screens',
    needsWorld: true,
    fillsGaps: true,
    prepare: haveBrowser,
    run: specs('screens', {
      folder: 'e2e',
      timeoutMs: 120_000,
      isWanted: (file) => isNamed(file, SCREENS),
    }),
  },
  { name: 'rules', needsWorld: true, fillsGaps: true, run: specs('rules', { timeoutMs: 30_000 }) },
  {
    name: 'crashes', // they kill what the other stages need
    needsWorld: true,
    prepare: haveDovecot,
    run: specs('crashes', { timeoutMs: 60_000, lanes: byVictim }),
  },
  {
    name: 'functions',
    needsWorld: true,
    prepare: haveDovecot,
    run: playFunctions,
  },
  {
    name: 'e2e',
    needsWorld: true,
    prepare: haveBrowser,
    run: specs('e2e', {
      timeoutMs: 120_000,
      lanes: byLength,
      isWanted: (file) => !isNamed(file, SCREENS),
    }),
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

function readArguments(): { stages: Stage[]; only: string[] } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { only: { type: 'string' } },
  });
  const wanted = values.only?.split(',') ?? STAGES.map(({ name }) => name);
  const unknown = wanted.filter((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `There is no ${unknown.join(', ')}; --only takes ${STAGES.map(({ name }) => name).join(',')}`,
    );
  }
  return { stages: STAGES.filter(({ name }) => wanted.includes(name)), only: positionals };
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

/** `npm test -- [--only unit,rules] [part of a file name]` */
async function main(): Promise<void> {
  const { stages, only } = readArguments();
  stopOnSignal();
  let isUp: Promise<boolean> | undefined; // begun by the first stage that needs the world
  const prepared = new Map(stages.map(({ name, prepare }) => [name, outcomeOf(prepare?.())]));
  const playStage = async ({ name, needsWorld, run }: Stage): Promise<void> => {
    if (needsWorld && !(await (isUp ??= startTestWorld()))) return;
    await play(name, async () => {
      const trouble = await prepared.get(name);
      if (trouble !== undefined) throw trouble;
      return run(only);
    });
  };
  const fillGaps = async (): Promise<void> => {
    for (const stage of stages.filter(({ fillsGaps }) => fillsGaps)) if (!stopping) await playStage(stage);
  };
  const playOthers = async (): Promise<void> => {
    for (const stage of stages.filter(({ fillsGaps }) => !fillsGaps)) {
      if (stopping || (await isUp) === false) return;
      await playStage(stage);
    }
  };
  await Promise.all([fillGaps(), playOthers()]);
  if (stopping) return;
  await judgeWholeRun(stages, only);
  stopping ??= finish(total.failed > 0 ? 1 : 0);
  await stopping;
}

await main();
