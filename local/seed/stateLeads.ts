import { Timestamp } from 'firebase-admin/firestore';
import type { Ago, Begin } from './begin.js';
import { DAY, HOUR, MINUTE, PRIYA } from './begin.js';
import { addInbound, addOutbound, AFTER_SENDING, changeMessage } from './messages.js';
import type { PlannedContact } from './plan.js';

export function failed(begin: Begin, ago: Ago): PlannedContact {
  const planned = begin({
    contactId: 'bernice-oldfield',
    name: 'Bernice Oldfield',
    phones: ['+15105550104'],
    emails: ['bernice.bounce@leads.test'],
    tags: ['open house'],
  });
  const at = ago(5 * HOUR);
  const messageId = addOutbound(planned, {
    channel: 'sms',
    at,
    by: PRIYA,
    body: 'Hi Bernice, thank you for coming to the open house at 5 Marina Way! Any questions?',
  });
  const error = {
    code: 'unreachable',
    message: 'The number or mailbox does not exist. Correct it on the contact.',
  };
  changeMessage(planned, messageId, { state: 'failed', error }, ['deliveredAt']);
  planned.notes.push({
    body: 'The 4 on the sign-in sheet may be a 9.',
    authorUid: PRIYA,
    at: Timestamp.fromDate(ago(4 * HOUR)),
    mentions: [],
  });
  return planned;
}

export function uncertain(begin: Begin, ago: Ago): PlannedContact {
  const planned = begin({
    contactId: 'gordon-mbeki',
    name: 'Gordon Mbeki',
    company: 'Mbeki & Daughters',
    phones: ['+12065550147'],
    emails: ['gordon.mbeki@example.org'],
    tags: ['investor'],
    stage: 'qualified',
    assigneeUid: 'demo-marcus',
  });
  const first = {
    subject: 'Rent roll for 1416 Piedmont Terrace',
    body: 'Hi,\n\ncould you send me the rent roll before the weekend?\n\nGordon',
  };
  addInbound(planned, { channel: 'email', at: ago(2 * DAY), ...first });
  const body = 'Hi Gordon,\n\nhere it is. Two of the six leases end in May.\n\nMarcus\nHarbor Realty';
  const messageId = addOutbound(planned, { channel: 'email', at: ago(30 * HOUR), by: 'demo-marcus', body });
  changeMessage(planned, messageId, { state: 'uncertain' }, AFTER_SENDING);
  return planned;
}

export function scheduled(begin: Begin, ago: Ago, now: Date): PlannedContact {
  const planned = begin({
    contactId: 'tamika-rhodes',
    name: 'Tamika Rhodes',
    phones: ['+13125550128'],
    emails: ['tamika.rhodes@example.com'],
    tags: ['buyer', 'first home'],
    stage: 'qualified',
  });
  addInbound(planned, {
    channel: 'sms',
    at: ago(80 * MINUTE),
    body: 'I am on a plane till tonight. Can you text me the address tomorrow morning?',
  });
  const at = ago(70 * MINUTE);
  const body =
    'Good morning Tamika! It is 33 Foundry Square, I am there from 10. Ring the bell that says Harbor.';
  const messageId = addOutbound(planned, { channel: 'sms', at, by: PRIYA, body });
  const sendAt = Timestamp.fromMillis(Math.ceil((now.getTime() + 14 * HOUR) / HOUR) * HOUR);
  changeMessage(planned, messageId, { state: 'scheduled', sendAt, attempts: 0 }, AFTER_SENDING);
  return planned;
}

export function canceled(begin: Begin, ago: Ago): PlannedContact {
  const planned = begin({
    contactId: 'isabel-quintero',
    name: 'Isabel Quintero',
    phones: ['+13055550161'],
    emails: ['isabel.quintero@example.com'],
    tags: ['buyer'],
    assigneeUid: 'demo-tomas',
  });
  const asked = ago(50 * MINUTE);
  addInbound(planned, {
    channel: 'sms',
    at: asked,
    body: 'Is 96 Cannery Row pet friendly? We have two cats 🐈🐈',
  });
  const { lastMessage, waitingSince } = planned.contact;
  const at = ago(44 * MINUTE);
  const undone = addOutbound(planned, { channel: 'sms', at, by: 'demo-tomas', body: 'No pets there, sorry' });
  const canceledAt = Timestamp.fromMillis(at.getTime() + 6000);
  changeMessage(planned, undone, { state: 'canceled', canceledAt, canceledBy: 'demo-tomas', attempts: 0 }, [
    ...AFTER_SENDING,
    'decision',
  ]);
  Object.assign(planned.contact, { lastMessage, waitingSince });
  planned.notes.push({
    body: 'Ask the owner about cats before answering; the listing says "case by case".',
    authorUid: 'demo-tomas',
    at: Timestamp.fromDate(ago(43 * MINUTE)),
    mentions: [],
  });
  return planned;
}
