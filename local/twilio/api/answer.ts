import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf, sendJson } from '../../stripe/wire/http.js';
import type { Failure, Weather } from '../../stripe/wire/weather.js';
import type { Network } from '../network.js';
import { PICTURE } from '../picture.js';
import type { TwilioAccount, TwilioStore } from '../store.js';
import { TwilioRefusal } from './errors.js';
import { createMessage, listMessages } from './messages.js';
import { accountJson, messageJson, numberJson, serviceJson } from './shapes.js';

export interface Backstage {
  store: TwilioStore;
  network: Network;
  weather: Weather;
}

interface Call {
  stage: Backstage;
  account: TwilioAccount;
  sids: string[]; // in the path, behind the account's
  query: URLSearchParams;
  form: Record<string, string>;
}

type Answer = { status: number; body: object } | { bytes: Buffer; type: string } | { to: string };

const ROUTES: [RegExp, (call: Call) => Answer][] = [
  [/^GET \/2010-04-01\/Accounts\/AC\w+\.json$/, ({ account }) => ok(accountJson(account))],
  [/^GET \/2010-04-01\/Accounts\/AC\w+\/IncomingPhoneNumbers\.json$/, listNumbers],
  [/^POST \/2010-04-01\/Accounts\/AC\w+\/IncomingPhoneNumbers\/(PN\w+)\.json$/, updateNumber],
  [/^GET \/2010-04-01\/Accounts\/AC\w+\/Messages\.json$/, listTexts],
  [/^POST \/2010-04-01\/Accounts\/AC\w+\/Messages\.json$/, sendText],
  [/^GET \/2010-04-01\/Accounts\/AC\w+\/Messages\/(\w+)\.json$/, fetchText],
  [/^GET \/2010-04-01\/Accounts\/AC\w+\/Messages\/(\w+)\/Media\/(ME\w+)$/, fetchMedia],
  [/^GET \/v1\/Services$/, listServices],
  [/^GET \/v1\/Services\/(MG\w+)\/PhoneNumbers$/, listPool],
  [/^POST \/v1\/Services\/(MG\w+)$/, updateService],
];

/** Twilio's REST API, as far as the product asks it; what fails on purpose fails before or after it is done. */
export async function answerApi(
  stage: Backstage,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET', url = '/' } = request;
  const form = Object.fromEntries(new URLSearchParams(await bodyOf(request)));
  const failure = stage.weather.failureFor(method, url, form.To);
  stage.weather.count(`${method} ${url.split('?')[0] ?? ''}`);
  if (failure?.when === 'before') {
    fail(response, failure);
    return;
  }
  const answer = answerTo(stage, { method, url, form, authorization: request.headers.authorization ?? '' });
  if (failure) fail(response, failure);
  else if ('to' in answer) response.writeHead(307, { location: answer.to }).end();
  else if ('bytes' in answer) response.writeHead(200, { 'content-type': answer.type }).end(answer.bytes);
  else sendJson(response, answer.status, answer.body);
}

function fail(response: ServerResponse, { how, status }: Failure): void {
  if (how === 'reset') response.destroy();
  else if (how === 'answer') sendJson(response, status, { code: status === 429 ? 20429 : 20500, status });
}

interface Asked {
  method: string;
  url: string;
  form: Record<string, string>;
  authorization: string;
}

function answerTo(stage: Backstage, { method, url, form, authorization }: Asked): Answer {
  const { pathname, searchParams: query } = new URL(url, 'http://twilio');
  const route = `${method} ${pathname}`;
  try {
    const account = signedIn(stage.store, authorization, pathname);
    for (const [pattern, act] of ROUTES) {
      const [, ...sids] = pattern.exec(route) ?? [];
      if (pattern.test(route)) return act({ stage, account, sids, query, form });
    }
    throw notFound();
  } catch (error) {
    if (error instanceof TwilioRefusal) return { status: error.status, body: error.body };
    throw error;
  }
}

/** Basic auth: the Account SID and its token, and only for what is below that account. */
function signedIn(store: TwilioStore, authorization: string, path: string): TwilioAccount {
  const [sid = '', token = ''] = Buffer.from(authorization.replace('Basic ', ''), 'base64')
    .toString()
    .split(':');
  const account = store.get('account', sid);
  const isBelow = !path.startsWith('/2010-04-01/') || path.startsWith(`/2010-04-01/Accounts/${sid}`);
  if (account?.authToken !== token || !isBelow) throw new TwilioRefusal(401, 20003, 'Authenticate');
  if (account.status === 'active' || path.endsWith(`${sid}.json`)) return account;
  throw new TwilioRefusal(403, 20005, 'Account not active');
}

function listNumbers({ stage, account, query }: Call): Answer {
  const wanted = query.get('PhoneNumber');
  const numbers = stage.store
    .all('number')
    .filter(
      ({ accountSid, number }) => accountSid === account.id && (wanted === null || number.includes(wanted)),
    );
  return ok({ incoming_phone_numbers: numbers.map(numberJson), page: 0, next_page_uri: null });
}

function updateNumber({ stage, account, sids: [sid = ''], form }: Call): Answer {
  const number = owned(stage.store.get('number', sid), account);
  const { SmsUrl: smsUrl = number.smsUrl, SmsFallbackUrl: smsFallbackUrl = number.smsFallbackUrl } = form;
  if (smsUrl !== '' && !/^https?:\/\//.test(smsUrl))
    throw new TwilioRefusal(400, 21502, 'SmsUrl is not valid');
  return ok(numberJson(stage.store.put('number', { ...number, smsUrl, smsFallbackUrl })));
}

function sendText({ stage, account, form }: Call): Answer {
  const message = createMessage(stage.store, account, form);
  void stage.network.carry(message.id);
  return { status: 201, body: messageJson(message) };
}

function listTexts({ stage, account, query }: Call): Answer {
  const { page, goesOn } = listMessages(stage.store, account, query);
  return ok({ messages: page.map(messageJson), page: 0, next_page_uri: goesOn ? '/more' : null });
}

function fetchText({ stage, account, sids: [sid = ''] }: Call): Answer {
  return ok(messageJson(owned(stage.store.get('message', sid), account)));
}

/** Twilio leads to a place that needs no sign-in, for a while. */
function fetchMedia({ stage, account, sids: [sid = '', mediaSid = ''] }: Call): Answer {
  if (!owned(stage.store.get('message', sid), account).media.includes(mediaSid)) throw notFound();
  return { to: `/media/${mediaSid}` };
}

function listServices({ stage, account }: Call): Answer {
  const services = stage.store.all('service').filter(({ accountSid }) => accountSid === account.id);
  return ok({ services: services.map(serviceJson), meta: { next_page_url: null, key: 'services' } });
}

function listPool({ stage, account, sids: [sid = ''] }: Call): Answer {
  const { numbers } = owned(stage.store.get('service', sid), account);
  const pool = numbers.map((id) => ({ sid: id, phone_number: stage.store.get('number', id)?.number }));
  return ok({ phone_numbers: pool, meta: { next_page_url: null, key: 'phone_numbers' } });
}

function updateService({ stage, account, sids: [sid = ''], form }: Call): Answer {
  const service = owned(stage.store.get('service', sid), account);
  const { UseInboundWebhookOnNumber: own = String(service.usesNumbersWebhook) } = form;
  return ok(serviceJson(stage.store.put('service', { ...service, usesNumbersWebhook: own === 'true' })));
}

function owned<T extends { accountSid: string }>(object: T | undefined, account: TwilioAccount): T {
  if (object?.accountSid === account.id) return object;
  throw notFound();
}

function ok(body: object): Answer {
  return { status: 200, body };
}

function notFound(): TwilioRefusal {
  return new TwilioRefusal(404, 20404, 'The requested resource was not found');
}

/** Where the pictures themselves are. */
export function sendPicture(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'image/png', 'content-length': PICTURE.length }).end(PICTURE);
}
