import type { Markup } from './markup.js';
import { html } from './markup.js';

export interface Page {
  title: string;
  body: Markup;
  wide?: boolean;
}

/** Whole pages of a stand-in, each of which says first of all whom it stands in for, and what it does not do. */
export function framesOf(provider: string, assurance: string): (page: Page) => string {
  return ({ title, body, wide = false }) =>
    `<!doctype html>${
      html`<html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title} – stand-in for ${provider}</title>
          <link rel="stylesheet" href="/style.css" />
          <link rel="icon" href="data:," />
        </head>
        <body>
          <header class="notice">
            <p><strong>Stand-in for ${provider}</strong>, on this machine only; ${assurance}.</p>
          </header>
          <main class="${wide ? 'wide' : ''}">${body}</main>
        </body>
      </html>`.text
    }`;
}
