import { STYLE } from './style.js';

/** The look of every stand-in, and of a conversation that one side of is played on a page. */
export const THREAD_STYLE = `${STYLE}
.field select { width: 100%; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--edge); border-radius: 8px; padding: .55rem .75rem; }
.thread { list-style: none; margin: 0 0 1rem; padding: 0; display: grid; gap: .5rem; max-height: 50vh; overflow-y: auto; }
.thread li { max-width: 85%; padding: .5rem .75rem; border-radius: 10px; border: 1px solid var(--line); overflow-wrap: anywhere; }
.thread .mine { justify-self: end; background: var(--ground); }
.thread span { display: block; }
.thread .text { white-space: pre-wrap; }
.thread img { border-radius: 6px; margin-top: .25rem; }
`;

/** Looks for what is new once a second; what is being typed stays. */
export const THREAD_SCRIPT = `'use strict';
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
