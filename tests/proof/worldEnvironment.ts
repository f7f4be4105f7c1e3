import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { WORLDS } from '../../local/world/places.js';
import { siteUrl } from '../../local/worldClient.js';

/** What the functions of the running world under test were told; it lies beside their bundle. */
export function worldEnvironment(): { faultsDir: string; leaseSeconds: number } {
  const dir = worldDirectory();
  const { FAULTS_DIR, LEASE_SECONDS } = parseEnv(readFileSync(join(dir, 'functions/.env'), 'utf8'));
  if (!FAULTS_DIR) throw new Error(`The world in ${dir} has no FAULTS_DIR.`);
  return { faultsDir: FAULTS_DIR, leaseSeconds: Number(LEASE_SECONDS ?? 90) };
}

/** The folder of the running world under test. */
export function worldDirectory(): string {
  const dir = readdirSync(WORLDS)
    .map((name) => join(WORLDS, name))
    .find((each) => runningAt(each) === siteUrl());
  if (!dir) throw new Error(`No world runs at ${siteUrl()}.`);
  return dir;
}

function runningAt(dir: string): string | undefined {
  const mark = join(dir, 'running.json');
  return existsSync(mark)
    ? (JSON.parse(readFileSync(mark, 'utf8')) as { siteUrl: string }).siteUrl
    : undefined;
}
