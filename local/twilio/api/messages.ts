import { newSid } from '../demo.js';
import { optOutId } from '../phone.js';
import type { TwilioAccount, TwilioMessage, TwilioService, TwilioStore } from '../store.js';
import { TwilioRefusal } from './errors.js';

type Form = Record<string, string>;

/** Twilio's own magic numbers, and what a text to them is refused with. https://www.twilio.com/docs/iam/test-credentials */
const MAGIC: Record<string, [code: number, says: string]> = {
  '+15005550001': [21211, "The 'To' number is not a valid phone number."],
  '+15005550002': [21612, "The 'To' number is not reachable from the 'From' number."],
  '+15005550003': [21408, 'Permission to send an SMS has not been enabled for the region.'],
  '+15005550004': [21610, 'Attempt to send to unsubscribed recipient'],
  '+15005550009': [21614, "'To' number is not a valid mobile number"],
};

/** Takes a text to be sent, or says why not; what is taken has a sid from then on. */
export function createMessage(store: TwilioStore, account: TwilioAccount, form: Form): TwilioMessage {
  const { To: to = '', Body: body = '', StatusCallback: statusCallback = '' } = form;
  insistOnText(to, body);
  const service = serviceOf(store, account, form);
  const from = senderOf(store, account, form, service);
  insistOnReach(store, to, service?.id ?? from);
  return store.put('message', {
    id: newSid('SM'),
    accountSid: account.id,
    direction: 'outbound-api',
    from,
    to,
    body: account.type === 'Trial' ? `Sent from your Twilio trial account - ${body}` : body,
    serviceSid: service?.id ?? null,
    status: service ? 'accepted' : 'queued',
    errorCode: null,
    statusCallback,
    media: [],
    createdAt: new Date().toISOString(),
  });
}

function insistOnText(to: string, body: string): void {
  if (body === '') throw new TwilioRefusal(400, 21602, 'A message body or media urls must be specified.');
  if (body.length > 1600)
    throw new TwilioRefusal(400, 21617, 'The message body exceeds the 1600 character limit.');
  if (!/^\+[1-9]\d{6,14}$/.test(to)) throw new TwilioRefusal(400, 21211, `Invalid 'To' Phone Number: ${to}`);
}

function insistOnReach(store: TwilioStore, to: string, sender: string): void {
  const magic = MAGIC[to];
  if (magic) throw new TwilioRefusal(400, ...magic);
  if (!store.get('optOut', optOutId(to, sender))) return;
  throw new TwilioRefusal(400, 21610, 'Attempt to send to unsubscribed recipient');
}

function serviceOf(store: TwilioStore, account: TwilioAccount, form: Form): TwilioService | undefined {
  const { MessagingServiceSid: sid } = form;
  if (sid === undefined) return undefined;
  const service = store.get('service', sid);
  if (service?.accountSid === account.id) return service;
  throw new TwilioRefusal(404, 20404, 'The requested resource was not found');
}

function senderOf(
  store: TwilioStore,
  account: TwilioAccount,
  { From: from = '' }: Form,
  service: TwilioService | undefined,
): string {
  const numbers = store.all('number').filter(({ accountSid }) => accountSid === account.id);
  const number = numbers.find((each) => each.number === from);
  if (!number)
    throw new TwilioRefusal(400, 21660, `Mismatch between the 'From' number ${from} and the account`);
  if (!number.canText) throw new TwilioRefusal(400, 21661, `'From' number ${from} is not SMS-capable`);
  if (service && !service.numbers.includes(number.id)) {
    throw new TwilioRefusal(400, 21712, 'The From number is not in the Messaging Service');
  }
  return from;
}

/** The account's messages, the newest first, as `To`, `From` and a page ask. */
export function listMessages(store: TwilioStore, account: TwilioAccount, query: URLSearchParams) {
  const [to, from, size] = [query.get('To'), query.get('From'), Number(query.get('PageSize') ?? 50)];
  const found = store
    .all('message')
    .filter((message) => message.accountSid === account.id)
    .filter((message) => (to === null || message.to === to) && (from === null || message.from === from))
    .reverse();
  return { page: found.slice(0, size), goesOn: found.length > size };
}
