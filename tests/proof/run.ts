import { startWorld, type World } from '../../local/world.js';
import { ensureChromium } from '../ensureChromium.js';
import { say, writeReport } from '../bench/report.js';
import { proveRules, writeSecurityFacts } from '../rulesProof/rulesPart.js';
import { proveBilling } from './billing/billingPart.js';
import { runKillMatrix } from './killMatrix.js';
import { foundPractice } from './practice.js';
import { deliverThrice } from './redelivery.js';
import { proveSeats } from './seatsPart.js';
import { proveTaint } from './taint/taintPart.js';
import { proveUsage } from './usageCounts.js';
import type { Verdict } from './verdict.js';

const BASE = 5500;
const LEASE_SECONDS = 8;
const REPEATS = 5;
const MESSAGES = 1000;
const WIDTH = 8;

/** Proves what the product promises about messages, seats, billing and usage counts, and writes reports/proof.json. */
async function prove(world: World): Promise<boolean> {
  const log = (line: string): void => say(`  ${line}`);
  say('Kill matrix: the sender dies at each point, on both channels');
  const practice = await foundPractice('Kill Matrix');
  const faultsDir = `${world.dir}/faults`;
  const kills = await runKillMatrix({
    practice,
    faultsDir,
    leaseSeconds: LEASE_SECONDS,
    repeats: REPEATS,
    log,
  });
  for (const { killing, outcome } of kills.outcomes) {
    if (outcome.state === 'sent' || outcome.state === 'delivered') continue;
    log(`${killing.point} on ${killing.channel}: ${outcome.state}, the provider has ${outcome.accepted}`);
  }
  say(`Redelivery: ${MESSAGES} messages, every event three times, ${WIDTH} wide`);
  const again = await deliverThrice({ practice, count: MESSAGES, width: WIDTH, log });
  const messaging = {
    killPoints: kills.killPoints,
    kills: kills.kills,
    ...sumOf(kills, again),
    needlesslyUncertain: kills.needlesslyUncertain,
    redelivered: kills.redelivered + again.redelivered,
  };
  say('Seats: people who change each other at the same time, and who asks on after the removal');
  const seats = await proveSeats(log);
  say('Billing: Stripe’s events in every order, at once, and through every crash');
  const { part: billing, kept: isBillingKept } = await proveBilling(log);
  say('Usage counts: every use once, whatever is delivered twice');
  const { part: usage, kept: isUsageKept } = await proveUsage(practice.orgId, log);
  say('Taint: strings of no other origin through every door, and where they are found');
  const { part: traced, kept: isUntainted } = await proveTaint(log);
  const privacy = { ...usage, ...traced };
  say('Rules: matrix, coverage, probes, oracle, fuzz, mutation');
  const walls = await proveRules(log);
  const rules = { ...walls.part, ...seats.part };
  const { file, stamp } = writeReport('proof', { messaging, rules, billing, privacy }, { keep: true });
  writeSecurityFacts({ ...stamp, ...rules }); // the page /security tells of the same run
  say(JSON.stringify({ messaging, rules, billing, privacy }, null, 2));
  say(`written to ${file}`);
  return [
    ...[walls, seats].map(({ kept }) => kept),
    ...[isBillingKept, isUsageKept, isUntainted, isKept(kills), isKept(again)],
    kills.needlesslyUncertain === 0,
    again.uncertain === 0,
  ].every(Boolean);
}

function sumOf(a: Verdict, b: Verdict): Verdict {
  return {
    requested: a.requested + b.requested,
    lost: a.lost + b.lost,
    stuck: a.stuck + b.stuck,
    doubled: a.doubled + b.doubled,
    falseStatus: a.falseStatus + b.falseStatus,
    uncertain: a.uncertain + b.uncertain,
  };
}

function isKept({ lost, stuck, doubled, falseStatus }: Verdict): boolean {
  return lost + stuck + doubled + falseStatus === 0;
}

process.env.WORLD_BASE = String(BASE);
ensureChromium();
const began = Date.now();
const world = await startWorld({
  name: 'proof',
  base: BASE,
  parts: ['hosting', 'functions', 'mail', 'sandbox', 'pubsub', 'stripe'],
  env: { LEASE_SECONDS: String(LEASE_SECONDS) },
  fresh: true,
  log: say,
});
try {
  const kept = await prove(world);
  say(`${kept ? 'All promises held' : 'A PROMISE WAS BROKEN'}, ${Math.round((Date.now() - began) / 1000)} s`);
  process.exitCode = kept ? 0 : 1;
} finally {
  await world.stop();
}
process.exit();
