import { randomBytes } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { serve } from '../standIn/serve.js';
import type { Account } from './account.js';
import { answerApi } from './api/answer.js';
import { seedCatalogue } from './api/catalogue.js';
import type { Backstage } from './control/actions.js';
import { answerControl } from './control/answer.js';
import type { StripeControl } from './control/client.js';
import { controlOf } from './control/client.js';
import { runDue } from './engine/run.js';
import { Deliveries } from './events/deliveries.js';
import { answerPage } from './pages/answer.js';
import { Store } from './store.js';
import { isOwnHost, sendJson } from './wire/http.js';
import { IdempotencyKeys } from './wire/idempotency.js';
import { Weather } from './wire/weather.js';

const TICK_MS = 1000;

export interface StripeOptions {
  port?: number; // any free one unless told otherwise
  /** A file of JSON lines; without it a restart forgets everything. */
  file?: string;
  /** Where events go; without it nobody is told. */
  webhookUrl?: string;
  webhookSecret: string;
}

export interface StripeStandIn {
  url: string;
  control: StripeControl;
  stop: () => Promise<void>;
}

/** Stripe's API, Checkout, portal and events on this machine, with time that can be moved. No card is ever real. */
export async function startStripe(options: StripeOptions): Promise<StripeStandIn> {
  const closing = new AbortController();
  setMaxListeners(0, closing.signal); // every delivery listens
  const { url, stop } = await serve(
    (request, response) => answer(stage, request, response),
    options.port ?? 0,
  );
  const deliveries = new Deliveries(
    { url: options.webhookUrl, secret: options.webhookSecret },
    closing.signal,
  );
  const account = accountOf(url, new Store(options.file), (id) => deliveries.dispatch(id));
  if (account.store.all('product').length === 0) seedCatalogue(account, account.realNow());
  const stage: Backstage = {
    account,
    deliveries,
    weather: new Weather(),
    keys: new IdempotencyKeys(account.store, account.realNow),
  };
  deliveries.begin(account);
  const ticks = setInterval(() => runDue(account), TICK_MS);
  return {
    url,
    control: controlOf(url),
    stop: () => {
      clearInterval(ticks);
      closing.abort();
      return stop();
    },
  };
}

async function answer(stage: Backstage, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? '/';
  if (!isOwnHost(request)) sendJson(response, 403, { error: 'Only for this machine.' });
  else if (path.startsWith('/v1/')) await answerApi(stage, request, response);
  else if (path.startsWith('/_control/')) await answerControl(stage, request, response);
  else await answerPage(stage, request, response);
}

function accountOf(url: string, store: Store, dispatch: (eventId: string) => void): Account {
  return {
    store,
    url,
    newId: (prefix) => `${prefix}_${randomBytes(18).toString('base64url').replaceAll(/[-_]/g, 'x')}`,
    realNow: () => Math.floor(Date.now() / 1000),
    dispatch,
    call: null,
  };
}
