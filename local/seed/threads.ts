import type { Stage } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import { BUYER_SCRIPTS } from './buyerScripts.js';
import type { Lead } from './leads.js';
import { addInbound, addOutbound } from './messages.js';
import { HOURS, PRICES, STREETS, WEEKDAYS } from './names.js';
import { DEMO_PEOPLE } from './people.js';
import type { PlannedContact } from './plan.js';
import { ACCOUNTS, plannedContact } from './plan.js';
import type { Random } from './random.js';
import type { Turn } from './script.js';
import { fillIn, readScript } from './script.js';
import { SELLER_SCRIPTS } from './sellerScripts.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const WORKDAY = { from: 8, to: 20 }; // hours in California
const CALIFORNIA_MS = -8 * 60 * MINUTE;

const SCRIPTS = { ...BUYER_SCRIPTS, ...SELLER_SCRIPTS };
type ScriptName = keyof typeof SCRIPTS;

const FACTS: Record<ScriptName, { stage: Stage; tags: string[] }> = {
  firstTour: { stage: 'contacted', tags: ['buyer', 'website'] },
  preApproved: { stage: 'qualified', tags: ['buyer', 'relocation', 'pre-approved'] },
  openHouse: { stage: 'contacted', tags: ['buyer', 'open house'] },
  renter: { stage: 'qualified', tags: ['renter'] },
  offerAccepted: { stage: 'won', tags: ['buyer', 'closed 2026'] },
  justBrowsing: { stage: 'lost', tags: ['buyer', 'next year'] },
  investor: { stage: 'qualified', tags: ['investor', 'multifamily'] },
  abroad: { stage: 'contacted', tags: ['buyer', 'international'] },
  valuation: { stage: 'qualified', tags: ['seller'] },
  listingPrep: { stage: 'won', tags: ['seller', 'listed'] },
  priceDrop: { stage: 'won', tags: ['seller', 'listed'] },
  pastClient: { stage: 'won', tags: ['past client'] },
  referral: { stage: 'won', tags: ['past client', 'referral'] },
  inspector: { stage: 'contacted', tags: ['vendor'] },
  lender: { stage: 'contacted', tags: ['vendor', 'lender'] },
  wrongTime: { stage: 'lost', tags: ['seller', 'next year'] },
  noAnswer: { stage: 'lost', tags: ['website'] },
  emailNoAnswer: { stage: 'new', tags: ['website', 'saved search'] },
};
const NAMES = Object.keys(SCRIPTS) as ScriptName[];

/** Where a conversation stands: how far it has come, and when its last word fell. */
export interface Course {
  assigneeUid: string | null;
  /** `lead` or `team`: cut off after a word of theirs; `all`: to the end. */
  until: 'lead' | 'team' | 'all';
  endAt: (lengthMs: number) => Date;
}

/** Plays one of the scripts with a lead. */
export function playThread(lead: Lead, course: Course, random: Random): PlannedContact {
  const name = pickScript(course.until, random);
  const turns = cut(readScript(SCRIPTS[name]), course.until, random);
  const author =
    DEMO_PEOPLE.find(({ uid }) => uid === course.assigneeUid) ?? random.pick(DEMO_PEOPLE.slice(0, 3));
  const words = wordsFor(lead, author.name, random);
  const times = timesOf(turns, random);
  const length = times.at(-1) ?? 0;
  const startMs = course.endAt(length).getTime() - length;
  const planned = plannedContact({
    ...lead,
    emails: [lead.email],
    phones: [lead.phone],
    tags: FACTS[name].tags,
    stage: turns.length <= 2 ? 'new' : FACTS[name].stage,
    assigneeUid: course.assigneeUid,
    source: turns[0]?.by === 'lead' ? 'inbound' : 'import',
    custom: random.chance(0.25) ? { Budget: words.price ?? '' } : {},
    createdAt: new Date(startMs - random.int(0, 20) * MINUTE),
  });
  turns.forEach((turn, i) => {
    const at = new Date(startMs + (times[i] ?? 0));
    addTurn(planned, turn, { at, author: author.uid, body: fillIn(turn.text, words, random), words, random });
  });
  return planned;
}

interface Spoken {
  at: Date;
  author: string;
  body: string;
  words: Record<string, string>;
  random: Random;
}

function addTurn(planned: PlannedContact, turn: Turn, { at, author, body, words, random }: Spoken): void {
  if (turn.by === 'note') {
    planned.notes.push({ body, authorUid: author, at: Timestamp.fromDate(at), mentions: [] });
    return;
  }
  const isPractice = planned.contact.emails[0]?.endsWith('@leads.test') === true;
  const line = {
    channel: turn.channel,
    at,
    body,
    ...(turn.subject !== undefined && { subject: fillIn(turn.subject, words, random) }),
    ...(turn.channel === 'email' && isPractice && { account: ACCOUNTS.practiceMailbox }),
  };
  if (turn.by === 'lead') addInbound(planned, line);
  else addOutbound(planned, { ...line, by: author });
}

function pickScript(until: Course['until'], random: Random): ScriptName {
  for (;;) {
    const name = random.pick(NAMES);
    const turns = readScript(SCRIPTS[name]);
    if (until === 'all' || turns.some(({ by }, i) => by === until && i < turns.length - 1)) return name;
  }
}

function cut(turns: Turn[], until: Course['until'], random: Random): Turn[] {
  if (until === 'all') return turns;
  const ends = turns.flatMap(({ by }, i) => (by === until ? [i] : []));
  return turns.slice(0, random.pick(ends) + 1);
}

/** Milliseconds from the first turn on; what would fall into the night waits for the morning. */
function timesOf(turns: Turn[], random: Random): number[] {
  const start = random.int(WORKDAY.from * 60, 16 * 60) * MINUTE;
  let clock = start;
  return turns.map(({ afterMinutes }) => {
    const jitter = afterMinutes > 30 ? random.int(-9, 23) : 0;
    clock += (afterMinutes + jitter) * MINUTE;
    const hour = (clock % DAY) / (60 * MINUTE);
    if (hour >= WORKDAY.to) clock += DAY - (clock % DAY) + (WORKDAY.from * 60 + random.int(5, 120)) * MINUTE;
    else if (hour < WORKDAY.from)
      clock += WORKDAY.from * 60 * MINUTE - (clock % DAY) + random.int(5, 120) * MINUTE;
    return clock - start;
  });
}

/** An end in the working hours of a day, or before now if that is today. */
export function endOnDay(now: Date, daysAgo: number, random: Random): Date {
  const midnight = Math.floor((now.getTime() + CALIFORNIA_MS) / DAY) * DAY - CALIFORNIA_MS;
  const end = midnight - daysAgo * DAY + random.int(WORKDAY.from * 60 + 30, WORKDAY.to * 60 - 5) * MINUTE;
  return new Date(Math.min(end, now.getTime() - 5 * MINUTE));
}

function wordsFor(lead: Lead, author: string, random: Random): Record<string, string> {
  const price = random.int(0, PRICES.length - 3);
  const street = random.int(0, STREETS.length - 2);
  const day = random.int(0, WEEKDAYS.length - 2);
  return {
    first: lead.given,
    name: lead.name,
    company:
      lead.company ||
      random.pick(['Northpoint Title Company', 'Redwood Credit Union', 'Ocean View Inspections']),
    email: lead.email,
    agent: author.split(' ')[0] ?? author,
    street: STREETS[street] ?? '',
    street2: STREETS[street + 1] ?? '',
    price: PRICES[price] ?? '',
    price2: PRICES[price + 2] ?? '',
    day: WEEKDAYS[day] ?? '',
    day2: WEEKDAYS[day + 1] ?? '',
    hour: random.pick(HOURS),
  };
}
