import { parseArgs } from 'node:util';
import { startWorld, type World } from '../../local/world.js';
import { say, writeReport } from '../bench/report.js';
import { ensureChromium } from '../ensureChromium.js';
import { proveRules, writeSecurityFacts } from '../rulesProof/rulesPart.js';
import { proveBilling } from './billing/billingPart.js';
import { proveInbound } from './inbound/inboundPart.js';
import { proveMessaging } from './messagingPart.js';
import { provePolicy } from './policyPart.js';
import type { Practice } from './practice.js';
import { foundPractice } from './practice.js';
import { proveErasures } from './privacy/erasures.js';
import { proveSeats } from './seatsPart.js';
import { proveTaint } from './taint/taintPart.js';
import { proveUsage } from './usageCounts.js';

const BASE = 5500;
const LEASE_SECONDS = 8;

type Log = (line: string) => void;
interface Scene {
  world: World;
  practice: Practice;
}
interface Part {
  name: string;
  title: string;
  key: 'messaging' | 'rules' | 'billing' | 'privacy'; // its place in reports/proof.json
  after?: string; // a part of another row that wants what this one kills
  prove: (scene: Scene, log: Log) => Promise<{ part: object; kept: boolean }>;
}

/**
 * Side by side, in each row one after the other. What is killed is always the process of one function, and no two rows kill or
 * want the same, unless one comes `after` the other. Erasures search everything that there is, so they come while it is
 * little; billing, last, makes Stripe forget everything. The rules play in projects of their own.
 */
const ROWS: readonly (readonly Part[])[] = [
  [
    {
      name: 'messaging',
      title: 'the sender dies at each point, on each channel; every event comes three times',
      key: 'messaging',
      prove: ({ world, practice }, log) =>
        proveMessaging({ practice, faultsDir: `${world.dir}/faults`, leaseSeconds: LEASE_SECONDS }, log),
    },
    {
      name: 'inbound',
      title: 'what comes in, told again, in another order, never, and to a process that dies over it',
      key: 'messaging',
      after: 'taint',
      prove: ({ world }, log) => proveInbound({ faultsDir: `${world.dir}/faults` }, log),
    },
  ],
  [
    {
      name: 'erasures',
      title: 'a person, a lead, an organization, and a run that dies at each step; everything is searched',
      key: 'privacy',
      prove: (_scene, log) => proveErasures(log),
    },
    {
      name: 'taint',
      title: 'strings of no other origin through every door, and where they are found',
      key: 'privacy',
      prove: async (_scene, log) => {
        await ensureChromium();
        return proveTaint(log);
      },
    },
    {
      name: 'usage',
      title: 'every use once, whatever is delivered twice',
      key: 'privacy',
      prove: ({ practice }, log) => proveUsage(practice.orgId, log),
    },
    {
      name: 'billing',
      title: 'Stripe’s events in every order, at once, and through every crash',
      key: 'billing',
      prove: (_scene, log) => proveBilling(log),
    },
    {
      name: 'policy',
      title: 'clauses whose promises a whole run of the tests showed kept',
      key: 'privacy',
      prove: (_scene, log) => Promise.resolve(provePolicy(log)),
    },
  ],
  [
    {
      name: 'rules',
      title: 'matrix, coverage, probes, oracle, fuzz, mutation',
      key: 'rules',
      prove: (_scene, log) => proveRules(log),
    },
    {
      name: 'seats',
      title: 'people who change each other at the same time, and who asks on after the removal',
      key: 'rules',
      prove: (_scene, log) => proveSeats(log),
    },
  ],
];
const PARTS = ROWS.flat();

const facts: Partial<Record<Part['key'], object>> = {};
const broken: string[] = [];

async function play({ name, title, key, prove }: Part, scene: Scene): Promise<void> {
  const began = Date.now();
  say(`${name}: ${title}`);
  const log = (line: string): void => say(`  ${name}: ${line}`);
  const { part, kept } = await prove(scene, log).catch((error: unknown) => {
    log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return { part: {}, kept: false }; // the others go on
  });
  facts[key] = { ...facts[key], ...part };
  if (!kept) broken.push(name);
  say(`${name}: ${kept ? 'held' : 'BROKEN'}, ${Math.round((Date.now() - began) / 1000)} s`);
}

/** `npm run proof [-- --only rules,seats]`: proves what the product promises, and writes reports/proof.json. */
async function prove(world: World, isWanted: (part: Part) => boolean): Promise<void> {
  const scene = { world, practice: await foundPractice('Proof') };
  const rows = ROWS.map((row) => row.filter(isWanted));
  const begun = new Map<Part, Promise<void>>();
  const begin = (part: Part): Promise<void> => {
    const known = begun.get(part);
    if (known) return known;
    const inRow = rows.find((row) => row.includes(part)) ?? [];
    const previous = inRow[inRow.indexOf(part) - 1];
    const before = rows.flat().filter((other) => other === previous || other.name === part.after);
    const playing = Promise.all(before.map(begin)).then(() => play(part, scene));
    begun.set(part, playing);
    return playing;
  };
  await Promise.all(rows.flat().map(begin));
  const { file, stamp } = writeReport('proof', facts, { keep: true });
  const ofRules = PARTS.filter(({ key }) => key === 'rules');
  if (ofRules.every(isWanted)) writeSecurityFacts({ ...stamp, ...facts.rules }); // /security tells of the same run
  say(JSON.stringify(facts, null, 2));
  say(`written to ${file}`);
}

function readWanted(): (part: Part) => boolean {
  const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
  if (only === undefined) return () => true;
  const names = only.split(',');
  const known = PARTS.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`There is no ${unknown.join(', ')}; --only takes ${known.join(',')}`);
  return ({ name }) => names.includes(name);
}

const isWanted = readWanted();
process.env.WORLD_BASE = String(BASE);
const began = Date.now();
const world = await startWorld({
  name: 'proof',
  base: BASE,
  parts: ['hosting', 'functions', 'mail', 'sandbox', 'pubsub', 'stripe', 'twilio', 'google'],
  env: { LEASE_SECONDS: String(LEASE_SECONDS) },
  fresh: true,
  log: say,
});
try {
  await prove(world, isWanted);
  const verdict = broken.length === 0 ? 'All promises held' : `BROKEN: ${broken.join(', ')}`;
  say(`${verdict}, ${Math.round((Date.now() - began) / 1000)} s`);
  process.exitCode = broken.length === 0 ? 0 : 1;
} finally {
  await world.stop();
}
process.exit();
