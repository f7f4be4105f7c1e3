import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ROOT } from './report.js';

const run = promisify(execFile);

/** Runs a TypeScript file, by its path from this folder, in a process of its own and reads the JSON of its last line. */
export async function runChild<T>(file: string, args: readonly string[]): Promise<T> {
  const path = new URL(file, import.meta.url).pathname;
  const { stdout } = await run(process.execPath, ['--import', 'tsx', path, ...args], { cwd: ROOT });
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as T;
}
