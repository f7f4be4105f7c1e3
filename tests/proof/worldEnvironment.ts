import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { WORLDS } from '../../local/world/places.js';
import { siteUrl } from '../../local/worldClient.js';

/** What the functions of the world under test were told; it lies beside their bundle. */
export function worldEnvironment(): { faultsDir: string; leaseSeconds: number } {
  const files = readdirSync(WORLDS).map((name) => join(WORLDS, name, 'functions/.env'));
  for (const file of files.filter((each) => existsSync(each))) {
    const { SITE_URL, FAULTS_DIR, LEASE_SECONDS } = parseEnv(readFileSync(file, 'utf8'));
    if (SITE_URL !== siteUrl()) continue;
    if (!FAULTS_DIR) throw new Error(`${file} names no FAULTS_DIR.`);
    return { faultsDir: FAULTS_DIR, leaseSeconds: Number(LEASE_SECONDS ?? 90) };
  }
  throw new Error(`No world runs at ${siteUrl()}.`);
}
