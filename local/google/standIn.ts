import type { IncomingMessage, ServerResponse } from 'node:http';
import { serve } from '../standIn/serve.js';
import { isOwnHost, sendJson } from '../stripe/wire/http.js';
import { Weather } from '../stripe/wire/weather.js';
import type { Backstage } from './api/answer.js';
import { answerApi } from './api/answer.js';
import { answerControl } from './control/control.js';
import { seedDemoGoogle } from './demo.js';
import { answerTokens } from './oauth/tokens.js';
import { answerPage } from './pages/answer.js';
import { Pusher } from './pusher.js';
import { GoogleStore } from './store.js';

interface Options {
  port?: number; // any free one unless told otherwise
  file?: string; // of JSON lines; without it a restart forgets everything
  pubsubUrl?: string; // where pushes are published; without it nobody is told
}

export interface GoogleStandIn {
  url: string;
  stop: () => Promise<void>;
}

/** Google's sign-in, Gmail's API and a few mailboxes, on this machine. Nothing is ever sent to anybody. */
export function startGoogle({ port = 0, file, pubsubUrl = '' }: Options): Promise<GoogleStandIn> {
  const store = new GoogleStore(file);
  seedDemoGoogle(store);
  const stage: Backstage = { store, pusher: new Pusher(store, pubsubUrl), weather: new Weather() };
  return serve((request, response) => answer(stage, request, response), port);
}

async function answer(stage: Backstage, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? '/';
  if (!isOwnHost(request)) sendJson(response, 403, { error: 'Only for this machine.' });
  else if (path.startsWith('/gmail/v1/')) await answerApi(stage, request, response);
  else if (path.startsWith('/token') || path.startsWith('/revoke'))
    await answerTokens(stage, request, response);
  else if (path.startsWith('/_control/')) await answerControl(stage, request, response);
  else await answerPage(stage, request, response);
}
