import { newSid } from './demo.js';
import type { Network } from './network.js';
import type { TwilioMessage, TwilioNumber, TwilioService, TwilioStore } from './store.js';

/** The words that Twilio heeds by itself, where a text is nothing else. */
const KEYWORDS: Record<string, 'STOP' | 'START' | 'HELP'> = {
  ...of('STOP', ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT']),
  ...of('START', ['START', 'YES', 'UNSTOP']),
  ...of('HELP', ['HELP', 'INFO']),
};

const REPLIES = {
  STOP: 'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.',
  START:
    'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe.',
  HELP: 'Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
} as const;

function of<T extends string>(kind: T, words: string[]): Record<string, T> {
  return Object.fromEntries(words.map((word) => [word, kind]));
}

interface Text {
  from: string;
  to: string;
  body: string;
  pictures: number;
}

/** A lead's phone sends a text to a number of an account, and Twilio brings it to where that number leads. */
export async function textFromPhone(
  store: TwilioStore,
  network: Network,
  { from, to, body, pictures }: Text,
): Promise<{ id: string; outcome: string }> {
  const number = store.all('number').find((each) => each.number === to);
  if (!number) return { id: '', outcome: 'no-such-number' };
  const service = serviceOf(store, number);
  const message = store.put('message', {
    id: newSid(pictures > 0 ? 'MM' : 'SM'),
    accountSid: number.accountSid,
    direction: 'inbound',
    from,
    to,
    body,
    serviceSid: service?.id ?? null,
    status: 'received',
    errorCode: null,
    statusCallback: '',
    media: Array.from({ length: pictures }, () => newSid('ME')),
    createdAt: new Date().toISOString(),
  });
  const keyword = KEYWORDS[body.trim().toUpperCase()];
  if (keyword) heed(store, message, keyword, service);
  const more: Record<string, string> = keyword && service?.hasAdvancedOptOut ? { OptOutType: keyword } : {};
  const outcome = await network.bring(message, leadsTo(number, service), more);
  return { id: message.id, outcome };
}

function leadsTo(
  number: TwilioNumber,
  service: TwilioService | undefined,
): { url: string; fallbackUrl: string } {
  if (service && !service.usesNumbersWebhook) return { url: service.inboundUrl, fallbackUrl: '' };
  return { url: number.smsUrl, fallbackUrl: number.smsFallbackUrl };
}

/** Twilio blocks and answers by itself. */
function heed(
  store: TwilioStore,
  { accountSid, from: phone, to: number }: TwilioMessage,
  keyword: keyof typeof REPLIES,
  service: TwilioService | undefined,
): void {
  const id = optOutId(phone, service?.id ?? number);
  if (keyword === 'STOP') store.put('optOut', { id });
  if (keyword === 'START') store.remove('optOut', id);
  store.put('message', {
    id: newSid('SM'),
    accountSid,
    direction: 'outbound-reply',
    from: number,
    to: phone,
    body: REPLIES[keyword],
    serviceSid: null,
    status: 'delivered',
    errorCode: null,
    statusCallback: '',
    media: [],
    createdAt: new Date().toISOString(),
  });
}

export function optOutId(phone: string, sender: string): string {
  return `${phone} ${sender}`;
}

function serviceOf(store: TwilioStore, { id }: TwilioNumber): TwilioService | undefined {
  return store.all('service').find(({ numbers }) => numbers.includes(id));
}
