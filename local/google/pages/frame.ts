import type { Markup } from '../../stripe/pages/html.js';
import { html } from '../../stripe/pages/html.js';
import { STYLE } from '../../stripe/pages/style.js';

/** The look of the other stand-ins, and a mailbox. */
export const MAIL_STYLE = `${STYLE}
.field select { width: 100%; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--edge); border-radius: 8px; padding: .55rem .75rem; }
.thread { list-style: none; margin: 0 0 1rem; padding: 0; display: grid; gap: .5rem; max-height: 50vh; overflow-y: auto; }
.thread li { max-width: 85%; padding: .5rem .75rem; border-radius: 10px; border: 1px solid var(--line); overflow-wrap: anywhere; }
.thread .mine { justify-self: end; background: var(--ground); }
.thread span { display: block; }
.thread .text { white-space: pre-wrap; }
.thread img { border-radius: 6px; margin-top: .25rem; }
`;

/** Looks for new mails once a second; what is being typed stays. */
export const MAIL_SCRIPT = `'use strict';
const thread = document.getElementById('thread');
let shown = '';
setInterval(async () => {
  const text = await (await fetch(thread.dataset.from)).text();
  if (text === shown) return;
  shown = text;
  thread.innerHTML = text;
  thread.scrollTop = thread.scrollHeight;
}, 1000);
thread.scrollTop = thread.scrollHeight;
`;

export function frame(title: string, body: Markup): string {
  return `<!doctype html>${
    html`<html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – stand-in for Google</title>
        <link rel="stylesheet" href="/style.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <header class="notice">
          <p><strong>Stand-in for Google</strong>, on this machine only; no mail leaves it.</p>
        </header>
        <main>${body}</main>
      </body>
    </html>`.text
  }`;
}
