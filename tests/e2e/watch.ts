import type { BrowserContext, ConsoleMessage, Request } from 'playwright-core';
import { HOST } from '../../local/ports.js';

/** What went wrong in a person's browser besides what the test looks at. */
export interface Watch {
  /** Complaints that belong to the journey, such as a refused sign-in. */
  expect(...complaints: RegExp[]): void;
  /** Complaints since the last look that nobody expected. */
  complaints(): string[];
  /** Every address asked for so far. */
  requested(): string[];
}

const ABORTED = 'net::ERR_ABORTED'; // a page that was left ends its own listeners

/** WebChannel says goodbye to a stream when a page goes; a server that closed the idle stream first answers 400. */
const GOODBYE = /\bFirestore\/(Write|Listen)\/channel\?\S*\bTYPE=terminate\b/;

/** Listens to all pages of a context: console errors, exceptions, failed requests, hosts other than this machine. */
export function watch(context: BrowserContext): Watch {
  const expected: RegExp[] = [];
  const requested: string[] = [];
  let complaints: string[] = [];
  const complain = (words: string): void => {
    if (!GOODBYE.test(words)) complaints.push(words);
  };
  context.on('request', (request) => {
    requested.push(request.url());
    if (isForeign(request.url())) complain(`asked a foreign host: ${request.url()}`);
  });
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    if (why !== ABORTED) complain(`request failed: ${nameOf(request)} ${why}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) complain(`answered ${response.status()}: ${nameOf(response.request())}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error') complain(`console: ${wordsOf(message)}`);
  });
  context.on('weberror', (error) => complain(`exception: ${error.error().message}`));
  return {
    expect: (...more) => void expected.push(...more),
    complaints: () => {
      const found = complaints.filter((words) => !expected.some((pattern) => pattern.test(words)));
      complaints = [];
      return found;
    },
    requested: () => requested,
  };
}

function isForeign(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return /^(https?|wss?):$/.test(protocol) && hostname !== HOST;
}

function nameOf(request: Request): string {
  return `${request.method()} ${request.url()}`;
}

function wordsOf(message: ConsoleMessage): string {
  const { url } = message.location();
  return `${message.text()}${url === '' ? '' : ` (${url})`}`;
}
