import type { ParsedMail as Parsed } from 'mailparser';
import { mendBoundary, mendLabels } from './mendMail.js';
import { repairCharset } from './repairCharset.js';
import { textOfHtml } from './textOfHtml.js';

/** A mail taken apart: `text` is always there, `inner` is what reports and attached mails carry in text. */
export type ParsedMail = Omit<Parsed, 'text' | 'html'> & { text: string; html: string; inner: string[] };

const MOST_HTML = 400_000; // characters; a longer one is read more coarsely
const MOST_INNER = 64 * 1024;
const INNER = /^(?:message\/|text\/rfc822-headers)/iu;

/** Takes raw MIME apart. Nothing of a mail that is broken is a reason to lose the rest of it. */
export async function parseMail(raw: Buffer): Promise<ParsedMail> {
  const mail = await parse(raw);
  if (unreadable(mail) > 0) return bestOf(mail, await parse(mendLabels(raw)));
  const isEmpty = mail.text === '' && mail.html === '' && mail.attachments.length === 0;
  const mended = isEmpty ? mendBoundary(raw) : null;
  return mended ? parse(mended) : mail;
}

/** How many letters of the words that a person sees could not be read. */
function unreadable({ subject = '', text, html }: ParsedMail): number {
  return `${subject}${text}${html}`.match(/[\ufffd\u0001-\u0008]/gu)?.length ?? 0;
}

function bestOf(mail: ParsedMail, mended: ParsedMail): ParsedMail {
  return unreadable(mended) < unreadable(mail) ? mended : mail;
}

const PICTURE = /<img\b[^>]{0,2000}?\ssrc\s*=\s*["']?([^"'\s>]+)/giu;

/** Where a picture is says nothing to a person, and pressing on it tells whoever counts who has read the mail. */
function withoutPictures(text: string, html: string): string {
  const sources = new Set(
    [...html.matchAll(PICTURE)].map(([, source = '']) => source.replaceAll('&amp;', '&')),
  );
  return text
    .replace(
      /^\[([^[\]\s]+)\][ \t]*|[ \t]*\[([^[\]\s]+)\]/gmu,
      (whole, first: string = '', source: string = first) => (sources.has(source) ? '' : whole),
    )
    .trim();
}

async function parse(raw: Buffer): Promise<ParsedMail> {
  const { simpleParser } = await import('mailparser');
  const parsed = await simpleParser(raw, {
    skipImageLinks: true,
    skipTextToHtml: true,
    maxHtmlLengthToParse: MOST_HTML,
    checksumAlgo: false,
  });
  const html = typeof parsed.html === 'string' ? parsed.html : '';
  const text = repairCharset(parsed.text ?? '')
    .replace(/\r\n?/gu, '\n')
    .trim();
  return {
    ...parsed,
    html,
    text: withoutPictures(text === '' ? textOfHtml(html.slice(0, MOST_HTML)) : text, html).replaceAll(
      '\u0000',
      '',
    ),
    inner: parsed.attachments
      .filter(({ contentType }) => INNER.test(contentType))
      .map(({ content }) => content.subarray(0, MOST_INNER).toString('utf8')),
  };
}
