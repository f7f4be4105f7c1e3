import { setMaxListeners } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { serve } from '../standIn/serve.js';
import { isOwnHost, sendJson } from '../stripe/wire/http.js';
import { Weather } from '../stripe/wire/weather.js';
import type { Backstage } from './api/answer.js';
import { answerApi } from './api/answer.js';
import { answerControl } from './control/control.js';
import { seedDemoTwilio } from './demo.js';
import { Network } from './network.js';
import { answerPage } from './pages/answer.js';
import { TwilioStore } from './store.js';

interface Options {
  port?: number; // any free one unless told otherwise
  file?: string; // of JSON lines; without it a restart forgets everything
}

export interface TwilioStandIn {
  url: string;
  stop: () => Promise<void>;
}

/** Twilio's API, the phones it reaches and its webhooks, on this machine. Nothing is ever sent to anybody. */
export async function startTwilio({ port = 0, file }: Options): Promise<TwilioStandIn> {
  const closing = new AbortController();
  setMaxListeners(0, closing.signal); // every text on its way listens
  const store = new TwilioStore(file);
  seedDemoTwilio(store);
  const stage: Backstage = { store, network: new Network(store, closing.signal), weather: new Weather() };
  const { url, stop } = await serve((request, response) => answer(stage, request, response), port);
  return {
    url,
    stop: () => {
      closing.abort();
      return stop();
    },
  };
}

async function answer(stage: Backstage, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? '/';
  if (!isOwnHost(request)) sendJson(response, 403, { error: 'Only for this machine.' });
  else if (path.startsWith('/2010-04-01/') || path.startsWith('/v1/'))
    await answerApi(stage, request, response);
  else if (path.startsWith('/_control/')) await answerControl(stage, request, response);
  else await answerPage(stage, request, response);
}
