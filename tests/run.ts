import { parseArgs } from 'node:util';
import type { World } from '../local/world.js';
import { startWorld } from '../local/world.js';
import { PARTS } from '../local/world/parts.js';
import { writeReport } from './bench/report.js';
import type { Result } from './mochaRun.js';
import { add, endMocha } from './mochaRun.js';
import { brokenPromises, keptOf } from './promises.js';
import type { Asked, Stage } from './stages.js';
import { BASE, STAGES } from './stages.js';

const LEASE_SECONDS = 8; // a test of what happens when it ends does not want to wait for 90

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
async function judgeWholeRun({ stages, only }: Asked): Promise<void> {
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

function readArguments(): Asked {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { only: { type: 'string' }, coverage: { type: 'boolean', default: false } },
  });
  const all = STAGES.map(({ name }) => name);
  const stages = values.only?.split(',') ?? all;
  const unknown = stages.filter((name) => !all.includes(name));
  if (unknown.length > 0) {
    throw new Error(`There is no ${unknown.join(', ')}; --only takes ${all.join(',')}`);
  }
  return { stages, only: positionals, coverage: values.coverage };
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
  const asked = readArguments();
  const stages = STAGES.filter(({ name }) => asked.stages.includes(name));
  stopOnSignal();
  let isUp: Promise<boolean> | undefined; // begun by the first stage that needs the world
  const prepared = new Map(stages.map(({ name, prepare }) => [name, outcomeOf(prepare?.())]));
  const playStage = async ({ name, needsWorld, run }: Stage): Promise<void> => {
    if (needsWorld && !(await (isUp ??= startTestWorld()))) return;
    await play(name, async () => {
      const trouble = await prepared.get(name);
      if (trouble !== undefined) throw trouble;
      return run(asked);
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
  await judgeWholeRun(asked);
  stopping ??= finish(total.failed > 0 ? 1 : 0);
  await stopping;
}

await main();
