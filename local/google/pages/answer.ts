import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Shown } from '../../standIn/sendPage.js';
import { sendPage } from '../../standIn/sendPage.js';
import { bodyOf, isSameOrigin } from '../../stripe/wire/http.js';
import type { Backstage } from '../api/answer.js';
import { bring } from '../bring.js';
import { received, relayed } from '../mails.js';
import { consented, consentPage } from '../oauth/consent.js';
import { THREAD_SCRIPT, THREAD_STYLE } from '../../standIn/thread.js';
import { homePage, mailboxPage, mailsFragment } from './mailboxPage.js';

/** The pages: Google's own, where a person agrees, and a mailbox, where one plays the lead. */
export async function answerPage(
  stage: Backstage,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://google');
  if (request.method === 'POST') await act(stage, request, response);
  else sendPage(response, shownAt(stage, pathname, searchParams), 'http://127.0.0.1:*'); // back to the product
}

function shownAt({ store }: Backstage, path: string, query: URLSearchParams): Shown {
  const address = query.get('address') ?? '';
  if (path === '/style.css') return { text: THREAD_STYLE, type: 'text/css' };
  if (path === '/mailbox.js') return { text: THREAD_SCRIPT, type: 'text/javascript' };
  if (path === '/mails') return { text: mailsFragment(store, address), type: 'text/html' };
  if (path === '/o/oauth2/v2/auth') return { text: consentPage(store, query), type: 'text/html' };
  const isMailbox = path === '/mailbox' && store.get('mailbox', address);
  return { text: isMailbox ? mailboxPage(store, address) : homePage(store), type: 'text/html' };
}

async function act(stage: Backstage, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isSameOrigin(request)) {
    response.writeHead(403).end('Only from this page.');
    return;
  }
  const form = new URLSearchParams(await bodyOf(request));
  response.writeHead(303, { location: await placeAfter(stage, request.url ?? '', form) }).end();
}

async function placeAfter(stage: Backstage, path: string, form: URLSearchParams): Promise<string> {
  if (path === '/consent') return consented(stage.store, form);
  const said = (name: string): string => (form.get(name) ?? '').replace(/[\r\n]+/g, ' ');
  const [to, from, body] = [said('to'), said('from'), said('body')];
  if (path === '/voice') {
    const raw = relayed({ to, from, number: said('number'), body }, said('act') === 'forge');
    await bring(stage, to, raw);
  } else if (path === '/write') {
    await bring(stage, from, received({ from, to, subject: said('subject'), body }), ['SENT']);
    return `/mailbox?address=${encodeURIComponent(from)}`;
  } else {
    const answered = stage.store.get('mail', said('answers'))?.messageId ?? '';
    const headers: Record<string, string> =
      answered === '' ? {} : { 'In-Reply-To': answered, References: answered };
    await bring(stage, to, received({ from, to, subject: said('subject'), body, headers }));
  }
  return `/mailbox?address=${encodeURIComponent(to)}`;
}
