import type { ContactConsent } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import type { Ago, Begin } from './begin.js';
import { DAY, HOUR, PRIYA } from './begin.js';
import { addInbound, addOutbound, AFTER_SENDING, changeMessage } from './messages.js';
import type { PlannedContact } from './plan.js';

function optOut(planned: PlannedContact, channel: 'sms' | 'email', evidence: string, at: Date): void {
  const address = channel === 'sms' ? planned.contact.phones[0] : planned.contact.emails[0];
  const consent: ContactConsent = {
    channel,
    kind: 'revoke',
    basis: 'message',
    evidence,
    source: 'inbound',
    at: Timestamp.fromDate(at),
    previousHash: null,
  };
  planned.consents.set(evidence, consent);
  if (address) planned.suppressed.push({ channel, address });
  planned.contact.optOut[channel] = true;
  planned.contact.waitingSince = null;
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
  optOut(planned, 'sms', word, said);
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
  optOut(planned, 'sms', word, said);
  confirm(planned, 'sms', new Date(said.getTime() + 1000));
  planned.contact.inbox.status = 'closed';
  return planned;
}
