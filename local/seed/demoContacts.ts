import { Timestamp } from 'firebase-admin/firestore';
import type { Lead } from './leads.js';
import { makeLeads } from './leads.js';
import { DEMO_PEOPLE } from './people.js';
import type { PlannedContact } from './plan.js';
import { plannedContact } from './plan.js';
import type { Random } from './random.js';
import { randomFrom } from './random.js';
import { showcase } from './showcase.js';
import { endOnDay, playThread } from './threads.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SEED = 20_261_123;

/** How many conversations stand where; with those made by hand about two hundred. */
const COUNTS = { fresh: 26, open: 34, snoozed: 7, closed: 106, untouched: 16 };

/** Priya and Tomás carry most of the leads; a fifth waits for somebody to take it. */
const ASSIGNEES = [
  'demo-priya',
  'demo-priya',
  'demo-priya',
  'demo-tomas',
  'demo-tomas',
  'demo-marcus',
  'demo-nora',
  null,
  null,
];

/** All contacts of the demo organization with their conversations; the same at every run, but for the dates. */
export function demoContacts(now: Date): PlannedContact[] {
  const random = randomFrom(SEED);
  const total = Object.values(COUNTS).reduce((sum, count) => sum + count, 0);
  const leads = makeLeads(random, total);
  const take = (count: number): Lead[] => leads.splice(0, count);
  return [
    ...showcase(now),
    ...take(COUNTS.fresh).map((lead, i) => fresh(lead, i, now, random)),
    ...take(COUNTS.open).map((lead, i) => open(lead, i, now, random)),
    ...take(COUNTS.snoozed).map((lead, i) => snoozed(lead, i, now, random)),
    ...take(COUNTS.closed).map((lead) => closed(lead, now, random)),
    ...take(COUNTS.untouched).map((lead) => untouched(lead, now, random)),
  ];
}

/** The top of the inbox: from some minutes to two days ago, a third of it waiting for us. */
function fresh(lead: Lead, i: number, now: Date, random: Random): PlannedContact {
  const until = i % 3 === 0 ? 'lead' : 'team';
  const endMs = now.getTime() - (4 + i * i * 4.4 + random.int(0, 3)) * MINUTE;
  const assigneeUid = random.pick(ASSIGNEES);
  const planned = playThread(lead, { assigneeUid, until, endAt: () => new Date(endMs) }, random);
  if (until === 'lead' && random.chance(0.75)) planned.contact.inbox.unread = lastWordsOfLead(planned);
  return planned;
}

function lastWordsOfLead({ messages }: PlannedContact): number {
  const directions = [...messages.values()].map(({ direction }) => direction).reverse();
  const lastOut = directions.indexOf('out');
  return lastOut < 0 ? directions.length : lastOut;
}

function open(lead: Lead, i: number, now: Date, random: Random): PlannedContact {
  const until = i % 6 === 0 ? 'lead' : 'team';
  const endAt = (): Date => endOnDay(now, 2 + Math.floor(i / 3), random);
  return playThread(lead, { assigneeUid: random.pick(ASSIGNEES), until, endAt }, random);
}

function snoozed(lead: Lead, i: number, now: Date, random: Random): PlannedContact {
  const endAt = (): Date => endOnDay(now, 1 + i * 2, random);
  const planned = playThread(lead, { assigneeUid: random.pick(ASSIGNEES), until: 'team', endAt }, random);
  const untilMs = Math.ceil((now.getTime() + (i + 1) * 19 * HOUR) / HOUR) * HOUR;
  planned.contact.inbox = { status: 'snoozed', unread: 0, snoozedUntil: Timestamp.fromMillis(untilMs) };
  return planned;
}

function closed(lead: Lead, now: Date, random: Random): PlannedContact {
  const endAt = (): Date => endOnDay(now, random.int(4, 38), random);
  const planned = playThread(lead, { assigneeUid: random.pick(ASSIGNEES), until: 'all', endAt }, random);
  planned.contact.inbox.status = 'closed';
  planned.contact.waitingSince = null;
  return planned;
}

/** From an old list: nobody has written to them yet. */
function untouched(lead: Lead, now: Date, random: Random): PlannedContact {
  const hasPhone = random.chance(0.7);
  return plannedContact({
    ...lead,
    phones: hasPhone ? [lead.phone] : [],
    emails: hasPhone && random.chance(0.3) ? [] : [lead.email],
    tags: ['old list'],
    assigneeUid: random.chance(0.5) ? null : random.pick(DEMO_PEOPLE.slice(0, 4)).uid,
    source: 'import',
    createdAt: new Date(now.getTime() - 39 * DAY),
  });
}
