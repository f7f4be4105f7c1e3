import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Ports } from '../ports.js';
import { HOST } from '../ports.js';

const POLL_MS = 150;
const START_LIMIT_MS = 180_000;

interface Awaited {
  ports: Ports;
  logFile: string;
  functions: boolean;
  hosting: boolean;
  /** Rejects when the emulators end before they are ready. */
  gone: Promise<never>;
}

/** Waits until the emulators say they are up, the functions are loaded and the site answers. */
export async function untilReady(awaited: Awaited): Promise<void> {
  await Promise.race([poll(awaited), awaited.gone]);
}

async function poll({ ports, logFile, functions, hosting }: Awaited): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline) {
    const log = existsSync(logFile) ? readFileSync(logFile, 'utf8') : '';
    if (/Failed to load function definition|functions: Failed/.test(log)) {
      throw new Error(`The functions could not be loaded:\n${tailOf(log)}`);
    }
    const up =
      log.includes('All emulators ready') &&
      (!functions || (await functionCount(ports.functions)) > 0) &&
      (!hosting || (await answers(`http://${HOST}:${ports.hosting}/`)));
    if (up) return;
    await wait(POLL_MS);
  }
  throw new Error(`The emulators were not ready after ${START_LIMIT_MS / 1000} s; see ${logFile}.`);
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

async function functionCount(port: number): Promise<number> {
  try {
    const response = await fetch(`http://${HOST}:${port}/backends`);
    const { backends } = (await response.json()) as { backends: { functionTriggers: unknown[] }[] };
    return backends.reduce((count, backend) => count + backend.functionTriggers.length, 0);
  } catch {
    return 0;
  }
}

/** The last lines of a log, for an error message. */
export function tailOf(log: string, lines = 25): string {
  return log.trimEnd().split('\n').slice(-lines).join('\n');
}
