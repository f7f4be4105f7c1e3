import type { Channel, ConsentNote } from '@leadpulse/model';
import { EMPTY_HEAD, linkId, nextConsent } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import { createHash } from 'node:crypto';
import type { Ago, Begin } from './begin.js';
import { DAY, HOUR, PRIYA } from './begin.js';
import { addInbound, addOutbound, AFTER_SENDING, changeMessage } from './messages.js';
import type { PlannedContact } from './plan.js';

function optOut(
  planned: PlannedContact,
  channel: Channel,
  said: { word: string; body: string; at: Date },
): void {
  const address = channel === 'sms' ? planned.contact.phones[0] : planned.contact.emails[0];
  addConsent(planned, { channel, kind: 'revoke', evidence: said.word, words: said.body, at: said.at });
  if (address) planned.suppressed.push({ channel, address });
  planned.contact.optOut[channel] = true;
  planned.contact.waitingSince = null;
}

/** An entry of the chain, as the ledger writes it for a message of theirs. */
function addConsent(
  planned: PlannedContact,
  { at, ...told }: Pick<ConsentNote, 'channel' | 'kind' | 'evidence' | 'words'> & { at: Date },
): void {
  const note = {
    ...told,
    basis: 'message',
    source: 'inbound',
    by: null,
    at: Timestamp.fromDate(at),
  } as const;
  const consent = nextConsent(planned.contact.consentHead ?? EMPTY_HEAD, note, sha256);
  planned.consents.set(linkId(consent.sequence), consent);
  planned.contact.consentHead = { sequence: consent.sequence, hash: consent.hash };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Somebody whose words leave a doubt: the thread asks, and nothing goes out until it is answered. */
export function perhapsOptedOut(begin: Begin, ago: Ago): PlannedContact {
  const planned = begin({
    contactId: 'nora-quist',
    name: 'Nora Quist',
    phones: ['+14155550119'],
    emails: [],
    tags: ['website'],
    stage: 'contacted',
  });
  addOutbound(planned, {
    channel: 'sms',
    at: ago(5 * HOUR),
    by: PRIYA,
    body: 'Hi Nora, Priya with Harbor Realty. 3 Pier Road has an open house on Saturday. Shall I put you down for it?',
  });
  const [at, body] = [ago(4 * HOUR), 'Not interested, thanks'];
  const messageId = addInbound(planned, { channel: 'sms', at, body });
  addConsent(planned, { channel: 'sms', kind: 'doubt', evidence: messageId, words: body, at });
  const question = {
    messageId,
    address: '+14155550119',
    words: 'not interested',
    at: Timestamp.fromDate(at),
  };
  planned.contact.optOutQuestion = { sms: question };
  return planned;
}

/** Our own answer to an opt-out; it moves no conversation to the top. */
function confirm(planned: PlannedContact, channel: 'sms' | 'email', at: Date): void {
  const before = { ...planned.contact };
  const noun = channel === 'sms' ? 'texts' : 'emails';
  const verb = channel === 'sms' ? 'Text' : 'Reply';
  const body = `Harbor Realty: you will get no more ${noun} from us. ${verb} START to get them again.`;
  addOutbound(
    planned,
    { channel, at, body, by: 'system' },
    { purpose: 'opt-out-confirmation', undoSeconds: 0 },
  );
  planned.contact.lastMessage = before.lastMessage;
}

export function optedOut(begin: Begin, ago: Ago): PlannedContact {
  const planned = begin({
    contactId: 'derek-halloran',
    name: 'Derek Halloran',
    phones: ['+14155550102'],
    emails: ['derek.halloran@example.com'],
    tags: ['website'],
    stage: 'contacted',
  });
  const said = ago(26 * HOUR);
  addOutbound(planned, {
    channel: 'sms',
    at: ago(27 * HOUR),
    by: PRIYA,
    body: 'Hi Derek, Priya with Harbor Realty. You saved 7 Lighthouse Lane on our site. Would you like to see it?',
  });
  const word = addInbound(planned, { channel: 'sms', at: said, body: 'STOP' }, { optOutWord: 'STOP' });
  optOut(planned, 'sms', { word, body: 'STOP', at: said });
  confirm(planned, 'sms', new Date(said.getTime() + 1000));
  const text = 'They asked not to be texted. They can text START to hear from you again.';
  const at = ago(25 * HOUR);
  const blocked = addOutbound(planned, {
    channel: 'sms',
    at,
    by: PRIYA,
    body: 'Of course, sorry to bother you! One last thing: the price just dropped by 20k.',
  });
  const decision = { allowed: false, reasons: [{ code: 'opted-out', text }], at: Timestamp.fromDate(at) };
  changeMessage(planned, blocked, { state: 'blocked', decision, attempts: 0 }, AFTER_SENDING);
  planned.contact.inbox.unread = 1;
  return planned;
}

export function politelyOptedOut(begin: Begin, ago: Ago): PlannedContact {
  const planned = begin({
    contactId: 'paula-ferris',
    name: 'Paula Ferris',
    phones: ['+16505550103'],
    emails: ['paula.polite@leads.test'],
    tags: ['seller'],
    stage: 'lost',
  });
  const said = ago(3 * DAY);
  addOutbound(planned, {
    channel: 'sms',
    at: ago(3 * DAY + HOUR),
    by: PRIYA,
    body: 'Hi Paula, is the spring still a good time to talk about 58 Orchard Hill Road?',
  });
  const body = "We decided to stay. Please don't text me any more, thank you.";
  const word = addInbound(
    planned,
    { channel: 'sms', at: said, body },
    { optOutWord: "don't text me any more" },
  );
  optOut(planned, 'sms', { word, body, at: said });
  confirm(planned, 'sms', new Date(said.getTime() + 1000));
  planned.contact.inbox.status = 'closed';
  return planned;
}
