import type { IncomingMessage, ServerResponse } from 'node:http';
import { runDue } from '../engine/run.js';
import { bodyOf, isSameOrigin, sendJson } from '../wire/http.js';
import type { Backstage } from './actions.js';
import {
  advance,
  changeSettings,
  customerState,
  holdTime,
  NotThere,
  payCheckout,
  raiseDispute,
  reset,
  setCard,
} from './actions.js';
import * as shapes from './shapes.js';

/** The words behind the `?`; '' where one is not said. */
interface Query {
  customer: string;
  after: string; // an event
}

type Act = (stage: Backstage, body: unknown, query: Query) => unknown;

/** What tests and people may do with the stand-in, by method and path below `/_control`. */
const ACTS: Record<string, Act> = {
  'POST /advance': ({ account }, body) => advance(account, shapes.advanceSchema.parse(body)),
  'POST /hold-time': ({ account }, body) => holdTime(account, shapes.holdTimeSchema.parse(body).customer),
  'POST /hold': ({ deliveries }, body) => done(() => deliveries.hold(shapes.holdSchema.parse(body).customer)),
  'POST /release': ({ deliveries }, body) =>
    done(() => deliveries.release(shapes.holdSchema.parse(body).customer)),
  'GET /held': ({ account, deliveries }, _, { customer }) => {
    runDue(account);
    return deliveries.held(customer).map(({ id }) => deliveries.raw(id));
  },
  'GET /events': ({ account, deliveries }, _, { customer, after }) => {
    runDue(account);
    const all = account.store.all('delivery');
    const meant = all.filter((delivery) => customer === '' || delivery.customer === customer);
    return meant
      .slice(meant.findIndex(({ id }) => id === after) + 1)
      .map((delivery) => ({ ...deliveries.raw(delivery.id), ...delivery }));
  },
  'POST /send': async ({ account, deliveries }, body) => {
    const { id } = shapes.sendSchema.parse(body);
    if (!account.store.get('event', id)) throw new NotThere(`There is no event ${id}.`);
    return { status: await deliveries.send(id) };
  },
  'POST /latency': ({ weather }, body) => done(() => weather.setLatency(shapes.latencySchema.parse(body))),
  'POST /fail': ({ weather }, body) => done(() => weather.failNext(shapes.failureSchema.parse(body))),
  'GET /calls': ({ weather }) => weather.calls(),
  'GET /heard': ({ weather }) => weather.heard(),
  'POST /calls/reset': ({ weather }) => done(() => weather.resetCalls()),
  'POST /dispute': ({ account }, body) => raiseDispute(account, shapes.disputeSchema.parse(body).customer),
  'POST /card': ({ account }, body) => setCard(account, shapes.cardSchema.parse(body)),
  'POST /checkout': ({ account }, body) => payCheckout(account, shapes.checkoutSchema.parse(body)),
  'GET /customer': ({ account }, _, { customer }) => customerState(account, customer),
  'POST /settings': ({ account }, body) => changeSettings(account, shapes.settingsSchema.parse(body)),
  'POST /reset': (stage) => reset(stage),
};

function done(act: () => void): object {
  act();
  return {};
}

/** The control API: JSON only, which no page of another site can send without being asked first. */
export async function answerControl(
  stage: Backstage,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET', url = '/' } = request;
  const { pathname, searchParams } = new URL(url, 'http://stand-in');
  const act = ACTS[`${method} ${pathname.slice('/_control'.length)}`];
  if (!act) {
    sendJson(response, 404, { error: `There is no ${method} ${pathname}.` });
  } else if (method === 'POST' && !isTrusted(request)) {
    sendJson(response, 403, { error: 'Send application/json, and not from another site.' });
  } else {
    const query = { customer: searchParams.get('customer') ?? '', after: searchParams.get('after') ?? '' };
    const answer = await resultOf(act, stage, request, query);
    sendJson(response, answer.status, answer.body);
  }
}

async function resultOf(
  act: Act,
  stage: Backstage,
  request: IncomingMessage,
  query: Query,
): Promise<{ status: number; body: unknown }> {
  try {
    const body: unknown = JSON.parse((await bodyOf(request)) || '{}');
    return { status: 200, body: await act(stage, body, query) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { status: error instanceof NotThere ? 404 : 400, body: { error: message } };
  }
}

function isTrusted(request: IncomingMessage): boolean {
  const isJson = request.headers['content-type']?.startsWith('application/json') ?? false;
  return isJson && (request.headers.origin === undefined || isSameOrigin(request));
}
