import { escapeHtml } from '../platform/mailText.js';
import type { Block, Letter, Span } from './letter.js';

/** What stands below every letter: why it came, where to change that, and who we are. */
export interface Foot {
  why: string;
  button: string;
  link: string;
  address: string;
}

const WIDE = 'font:16px/1.5 system-ui,sans-serif;color:#16211f;margin:32px;max-width:600px';
const SMALL = 'color:#5b6b68;font-size:14px';

/** The letter as text and as HTML that says the same. */
export function renderLetter(
  { blocks }: Letter,
  { why, button, link, address }: Foot,
): { text: string; html: string } {
  const text = [...blocks.map(textOf), `-- \n${why}\n${button}:\n${link}`, address].join('\n\n');
  const html = `<!doctype html><html lang="en"><body style="${WIDE}">
${blocks.map(htmlOf).join('\n')}
<hr style="border:0;border-top:1px solid #d5dcda;margin:32px 0 16px">
<p style="${SMALL}">${escapeHtml(why)} <a href="${escapeHtml(link)}" style="color:#0f766e">${escapeHtml(button)}</a></p>
<p style="${SMALL}">${escapeHtml(address)}</p></body></html>`;
  return { text: `${text}\n`, html };
}

function textOf(block: Block): string {
  if (block.kind === 'list') return block.items.map((item) => `- ${textSpans(item)}`).join('\n');
  return textSpans(block.spans);
}

function textSpans(spans: readonly Span[]): string {
  return spans.map(({ text, href }) => (href === undefined ? text : `${text} (${href})`)).join('');
}

function htmlOf(block: Block): string {
  if (block.kind === 'list')
    return `<ul>${block.items.map((item) => `<li>${htmlSpans(item)}</li>`).join('')}</ul>`;
  const tag = block.kind === 'heading' ? 'h2' : 'p';
  const style = block.kind === 'heading' ? ' style="font-size:18px"' : '';
  return `<${tag}${style}>${htmlSpans(block.spans)}</${tag}>`;
}

function htmlSpans(spans: readonly Span[]): string {
  return spans
    .map(({ text, href }) => {
      const words = escapeHtml(text);
      return href === undefined ? words : `<a href="${escapeHtml(href)}" style="color:#0f766e">${words}</a>`;
    })
    .join('');
}
