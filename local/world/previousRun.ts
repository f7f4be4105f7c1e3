import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { isAlive, kill, leftoversOf } from './processes.mjs';

const KEEPER_LIMIT_MS = 60_000;
const LEFTOVERS_LIMIT_MS = 5000;
const runningSchema = z.object({ pid: z.number(), keeperPid: z.number(), siteUrl: z.string() });
type Running = z.infer<typeof runningSchema>;

function markOf(dir: string): string {
  return join(dir, 'running.json');
}

/** A mark in the world's folder while it runs; what finds it later knows that the run was cut off. */
export function markRunning(dir: string, running: Running): void {
  writeFileSync(markOf(dir), JSON.stringify(running));
}

export function clearMark(dir: string): void {
  rmSync(markOf(dir), { force: true });
}

/**
 * Settles what an earlier run of this world left: refuses while it runs, waits while its keeper still saves, and says
 * from when the data is if it was cut off.
 */
export async function settlePreviousRun(
  name: string,
  dir: string,
  dataDir: string,
  log: (line: string) => void,
): Promise<void> {
  if (!existsSync(markOf(dir))) return;
  const previous = readMark(dir);
  if (previous) await settle(name, previous, log);
  await endLeftovers(dir);
  clearMark(dir);
  const saved = statSync(dataDir, { throwIfNoEntry: false })?.mtime.toLocaleTimeString();
  log(
    `the previous run was cut off; ${saved ? `going on with the data saved at ${saved}` : 'it saved no data'}`,
  );
}

async function endLeftovers(dir: string): Promise<void> {
  const deadline = Date.now() + LEFTOVERS_LIMIT_MS;
  for (let left = leftoversOf(dir); left.length > 0 && Date.now() < deadline; left = leftoversOf(dir)) {
    for (const pid of left) kill(pid, 'SIGKILL');
    await wait(100);
  }
}

/** Undefined if it was cut off in the middle of writing even this. */
function readMark(dir: string): Running | undefined {
  const text = readFileSync(markOf(dir), 'utf8');
  return text.trimEnd().endsWith('}') ? runningSchema.parse(JSON.parse(text)) : undefined;
}

async function settle(name: string, previous: Running, log: (line: string) => void): Promise<void> {
  if (!isKeeper(previous.keeperPid)) return;
  if (isAlive(previous.pid)) {
    throw new Error(
      `The world "${name}" is running already, at ${previous.siteUrl} (process ${previous.pid}).`,
    );
  }
  log('the previous run was cut off and is still saving its data; waiting for it');
  const deadline = Date.now() + KEEPER_LIMIT_MS;
  while (isAlive(previous.keeperPid)) {
    if (Date.now() > deadline) {
      throw new Error(`The previous run does not end; end it with: kill -9 ${previous.keeperPid}`);
    }
    await wait(200);
  }
}

/** The number alone proves nothing: after a restart of the machine it belongs to somebody else. */
function isKeeper(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' });
  return stdout.includes('keeper.mjs');
}
