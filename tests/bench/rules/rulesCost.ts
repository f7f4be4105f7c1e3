import type { Sees } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { World } from '../../../local/world.js';
import { adminAuth, adminDb } from '../../../local/worldClient.js';
import { silentContact } from '../../proof/contactData.js';
import type { Practice } from '../../proof/practice.js';
import { runChild } from '../childProcess.js';
import { forgetNamed } from '../counting/rulesReads.js';
import type { Metric } from '../report.js';
import { absolute, say } from '../report.js';
import type { Visit } from './extraReads.js';
import { extraReads } from './extraReads.js';
import type { Errand } from './visit.child.js';

const NUMBER = 9000; // of the contact; other parts use lower ones
const PASSWORD = 'rules-rules';
const SEATS: Record<Sees, string> = { everything: 'sees all leads', assigned: 'sees only assigned leads' };

interface Held {
  operation: Visit['operation'];
  added: number; // what the membership look-ups may add to a request: one to read, three to send
  all: Record<Sees, number>; // what the rules may read in all, seat included
}

/**
 * All that the rules read stays within what the look-ups alone might, but in one place: whose a message is stands on its
 * contact, so who sees only assigned leads pays for seat and contact with each list of a thread. To do without the
 * contact, each of its messages would have to carry the assignee, and be written anew when that changes.
 */
const HELD: Held[] = [
  { operation: 'open the inbox', added: 1, all: { everything: 1, assigned: 1 } },
  { operation: 'open a thread', added: 1, all: { everything: 1, assigned: 2 } },
  { operation: 'send', added: 3, all: { everything: 3, assigned: 3 } },
  { operation: 'edit', added: 1, all: { everything: 1, assigned: 1 } },
];

/** How many documents the rules make Firestore read besides those that were asked for. */
export async function measureRulesCost(world: World, practice: Practice): Promise<Metric[]> {
  const metrics: Metric[] = [];
  await forgetNamed(world);
  for (const sees of ['everything', 'assigned'] as const) {
    const errand = await prepare(practice, sees);
    const file = join(world.dir, `errand-${sees}.json`);
    writeFileSync(file, JSON.stringify(errand));
    const visits = await runChild<Visit[]>('rules/visit.child.ts', [String(world.ports.hosting), file]);
    for (const held of HELD) metrics.push(...metricsOf(visits, sees, held));
  }
  return metrics;
}

/** What the look-ups add, and all reads by the rules; without the look-ups (`other`) those would be as many. */
function metricsOf(visits: Visit[], sees: Sees, held: Held): Metric[] {
  const { operation } = held;
  const { all, withoutSeats, bySeats } = extraReads(visits, operation);
  say(`  ${operation}, ${SEATS[sees]}: ${all} a request, ${withoutSeats} without the membership look-ups`);
  const where = `${operation}, at most in one request, ${SEATS[sees]}`;
  const figures = [
    { name: `reads that membership look-ups add to ${where}`, ours: bySeats, target: held.added },
    { name: `all reads by the rules to ${where}`, ours: all, other: withoutSeats, target: held.all[sees] },
  ];
  return figures.map((figure) => absolute({ ...figure, unit: 'reads', against: figure.target }));
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
