import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { listening } from '../listening.js';
import { sendJson } from '../stripe/wire/http.js';

/** Has a stand-in listen on this machine; what its answer throws is a 500 with its words. */
export async function serve(
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  port: number,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent) sendJson(response, 500, { error: String(error) });
      response.end();
    });
  });
  const url = await listening(server, port);
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url, stop };
}
