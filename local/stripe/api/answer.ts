import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Account } from '../account.js';
import { stripeNow } from '../account.js';
import { runDue } from '../engine/run.js';
import { ApiError, invalid } from '../wire/errors.js';
import { expand } from '../wire/expand.js';
import { decodeForm } from '../wire/form.js';
import { bodyOf, sendJson } from '../wire/http.js';
import type { Answer, IdempotencyKeys } from '../wire/idempotency.js';
import { fingerprintOf } from '../wire/idempotency.js';
import type { Match, Route } from '../wire/routes.js';
import { matchRoute } from '../wire/routes.js';
import type { Failure, Weather } from '../wire/weather.js';
import { CATALOGUE_ROUTES } from './catalogue.js';
import { CHECKOUT_ROUTES } from './checkoutSessions.js';
import { CUSTOMER_ROUTES } from './customers.js';
import { INVOICE_ROUTES } from './invoices.js';
import { OTHER_ROUTES } from './others.js';
import { SUBSCRIPTION_ROUTES } from './subscriptions.js';

const ROUTES: readonly Route[] = [
  ...CATALOGUE_ROUTES,
  ...CHECKOUT_ROUTES,
  ...CUSTOMER_ROUTES,
  ...INVOICE_ROUTES,
  ...OTHER_ROUTES,
  ...SUBSCRIPTION_ROUTES,
];

export interface Desk {
  account: Account;
  weather: Weather;
  keys: IdempotencyKeys;
}

interface Asked {
  method: string;
  path: string;
  params: Record<string, unknown>;
  expandPaths: string[];
  key: string | undefined;
  requestId: string;
  holdsKey: boolean; // until the answer is out, the key may not come again
}

/** Answers one call of the API as Stripe would, with the weather that was ordered. */
export async function answerApi(
  desk: Desk,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const requestId = desk.account.newId('req');
  const asked = await readRequest(request, requestId);
  const given = await answerWithWeather(desk, request, asked);
  if (given === 'hang') return;
  if (given === 'reset') {
    request.socket.resetAndDestroy();
    return;
  }
  const { status, body, at, replayed } = given;
  sendJson(response, status, body, {
    'request-id': requestId,
    'stripe-version': String(request.headers['stripe-version'] ?? ''),
    date: new Date(at * 1000).toUTCString(),
    ...(asked.key !== undefined && { 'idempotency-key': asked.key }),
    ...(replayed !== undefined && { 'idempotent-replayed': 'true', 'original-request': replayed }),
    ...(status >= 500 && { 'stripe-should-retry': 'true' }),
  });
}

type Given = Answer & { replayed?: string };
type Weathered = (Given & { at: number }) | 'hang' | 'reset'; // at: Stripe's clock when it answered

async function answerWithWeather(desk: Desk, request: IncomingMessage, asked: Asked): Promise<Weathered> {
  const { method, path } = asked;
  const match = matchRoute(ROUTES, method, path);
  desk.weather.count(match ? `${method} ${match.route.path}` : `${method} ${path}`);
  desk.weather.hear(`${method} ${request.url ?? path} ${JSON.stringify(asked.params)}`);
  const failure = desk.weather.failureFor(method, path, asked.params.customer);
  await desk.weather.pause();
  const cut = cutOf(failure);
  if (cut && failure?.when === 'before') return cut;
  try {
    const given = answerFailing(desk, { request, match, asked, failure });
    const at = stripeNow(desk.account, customerIn(asked, given.body)); // time may be moved during the pause
    await desk.weather.pause();
    return cut ?? { ...given, at };
  } finally {
    if (asked.key !== undefined && asked.holdsKey) desk.keys.end(asked.key);
  }
}

function cutOf(failure: Failure | undefined): 'hang' | 'reset' | null {
  return failure?.how === 'hang' || failure?.how === 'reset' ? failure.how : null;
}

interface Answering {
  request: IncomingMessage;
  match: Match | undefined;
  asked: Asked;
  failure: Failure | undefined;
}

function answerFailing(desk: Desk, { request, match, asked, failure }: Answering): Given {
  try {
    authenticate(request);
    if (failure?.how === 'answer' && failure.when === 'before') throw ordered(failure.status);
    const given = answerOnce(desk, match, asked);
    if (failure?.how === 'answer') throw ordered(failure.status);
    return failure?.how === 'garble' ? { ...given, body: garbled(given.body) } : given;
  } catch (error) {
    return asAnswer(error);
  }
}

/** As from a later Stripe that says things in another way. */
function garbled(body: object): object {
  const { data } = body as { data?: object[] };
  if (!data) return { ...body, status: 'of another kind' };
  return { ...body, data: data.map((object) => ({ ...object, status: 'of another kind' })) };
}

/** A POST with a key is done once; what came of it, good or bad, is the answer whenever the key comes again. */
function answerOnce(desk: Desk, match: Match | undefined, asked: Asked): Given {
  if (asked.method !== 'POST' || asked.key === undefined) return act(desk, match, asked);
  const fingerprint = fingerprintOf(asked.method, asked.path, [asked.params, asked.expandPaths]);
  const stored = desk.keys.begin(asked.key, fingerprint);
  if (stored) return { status: stored.status, body: stored.body, replayed: stored.requestId };
  asked.holdsKey = true;
  const answer = act(desk, match, asked);
  if (answer.status !== 400) desk.keys.settle(asked.key, fingerprint, asked.requestId, answer); // not begun: not kept
  return answer;
}

function act({ account }: Desk, match: Match | undefined, asked: Asked): Answer {
  try {
    if (!match) {
      const what = `Unrecognized request URL (${asked.method}: ${asked.path}).`;
      throw new ApiError(404, { type: 'invalid_request_error', message: what });
    }
    runDue(account);
    account.call = { requestId: asked.requestId, idempotencyKey: asked.key ?? null };
    const object = match.route.answer(account, { id: match.id, subId: match.subId, params: asked.params });
    return { status: 200, body: expand(object, asked.expandPaths, (id) => byId(account, id)) };
  } catch (error) {
    if (error instanceof ApiError) return asAnswer(error);
    throw error;
  } finally {
    account.call = null;
  }
}

const headerSchema = z.string().regex(/^(Bearer|Basic) /);

function authenticate({ headers }: IncomingMessage): void {
  const [scheme, token = ''] = (headerSchema.safeParse(headers.authorization).data ?? '').split(' ');
  const key = scheme === 'Basic' ? Buffer.from(token, 'base64').toString().split(':')[0] : token;
  if (/^(sk|rk)_test_\w+$/.test(key ?? '')) return;
  const message = key ? `Invalid API Key provided: ${key.slice(0, 8)}***` : 'You did not provide an API key.';
  throw new ApiError(401, { type: 'invalid_request_error', message });
}

async function readRequest(request: IncomingMessage, requestId: string): Promise<Asked> {
  const url = new URL(request.url ?? '/', 'http://stand-in');
  const method = request.method ?? 'GET';
  const text = method === 'POST' ? await bodyOf(request) : '';
  const given = decodeForm([url.search.slice(1), text].filter(Boolean).join('&'));
  const { expand: paths, ...params } = given;
  const key = request.headers['idempotency-key'];
  return {
    method,
    path: url.pathname,
    params,
    expandPaths: z.array(z.string()).safeParse(paths ?? []).data ?? [],
    key: typeof key === 'string' && key !== '' ? key : undefined,
    requestId,
    holdsKey: false,
  };
}

function asAnswer(error: unknown): Answer {
  if (error instanceof ApiError) return { status: error.status, body: { error: error.body } };
  const message = `The stand-in stumbled: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  return { status: 500, body: { error: { type: 'api_error', message } } };
}

function ordered(status: number): ApiError {
  if (status < 500 && status !== 429) return new ApiError(status, invalid('This failure was ordered.').body);
  const body = { type: 'api_error' as const, message: 'This failure was ordered.' };
  return new ApiError(
    status,
    status === 429 ? { ...body, type: 'invalid_request_error', code: 'rate_limit' } : body,
  );
}

const KIND_OF = {
  ch: 'charge',
  clock: 'clock',
  cs: 'session',
  cus: 'customer',
  in: 'invoice',
  pm: 'card',
  price: 'price',
  prod: 'product',
  sub: 'subscription',
} as const;

function byId({ store }: Account, id: string): object | undefined {
  const prefix = id.split('_')[0] ?? '';
  if (!(prefix in KIND_OF)) return undefined;
  return store.get(KIND_OF[prefix as keyof typeof KIND_OF], id) ?? store.get('deletedCustomer', id);
}

/** Whose time the answer carries. */
function customerIn({ params }: Asked, body: object): string | undefined {
  const { object, id, customer } = body as { object?: string; id?: string; customer?: unknown };
  const named = object === 'customer' ? id : (customer ?? params.customer);
  return typeof named === 'string' ? named : undefined;
}
