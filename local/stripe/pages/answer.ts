import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Backstage } from '../control/actions.js';
import { runDue } from '../engine/run.js';
import { decodeForm } from '../wire/form.js';
import { bodyOf, isSameOrigin } from '../wire/http.js';
import { showCheckout, submitCheckout } from './checkoutPage.js';
import { showControl, submitControl } from './controlPage.js';
import { showInvoice, submitInvoice } from './invoicePage.js';
import { messagePage } from './parts.js';
import { showPortal, submitPortal } from './portalPage.js';
import type { PageAnswer } from './pageAnswer.js';
import { STYLE } from '../../standIn/style.js';

interface Page {
  show: (stage: Backstage, id: string) => PageAnswer;
  submit: (stage: Backstage, id: string, body: unknown) => PageAnswer | Promise<PageAnswer>;
}

const PAGES: Record<string, Page> = {
  '': { show: (stage) => showControl(stage), submit: (stage, _, body) => submitControl(stage, body) },
  checkout: {
    show: ({ account }, id) => showCheckout(account, id),
    submit: ({ account }, id, body) => submitCheckout(account, id, body),
  },
  invoice: {
    show: ({ account }, id) => showInvoice(account, id),
    submit: ({ account }, id, body) => submitInvoice(account, id, body),
  },
  portal: {
    show: ({ account }, id) => showPortal(account, id),
    submit: ({ account }, id, body) => submitPortal(account, id, body),
  },
};

/** The pages for people: what Stripe would show a customer, and one behind the scenes. */
export async function answerPage(
  stage: Backstage,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://stand-in');
  if (pathname === '/style.css') {
    response.writeHead(200, { 'content-type': 'text/css' }).end(STYLE);
    return;
  }
  runDue(stage.account);
  send(response, await pageFor(stage, request, pathname));
}

async function pageFor(stage: Backstage, request: IncomingMessage, path: string): Promise<PageAnswer> {
  const [, name = '', id = ''] = path.split('/');
  const page = PAGES[name];
  if (!page) return { status: 404, html: messagePage('No such page', 'The address leads nowhere.') };
  if (request.method !== 'POST') return page.show(stage, id);
  if (!isSameOrigin(request)) {
    return {
      status: 403,
      html: messagePage('Not from here', 'Another site tried to press a button of this page.'),
    };
  }
  return page.submit(stage, id, decodeForm(await bodyOf(request)));
}

function send(response: ServerResponse, answer: PageAnswer): void {
  if ('to' in answer) {
    response.writeHead(303, { location: answer.to, 'cache-control': 'no-store' }).end();
    return;
  }
  // after paying, a form leads back to the product, which is another origin
  const formAction = `'self' ${answer.leadsTo ?? ''}`.trim();
  response.writeHead(answer.status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'content-security-policy': `default-src 'none'; style-src 'self'; img-src data:; form-action ${formAction}; frame-ancestors 'none'; base-uri 'none'`,
  });
  response.end(answer.html);
}
