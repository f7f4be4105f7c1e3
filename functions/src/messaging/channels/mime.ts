import { escapeHtml, oneLine } from '../../platform/mailText.js';
import type { Outgoing } from './adapter.js';

/** RFC 5322, 3.6.4: an id between angle brackets; anything else would let a header be injected, and is left out. */
const MESSAGE_ID = /^<[^<>\s]{1,290}>$/;

/** RFC 3834, 5, and what Exchange heeds: no machine answers our automatic answer. */
const AUTOMATIC = { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' };

/** The mail as it goes over the wire: text with an HTML alternative that says the same. @processor organization-mail */
export async function composeMail(
  outgoing: Outgoing,
  ownHeaders: Record<string, string> = {},
): Promise<Buffer> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const references = outgoing.references.filter((id) => MESSAGE_ID.test(id));
  const inReplyTo = references.at(-1);
  const mail = new MailComposer({
    from: { name: oneLine(outgoing.fromName), address: outgoing.from },
    to: { name: '', address: outgoing.to },
    subject: oneLine(outgoing.subject),
    messageId: outgoing.messageIdHeader,
    ...(inReplyTo !== undefined && { inReplyTo, references }),
    headers: { ...ownHeaders, ...(outgoing.isAutomatic && AUTOMATIC) },
    text: textOf(outgoing),
    ...(!outgoing.isTextOnly && { html: htmlOf(outgoing) }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return mail.compile().build();
}

function textOf({ body, footer }: Outgoing): string {
  return footer === '' ? body : `${body}\n\n-- \n${footer}`; // RFC 3676, 4.3: the signature delimiter
}

function htmlOf({ body, footer }: Outgoing): string {
  const small = `<p style="color:#667;font-size:12px;margin-top:24px">${htmlLines(footer)}</p>`;
  const text = `<div style="font-family:sans-serif;font-size:14px;line-height:1.5">${htmlLines(body)}</div>`;
  return `<!doctype html><html><body>${text}${footer === '' ? '' : small}</body></html>`;
}

function htmlLines(text: string): string {
  return escapeHtml(text).replace(/\r\n?|\n/g, '<br>\n');
}
