import type { ServerResponse } from 'node:http';

/** What a page's address answers: its markup, its style or its script. */
export interface Shown {
  text: string;
  type: string;
}

/** Sends it so that it loads nothing from elsewhere; `leadsTo` is another origin that its forms may end at. */
export function sendPage(response: ServerResponse, { text, type }: Shown, leadsTo = ''): void {
  response.writeHead(200, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': `default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self' ${leadsTo}; frame-ancestors 'none'; base-uri 'none'`,
  });
  response.end(text);
}
