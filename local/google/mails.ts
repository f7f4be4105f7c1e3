import { newId } from './demo.js';
import type { GoogleStore, KeptMail } from './store.js';

interface Written {
  from: string;
  to: string;
  subject: string;
  body: string;
  headers?: Record<string, string>;
}

/** A mail as it goes over the wire, as Google received it for a mailbox. */
export function received({ from, to, subject, body, headers = {} }: Written): string {
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? 'lead.example';
  const lines = {
    'Delivered-To': to,
    'Authentication-Results': `mx.google.com; dkim=pass header.i=@${domain} header.s=s1 header.b=AbCd1234; spf=pass smtp.mailfrom=lead@${domain}`,
    From: from,
    To: to,
    Subject: subject,
    Date: new Date().toUTCString(),
    'Message-ID': `<${newId()}@${domain}>`,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  };
  const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${head.join('')}\r\n${body.replaceAll('\n', '\r\n')}\r\n`;
}

const RELAY_FOOT = `
YOUR ACCOUNT <https://voice.google.com> HELP CENTER
<https://support.google.com/voice#topic=1707989> HELP FORUM
<https://productforums.google.com/forum/#!forum/voice>
To respond to this text message, reply to this email or visit Google Voice.
This email was sent to you because you indicated that you'd like to receive
email notifications for text messages. If you don't want to receive such
emails in the future, please update your email notification settings.
Google LLC
1600 Amphitheatre Pkwy
Mountain View CA 94043 USA`;

interface VoiceText {
  to: string; // the mailbox
  from: string; // who texts
  number: string; // of Google Voice
  body: string;
}

/** A text that Google Voice forwards; `isForged`: somebody else sends what looks like one. */
export function relayed({ to, from, number, body }: VoiceText, isForged = false): string {
  const key = `k${from.slice(-4)}${number.slice(-4)}`;
  const address = `${number.slice(1)}.${from.slice(1)}.${key}@txt.voice.google.com`;
  const us = from.slice(2);
  const shown = `(${us.slice(0, 3)}) ${us.slice(3, 6)}-${us.slice(6)}`;
  const dkim = isForged
    ? 'dkim=none; spf=softfail smtp.mailfrom=x@evil.example'
    : 'dkim=pass header.i=@txt.voice.google.com header.s=20230601 header.b=AbCd1234; dmarc=pass header.from=google.com';
  return received({
    from: `"${shown}" <${address}>`,
    to,
    subject: `New text message from ${shown}`,
    body: `<https://voice.google.com>\n${body}\n${RELAY_FOOT}`,
    headers: {
      'Authentication-Results': `mx.google.com; ${dkim}`,
      'Message-ID': `<${newId()}@txt.voice.google.com>`,
    },
  });
}

export function headerOf(raw: string, name: string): string {
  const [head = ''] = raw.split(/\r?\n\r?\n/);
  const unfolded = head.replace(/\r?\n[ \t]+/g, ' ');
  return new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(unfolded)?.[1]?.trim() ?? '';
}

export function rawOf({ raw }: KeptMail): string {
  return Buffer.from(raw, 'base64url').toString('utf8');
}

/** Puts a mail into a mailbox, in the thread of what it answers. */
export function keepMail(
  store: GoogleStore,
  address: string,
  { raw, labels, threadId }: { raw: string; labels: string[]; threadId?: string | undefined },
): KeptMail {
  const mailbox = store.get('mailbox', address);
  if (!mailbox) throw new Error(`There is no mailbox ${address}.`);
  const id = newId();
  const historyId = mailbox.historyId + 7; // Gmail leaves gaps
  store.put('mailbox', { ...mailbox, historyId });
  return store.put('mail', {
    id,
    mailbox: address,
    threadId: threadId ?? threadFor(store, address, raw) ?? id,
    labels,
    raw: Buffer.from(raw).toString('base64url'),
    messageId: headerOf(raw, 'Message-ID'),
    atMs: Date.now(),
    historyId,
  });
}

/** A draft goes out as it is: no mail is added, this one gets a label. */
export function sendDraft(store: GoogleStore, address: string, id: string): void {
  const [mailbox, mail] = [store.get('mailbox', address), store.get('mail', id)];
  if (!mailbox || !mail?.labels.includes('DRAFT')) throw new Error('There is no such draft.');
  const sentIn = mailbox.historyId + 7;
  store.put('mailbox', { ...mailbox, historyId: sentIn });
  store.put('mail', { ...mail, labels: ['SENT'], sentIn });
}

function threadFor(store: GoogleStore, address: string, raw: string): string | undefined {
  const named = `${headerOf(raw, 'References')} ${headerOf(raw, 'In-Reply-To')}`;
  return mailsOf(store, address).find(({ messageId }) => messageId !== '' && named.includes(messageId))
    ?.threadId;
}

export function mailsOf(store: GoogleStore, address: string): KeptMail[] {
  return store.all('mail').filter(({ mailbox }) => mailbox === address);
}
