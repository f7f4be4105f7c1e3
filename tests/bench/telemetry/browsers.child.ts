import type { FeatureCounts } from '@leadpulse/model';
import { FEATURES, withUses } from '@leadpulse/model';
import { readFileSync } from 'node:fs';
import { portsOf } from '../../../local/ports.js';
import { dice } from '../../rulesProof/random.js';
import { documentsNamedByRules, namedSince } from '../counting/rulesReads.js';
import { bundleForNode } from '../spa.js';
import type * as Page from './page.child.js';

/** People at their browsers, on a clock of their own, with the SPA's own counting; prints what they used and told. */
export interface Crowd {
  orgId: string;
  people: { uid: string; token: string }[];
  usesEach: number;
}

export interface Told {
  counts: FeatureCounts;
  documents: number;
  refused: number;
  readsByRules: number; // a document
}

const MINUTE_MS = 60_000;
const SHORTEST = 15; // minutes that somebody is there
const LONGEST = 45;
const NEXT_VISIT_MS = 60 * MINUTE_MS;
const AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0';

const [base, file] = process.argv.slice(2) as [string, string];
const crowd = JSON.parse(readFileSync(file, 'utf8')) as Crowd;
const ports = portsOf(Number(base));
const module = await bundleForNode('../../tests/bench/telemetry/page.child.ts', ports.hosting);
const beganMs = Date.now() - LONGEST * MINUTE_MS - NEXT_VISIT_MS;
const told: Told = { counts: {}, documents: 0, refused: 0, readsByRules: 0 };

async function visit(person: Crowd['people'][number], seed: number): Promise<void> {
  // A module for each: its counter is the page's.
  const { collectorIn, count, countIn, emptyOutbox, sendBatch } = (await import(
    `${module}?browser=${seed}`
  )) as typeof Page;
  const dies = dice(seed);
  const minutes = SHORTEST + dies.roll(LONGEST - SHORTEST + 1);
  let [nowMs, outbox] = [beganMs, emptyOutbox(person.uid)];
  const { flush } = collectorIn({
    uid: person.uid,
    userAgent: AGENT,
    now: () => nowMs,
    isOnline: () => true,
    read: () => outbox,
    write: (next) => void (outbox = next),
    idToken: () => Promise.resolve(person.token),
    send: sendBatch,
  });
  countIn(crowd.orgId);
  for (let minute = 0; minute < minutes; minute += 1) {
    const share = Math.floor(((minute + 1) * crowd.usesEach) / minutes);
    const before = Math.floor((minute * crowd.usesEach) / minutes);
    for (let use = before; use < share; use += 1) {
      const feature = dies.one(FEATURES);
      count(feature);
      told.counts = withUses(told.counts, { [feature]: 1 }, Infinity);
    }
    nowMs += MINUTE_MS;
    await flush(); // as every minute, and whenever the page is hidden
  }
  await flush(true); // the page is closed
  nowMs += NEXT_VISIT_MS;
  await flush(true); // what was left by a document of a moment ago goes with the next visit
  told.documents += outbox.sent.length;
  told.refused += outbox.sent.filter(({ outcome }) => outcome !== 'sent').length;
}

const [first, ...others] = crowd.people;
const before = await documentsNamedByRules(ports);
if (first) await visit(first, 1);
told.readsByRules = namedSince(before, await documentsNamedByRules(ports)).length;
await Promise.all(others.map((person, at) => visit(person, at + 2)));
process.stdout.write(JSON.stringify(told), () => process.exit(0));
