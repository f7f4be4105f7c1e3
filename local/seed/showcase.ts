import type { Ago, Begin, HandMade } from './begin.js';
import { DAY, HOUR, MINUTE, PRIYA } from './begin.js';
import { addInbound, addOutbound } from './messages.js';
import { optedOut, perhapsOptedOut, politelyOptedOut } from './optOutLeads.js';
import type { PlannedContact } from './plan.js';
import { plannedContact } from './plan.js';
import { canceled, failed, scheduled, uncertain } from './stateLeads.js';

/** Leads made by hand: one for every state a message or a conversation can be in, and for every persona. */
export function showcase(now: Date): PlannedContact[] {
  const ago = (ms: number): Date => new Date(now.getTime() - ms);
  const begin = (person: HandMade, createdAgo = 6 * DAY): PlannedContact =>
    plannedContact({ assigneeUid: PRIYA, createdAt: ago(createdAgo), ...person });
  return [
    optedOut(begin, ago),
    politelyOptedOut(begin, ago),
    perhapsOptedOut(begin, ago),
    failed(begin, ago),
    uncertain(begin, ago),
    scheduled(begin, ago, now),
    canceled(begin, ago),
    unicode(begin, ago),
    silent(begin, ago),
    later(begin, ago),
    stranger(begin, ago),
    ...duplicates(begin, ago),
  ];
}

function unicode(begin: Begin, ago: Ago): PlannedContact {
  const planned = begin({
    contactId: 'yuki-hoshino',
    name: '星野 ゆき (Yuki Hoshino)',
    phones: ['+14085550106'],
    emails: ['yuki.unicode@leads.test'],
    tags: ['international', 'buyer'],
    stage: 'contacted',
    assigneeUid: null,
  });
  addOutbound(planned, {
    channel: 'sms',
    at: ago(9 * HOUR),
    by: PRIYA,
    body: 'Hi Yuki! Would you like to see 15 Rosewood Mews on Saturday?',
  });
  addInbound(planned, {
    channel: 'sms',
    at: ago(8 * HOUR),
    body: 'はい、お願いします！土曜日の午後は空いています。駐車場はありますか？ 🏡🌸',
  });
  planned.contact.inbox.unread = 1;
  return planned;
}

function silent(begin: Begin, ago: Ago): PlannedContact {
  const planned = begin({
    contactId: 'sidney-marsh',
    name: 'Sidney Marsh',
    phones: ['+16175550105'],
    emails: ['sidney.silent@leads.test'],
    tags: ['website'],
    assigneeUid: null,
  });
  addOutbound(planned, {
    channel: 'sms',
    at: ago(4 * DAY),
    by: PRIYA,
    body: 'Hi Sidney, you asked about lofts near the water. Are you still looking?',
  });
  return planned;
}

function later(begin: Begin, ago: Ago): PlannedContact {
  const planned = begin({
    contactId: 'leland-price',
    name: 'Leland Price',
    phones: ['+17075550101'],
    emails: ['leland.later@leads.test'],
    tags: ['buyer'],
    stage: 'contacted',
    assigneeUid: 'demo-tomas',
  });
  addInbound(planned, {
    channel: 'sms',
    at: ago(3 * HOUR),
    body: 'In meetings all day, I will text you when I am out.',
  });
  addOutbound(planned, { channel: 'sms', at: ago(2.9 * HOUR), by: 'demo-tomas', body: 'No rush, Leland!' });
  return planned;
}

function stranger(begin: Begin, ago: Ago): PlannedContact {
  const planned = begin(
    { contactId: 'unknown-sender', name: '', phones: ['+15035550188'], emails: [], assigneeUid: null },
    12 * MINUTE,
  );
  addInbound(planned, {
    channel: 'sms',
    at: ago(12 * MINUTE),
    body: 'hey is this the number on the sign on Telegraph? whats the price',
  });
  planned.contact.inbox.unread = 1;
  return planned;
}

/** The same number under two names: the second is flagged, neither is lost. */
function duplicates(begin: Begin, ago: Ago): PlannedContact[] {
  const phones = ['+14155550133'];
  const first = begin(
    {
      contactId: 'martin-oconnell',
      name: "Martin O'Connell",
      phones,
      emails: ['martin.oconnell@example.com'],
      tags: ['seller'],
      stage: 'qualified',
    },
    20 * DAY,
  );
  addInbound(first, {
    channel: 'sms',
    at: ago(2 * DAY),
    body: 'My wife Siobhan will call you about the deck, she uses my phone.',
  });
  addOutbound(first, {
    channel: 'sms',
    at: ago(2 * DAY - 5 * MINUTE),
    by: PRIYA,
    body: 'Wonderful, I look forward to it.',
  });
  const second = begin(
    {
      contactId: 'siobhan-oconnell',
      name: "Siobhan O'Connell",
      phones,
      emails: ['siobhan@example.com'],
      tags: ['seller'],
      source: 'manual',
    },
    DAY,
  );
  second.contact.duplicateOf = first.contactId;
  addInbound(second, {
    channel: 'email',
    at: ago(20 * HOUR),
    subject: 'The deck',
    body: 'Hi, Martin said to write to you. Do we have to repair the deck before we list?\n\nSiobhan',
  });
  second.contact.inbox.unread = 1;
  return [first, second];
}
