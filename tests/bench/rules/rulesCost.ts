import type { Sees } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { World } from '../../../local/world.js';
import { adminAuth, adminDb } from '../../../local/worldClient.js';
import { silentContact } from '../../proof/contactData.js';
import type { Practice } from '../../proof/practice.js';
import { runChild } from '../childProcess.js';
import type { Metric } from '../report.js';
import { absolute, say } from '../report.js';
import type { Visit } from './extraReads.js';
import { extraReads } from './extraReads.js';
import type { Errand } from './visit.child.js';

const NUMBER = 9000; // of the contact; other parts use lower ones
const PASSWORD = 'rules-rules';
const OPERATIONS: { operation: Visit['operation']; target: number }[] = [
  { operation: 'open the inbox', target: 1 },
  { operation: 'open a thread', target: 1 },
  { operation: 'send', target: 3 },
  { operation: 'edit', target: 1 },
];
const SEATS: Record<Sees, string> = { everything: 'sees all leads', assigned: 'sees only assigned leads' };

/** How many documents the rules make Firestore read besides those that were asked for. */
export async function measureRulesCost(world: World, practice: Practice): Promise<Metric[]> {
  const metrics: Metric[] = [];
  for (const sees of ['everything', 'assigned'] as const) {
    const errand = await prepare(practice, sees);
    const file = join(world.dir, `errand-${sees}.json`);
    writeFileSync(file, JSON.stringify(errand));
    const visits = await runChild<Visit[]>('rules/visit.child.ts', [String(world.ports.hosting), file]);
    for (const { operation, target } of OPERATIONS) {
      const { all, withoutSeats } = extraReads(visits, operation);
      say(
        `  ${operation}, ${SEATS[sees]}: ${all} a request, ${withoutSeats} without the membership look-ups`,
      );
      const name = `reads by the rules to ${operation}, at most in one request, ${SEATS[sees]}`;
      metrics.push(absolute({ name, unit: 'reads', ours: all, against: target, target }));
    }
  }
  return metrics;
}

async function prepare({ orgId, senders }: Practice, sees: Sees): Promise<Errand> {
  const email = `rules-${sees}-${Date.now()}@leadpulse.test`;
  const { uid } = await adminAuth().createUser({ email, password: PASSWORD, emailVerified: true });
  const seat = { role: 'agent', sees, displayName: 'Rules Agent', email, joinedAt: Timestamp.now() };
  await adminDb().doc(`orgs/${orgId}/members/${uid}`).set(seat);
  const contact = { ...silentContact(NUMBER), assigneeUid: uid };
  const contactId = `rules-${sees}`;
  await adminDb().doc(`orgs/${orgId}/contacts/${contactId}`).set(contact);
  const { accountId, address } = senders.sandbox;
  return {
    ...{ email, password: PASSWORD, sees, stage: 'contacted' },
    place: { orgId, contactId, uid },
    outgoing: {
      ...{ channel: 'sms', accountId, from: address, to: contact.phones[0] ?? '' },
      ...{ subject: '', body: 'Hello, is it a good time?', references: [], undoSeconds: 60, sendAt: null },
    },
  };
}
