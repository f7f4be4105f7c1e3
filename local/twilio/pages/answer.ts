import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Shown } from '../../standIn/sendPage.js';
import { sendPage } from '../../standIn/sendPage.js';
import { bodyOf, isSameOrigin } from '../../stripe/wire/http.js';
import type { Backstage } from '../api/answer.js';
import { sendPicture } from '../api/answer.js';
import { textFromPhone } from '../phone.js';
import { THREAD_SCRIPT, THREAD_STYLE } from '../../standIn/thread.js';
import { homePage, phonePage, threadFragment } from './phonePage.js';

const PHONE = /^\+[1-9]\d{6,14}$/;

/** The pages on which a person plays the lead. */
export async function answerPage(
  stage: Backstage,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://twilio');
  if (request.method === 'POST') await write(stage, request, response);
  else if (pathname.startsWith('/media/')) sendPicture(response);
  else sendPage(response, shownAt(stage, pathname, searchParams.get('number') ?? ''));
}

function shownAt({ store }: Backstage, path: string, phone: string): Shown {
  if (path === '/style.css') return { text: THREAD_STYLE, type: 'text/css' };
  if (path === '/phone.js') return { text: THREAD_SCRIPT, type: 'text/javascript' };
  if (path === '/thread') return { text: threadFragment(store, phone), type: 'text/html' };
  const isPhone = path === '/phone' && PHONE.test(phone);
  return { text: isPhone ? phonePage(store, phone) : homePage(store), type: 'text/html' };
}

async function write(stage: Backstage, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isSameOrigin(request)) {
    response.writeHead(403).end('Only from this page.');
    return;
  }
  const form = new URLSearchParams(await bodyOf(request));
  const said = (name: string): string => form.get(name) ?? '';
  const [from, act] = [said('from'), said('act')];
  const body = ['STOP', 'START', 'HELP'].includes(act) ? act : said('body');
  const pictures = act === 'picture' ? 1 : 0;
  if (PHONE.test(from) && body.length + pictures > 0) {
    await textFromPhone(stage.store, stage.network, { from, to: said('to'), body, pictures });
  }
  response.writeHead(303, { location: `/phone?number=${encodeURIComponent(from)}` }).end();
}
