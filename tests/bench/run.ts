import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { startWorld, type World } from '../../local/world.js';
import { foundPractice } from '../proof/practice.js';
import { measureFirstLoads } from './bundles/firstLoads.js';
import { Ledger } from './counting/ledger.js';
import { measureColdImport } from './imports/coldImport.js';
import { measureReadsToOpen } from './inbox/readsToOpen.js';
import { measureCost } from './messages/cost.js';
import { measureLatency } from './messages/latency.js';
import { measureRulesCost } from './rules/rulesCost.js';
import { ROOT, say, tableOf, writeReport, type Metric } from './report.js';

const BASE = 5500;
const COUNTS = join(ROOT, '.world/bench-counts');

/** The workers of the functions emulator load this before anything else and write what they are billed for. */
async function installCounter(): Promise<void> {
  mkdirSync(COUNTS, { recursive: true });
  const outfile = join(COUNTS, '..', 'bench-hook.mjs');
  const entry = new URL('counting/workerHook.ts', import.meta.url).pathname;
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  process.env.COUNT_DIR = COUNTS;
  process.env.NODE_OPTIONS = `--import ${pathToFileURL(outfile).href}`;
}

async function measure(world: World, ledger: Ledger): Promise<Metric[]> {
  const practice = await foundPractice('Bench');
  const parts: [string, () => Promise<Metric[]>][] = [
    ['What a message costs', () => measureCost({ world, practice, ledger })],
    ['How long a message takes', () => measureLatency(practice)],
    ['How long a function takes to import', () => measureColdImport(world)],
    ['What the rules read', () => measureRulesCost(world, practice)],
    ['What the inbox reads', () => measureReadsToOpen(world)],
    ['What a page loads', () => measureFirstLoads(world)],
  ];
  const metrics: Metric[] = [];
  for (const [title, part] of parts) {
    say(title);
    const began = Date.now();
    metrics.push(...(await part()));
    say(`  took ${Math.round((Date.now() - began) / 1000)} s`);
  }
  return metrics;
}

process.env.WORLD_BASE = String(BASE);
const began = Date.now();
await installCounter();
const world = await startWorld({
  name: 'bench',
  base: BASE,
  parts: ['hosting', 'functions', 'mail', 'sandbox', 'pubsub'],
  env: { FAULTS_DIR: '' }, // no fault points, as in production
  codebases: { floor: join(ROOT, 'tests/bench/floorFunction') },
  fresh: true,
  log: say,
});
delete process.env.NODE_OPTIONS; // for the workers only
try {
  const metrics = await measure(world, new Ledger(COUNTS));
  say(`\n${tableOf(metrics)}\n`);
  say(`written to ${writeReport('bench', { metrics }, { keep: false }).file}`);
  say(`${Math.round((Date.now() - began) / 1000)} s`);
  process.exitCode = metrics.every(({ holds }) => holds) ? 0 : 1;
} finally {
  await world.stop();
}
process.exit();
