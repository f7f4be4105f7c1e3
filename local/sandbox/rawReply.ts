import { createHash } from 'node:crypto';
import type { Mail } from '../mail/mailSink.js';
import { messageIdOf } from '../mail/mailSink.js';

interface ReplyParts {
  to: Pick<Mail, 'headers' | 'from' | 'to' | 'subject' | 'text'>;
  from: string;
  body: string;
  now: Date;
}

/** A lead's answer as a mail program writes it: RFC 5322, threaded by In-Reply-To and References, the original quoted. */
export function rawReply({ to: original, from, body, now }: ReplyParts): string {
  const answered = messageIdOf(original);
  const author = original.to.find(({ address }) => address === from)?.name;
  const recipient = original.from[0]?.address ?? '';
  const id = createHash('sha256').update(`${answered} ${body}`).digest('hex').slice(0, 20);
  const subject = `Re: ${original.subject.replace(/^(re:\s*)+/i, '')}`;
  const headers = [
    `From: ${author ? `${encodeWord(author)} <${from}>` : from}`,
    `To: ${recipient}`,
    `Subject: ${encodeWord(subject)}`,
    `Date: ${now.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${id}@${from.split('@')[1] ?? 'leads.test'}>`,
    `In-Reply-To: ${answered}`,
    `References: ${[...referencesOf(original), answered].join(' ')}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ];
  const quoted = (original.text ?? '')
    .trimEnd()
    .split('\n')
    .map((line) => `> ${line}`);
  const text = [body, '', `On ${now.toUTCString()}, ${recipient} wrote:`, ...quoted, ''].join('\r\n');
  const encoded =
    Buffer.from(text)
      .toString('base64')
      .match(/.{1,76}/g) ?? [];
  return [...headers, '', ...encoded, ''].join('\r\n');
}

function referencesOf(mail: Pick<Mail, 'headers'>): string[] {
  const value = mail.headers.references;
  return (Array.isArray(value) ? value.join(' ') : (value ?? '')).split(/\s+/).filter(Boolean);
}

/** RFC 2047: text outside ASCII travels as encoded words of at most 75 characters. */
function encodeWord(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const words: string[] = [];
  let part = '';
  for (const character of text) {
    if (Buffer.byteLength(part + character) > 45) {
      words.push(part);
      part = '';
    }
    part += character;
  }
  words.push(part);
  return words.map((word) => `=?utf-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ');
}
