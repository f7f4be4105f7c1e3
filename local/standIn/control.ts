import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf, sendJson } from '../stripe/wire/http.js';

/** What a test can have a stand-in do, by method and path: `POST /change`. */
export type Acts<Stage> = Record<
  string,
  ((stage: Stage, body: unknown, query: URLSearchParams) => unknown) | undefined
>;

/** Answers one call to `/_control`; what is not understood is a 400 with its words. */
export async function answerActs<Stage>(
  acts: Acts<Stage>,
  stage: Stage,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in');
  const act = acts[`${request.method ?? ''} ${pathname.replace('/_control', '')}`];
  const text = await bodyOf(request);
  if (!act) {
    sendJson(response, 404, { error: 'There is no such control.' });
    return;
  }
  try {
    sendJson(response, 200, await act(stage, text === '' ? {} : JSON.parse(text), searchParams));
  } catch (error) {
    sendJson(response, 400, { error: error instanceof Error ? error.message : String(error) });
  }
}
