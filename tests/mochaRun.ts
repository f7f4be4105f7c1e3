import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import type { LimitFunction } from 'p-limit';
import pLimit from 'p-limit';
import { z } from 'zod';
import { inRoot, ROOT, WORLDS } from '../local/world/places.js';
import { mergeTallies, tallySchema } from './promises.js';

const SPEC = /\.spec\.tsx?$/;
const GRACE_MS = 10_000;
const SKIPPED = new Set(['node_modules', 'lib', 'dist']);
const COVERAGE = join(WORLDS, 'coverage');
const COVERED = [
  inRoot('node_modules/c8/bin/c8.js'),
  ...['--reporter', 'json-summary', '--reports-dir', COVERAGE, '--temp-directory', join(COVERAGE, 'raw')],
  ...['--include', '{model,policy,functions,web}/**/*.{ts,tsx}', '--exclude', '**/*.spec.*'],
  process.execPath,
];
const percentSchema = z.object({ pct: z.number() });
const coverageSchema = z.object({ total: z.object({ lines: percentSchema, branches: percentSchema }) });
const resultSchema = z.object({ passed: z.number(), failed: z.number(), promises: tallySchema.optional() });
export type Result = z.infer<typeof resultSchema>;

export interface Lanes {
  /** So many mochas side by side; runs with the same limit share it, first come, first served. */
  limit: LimitFunction;
  /** Who may play beside whom: one mocha plays a share after the other. Without it the files are one share. */
  share: (files: string[]) => string[][];
}

export interface MochaRun {
  name: string;
  folders: string[];
  timeoutMs: number; // a limit for a hanging test; suites set their own where they need more
  only: string[]; // parts of file names; none: all files
  isWanted?: (file: string) => boolean;
  lanes?: Lanes;
  env?: Record<string, string>;
  coverage?: boolean; // shown, never a target
}

const running = new Set<ChildProcess>();

/** Runs the specs below some folders in mochas of their own; failures are printed in full. */
export async function runMocha(run: MochaRun): Promise<Result> {
  const { folders, only, isWanted = () => true, coverage = false } = run;
  const { limit, share } = run.lanes ?? { limit: pLimit(1), share: (all: string[]) => [all] };
  const files = specsIn(folders).filter(
    (file) => isWanted(file) && (only.length === 0 || only.some((part) => file.includes(part))),
  );
  const results = await limit.map(share(files), (some, at) => runShare(run, some, at));
  if (coverage) tellCoverage();
  return results.reduce(add, { passed: 0, failed: 0 });
}

export function add(a: Result, b: Result): Result {
  const promises = mergeTallies([a.promises ?? {}, b.promises ?? {}]);
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, promises };
}

async function runShare(run: MochaRun, files: string[], at: number): Promise<Result> {
  const { name, timeoutMs, env = {}, coverage = false } = run;
  if (files.length === 0) return { passed: 0, failed: 0 };
  const report = join(WORLDS, 'reports', `${name}-${at}.json`);
  mkdirSync(join(WORLDS, 'reports'), { recursive: true });
  rmSync(report, { force: true });
  const mocha = inRoot('node_modules/mocha/bin/mocha.js');
  const options = ['--reporter', inRoot('tests/summary.cjs'), '--timeout', String(timeoutMs)];
  const child = spawn(process.execPath, [...(coverage ? COVERED : []), mocha, ...options, ...files], {
    cwd: ROOT,
    env: { ...process.env, ...env, TEST_REPORT: report },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // Ctrl-C reaches it through us, once
  });
  running.add(child);
  // whole lines, so that two runs side by side stay readable
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => process.stdout.write(`${line}\n`));
  }
  await new Promise((resolve) => child.once('close', resolve));
  running.delete(child);
  if (!existsSync(report)) throw new Error('mocha ended before its tests did, see above');
  return resultSchema.parse(JSON.parse(readFileSync(report, 'utf8')));
}

function tellCoverage(): void {
  const summary: unknown = JSON.parse(readFileSync(join(COVERAGE, 'coverage-summary.json'), 'utf8'));
  const { total } = coverageSchema.parse(summary);
  process.stdout.write(
    `  the files they touch: ${total.lines.pct} % of lines run, ${total.branches.pct} % of branches\n`,
  );
}

/** Ends the mochas that run, and with them the browsers they may have started. */
export async function endMocha(): Promise<void> {
  await Promise.all([...running].map(endGroup));
}

async function endGroup({ pid: group }: ChildProcess): Promise<void> {
  if (group === undefined) return;
  const deadline = Date.now() + GRACE_MS;
  signal(group, 'SIGTERM');
  while (signal(group, 0) && Date.now() < deadline) await wait(100);
  signal(group, 'SIGKILL');
}

/** mocha starts a process of its own for the tests: the whole group is meant. False once nobody is left. */
function signal(group: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-group, name);
  } catch {
    return false;
  }
}

function specsIn(folders: string[]): string[] {
  return folders.flatMap(specsBelow).sort();
}

function specsBelow(folder: string): string[] {
  return readdirSync(inRoot(folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : specsBelow(path);
    return SPEC.test(entry.name) && !entry.name.includes('.emulator.spec.') ? [path] : [];
  });
}
