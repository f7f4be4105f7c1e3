import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { startWorld, type World } from '../../local/world.js';
import { foundPractice, type Practice } from '../proof/practice.js';
import { measureWebhooks } from './billing/webhooks.js';
import { measureFirstLoads } from './bundles/firstLoads.js';
import { measureBurst } from './channels/burst.js';
import { measureEachChannel } from './channels/eachChannel.js';
import { measureIncoming } from './channels/incoming.js';
import { measureNeighbours } from './channels/neighbours.js';
import { Ledger } from './counting/ledger.js';
import { measureColdImport } from './imports/coldImport.js';
import { measureReadsToOpen } from './inbox/readsToOpen.js';
import { measureCost } from './messages/cost.js';
import { measureLatency } from './messages/latency.js';
import { measureErasureCost } from './privacy/erasureCost.js';
import { measureRulesCost } from './rules/rulesCost.js';
import { measureUsageCost } from './telemetry/usageCost.js';
import { ROOT, say, tableOf, writeReport, type Metric } from './report.js';

const BASE = 5500;
const COUNTS = join(ROOT, '.world/bench-counts');
const HOOK = join(COUNTS, '..', 'bench-hook.mjs');
/** What makes a process count. */
const COUNTING = { COUNT_DIR: COUNTS, NODE_OPTIONS: `--import ${pathToFileURL(HOOK).href}` };

/** The workers of the functions emulator load this before anything else and write what they are billed for. */
async function installCounter(): Promise<void> {
  mkdirSync(COUNTS, { recursive: true });
  const entry = new URL('counting/workerHook.ts', import.meta.url).pathname;
  await build({
    entryPoints: [entry],
    outfile: HOOK,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  Object.assign(process.env, COUNTING);
}

interface Setting {
  world: World;
  practice: Practice;
  ledger: Ledger;
}

interface Part {
  title: string;
  run: (setting: Setting) => Promise<Metric[]>;
  after?: string; // another part, whose data it looks at
}

/** The parts by the name that `--only` knows, in their order. */
const PARTS: Record<string, Part> = {
  cost: { title: 'What a message costs', run: measureCost },
  latency: { title: 'How long a message takes', run: ({ practice }) => measureLatency(practice) },
  channels: {
    title: 'How long a message takes by each channel',
    run: ({ practice, ledger }) => measureEachChannel(practice, ledger),
  },
  incoming: {
    title: 'How soon another person sees what a lead writes, by each channel',
    run: ({ practice, ledger }) => measureIncoming(practice, ledger),
  },
  neighbours: {
    title: 'How long a message takes beside a busy neighbour',
    run: ({ practice }) => measureNeighbours(practice),
  },
  burst: {
    title: 'What a thousand texts cost that come in at once',
    run: ({ practice, ledger }) => measureBurst(practice, ledger),
  },
  billing: { title: 'What Stripe’s events cost', run: ({ ledger }) => measureWebhooks(ledger, COUNTING) },
  usage: { title: 'What a use of a feature costs', run: measureUsageCost },
  erasure: { title: 'What an erasure costs', run: measureErasureCost },
  imports: { title: 'How long a function takes to import', run: ({ world }) => measureColdImport(world) },
  rules: { title: 'What the rules read', run: ({ world, practice }) => measureRulesCost(world, practice) },
  inbox: { title: 'What the inbox reads', run: ({ world }) => measureReadsToOpen(world) },
  pages: { title: 'What a page loads', run: ({ world }) => measureFirstLoads(world), after: 'inbox' },
};

function askedFor(): string[] {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const asked = values.only?.split(',') ?? Object.keys(PARTS);
  const unknown = asked.filter((name) => !(name in PARTS));
  if (unknown.length > 0)
    throw new Error(
      `The bench has no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}.`,
    );
  const needed = new Set([...asked, ...asked.map((name) => PARTS[name]?.after)]);
  return Object.keys(PARTS).filter((name) => needed.has(name));
}

async function measure(names: string[], world: World, ledger: Ledger): Promise<Metric[]> {
  const practice = await foundPractice('Bench');
  const metrics: Metric[] = [];
  for (const name of names) {
    const part = PARTS[name];
    if (!part) continue;
    say(part.title);
    const began = Date.now();
    metrics.push(...(await part.run({ world, practice, ledger })));
    say(`  took ${Math.round((Date.now() - began) / 1000)} s`);
  }
  return metrics;
}

const names = askedFor();
process.env.WORLD_BASE = String(BASE);
const began = Date.now();
await installCounter();
const world = await startWorld({
  name: 'bench',
  base: BASE,
  parts: ['hosting', 'functions', 'mail', 'sandbox', 'stripe', 'twilio', 'google', 'pubsub'],
  env: { FAULTS_DIR: '' }, // no fault points, as in production
  codebases: { floor: join(ROOT, 'tests/bench/floorFunction') },
  fresh: true,
  log: say,
});
delete process.env.NODE_OPTIONS; // for the workers only
try {
  const metrics = await measure(names, world, new Ledger(COUNTS));
  say(`\n${tableOf(metrics)}\n`);
  const isWhole = names.length === Object.keys(PARTS).length;
  if (isWhole) say(`written to ${writeReport('bench', { metrics }, { keep: false }).file}`);
  say(`${Math.round((Date.now() - began) / 1000)} s`);
  process.exitCode = metrics.every(({ holds }) => holds) ? 0 : 1;
} finally {
  await world.stop();
}
process.exit();
