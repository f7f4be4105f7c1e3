import { adminAuth, adminDb } from '../../../local/worldClient.js';
import type { World } from '../../../local/world.js';
import { runChild } from '../childProcess.js';
import { forgetNamed } from '../counting/rulesReads.js';
import { absolute, say, type Metric } from '../report.js';
import { MEMBER, ORG_ID, seedContacts, seedMember } from './seed.js';

const SIZES = [1_000, 50_000];
const TARGET = 52; // 50 threads, the person, the seat

interface Opening {
  shown: number;
  documents: number;
  byRules: number;
}

/**
 * Reads until the inbox is usable: documents counted on the wire (the person and the first page of threads, by the
 * SPA's own queries), and the documents that the rules had to read for them.
 */
export async function measureReadsToOpen(world: World): Promise<Metric[]> {
  const metrics: Metric[] = [];
  await forgetNamed(world);
  await seedMember(adminAuth(), adminDb());
  let seeded = 0;
  for (const size of SIZES) {
    say(`  seeding ${size.toLocaleString('en')} contacts`);
    await seedContacts(adminDb(), seeded, size);
    seeded = size;
    const args = [String(world.ports.hosting), ORG_ID, MEMBER.email, MEMBER.password];
    const { shown, documents, byRules } = await runChild<Opening>('inbox/open.child.ts', args);
    if (shown !== 50) throw new Error(`The inbox showed ${shown} threads, not 50.`);
    say(`  at ${size.toLocaleString('en')}: ${documents} documents + ${byRules} by the rules`);
    metrics.push(
      absolute({
        name: `reads to open the inbox at ${size.toLocaleString('en')} contacts`,
        unit: 'reads',
        ours: documents + byRules,
        against: TARGET,
        target: TARGET,
      }),
    );
  }
  return metrics;
}
