import { PICTURE } from '../../local/twilio/picture.js';
import type { TestAccount } from './tenant.js';
import { freshId } from './tenant.js';

/** A mail from somebody to an account, as it goes over the wire. */
export function mail(
  to: Pick<TestAccount, 'address'>,
  from: string,
  body: string,
  headers: Record<string, string> = {},
): string {
  const lines = {
    From: from,
    To: to.address,
    Subject: 'About the flat',
    Date: new Date().toUTCString(),
    'Message-ID': `<${freshId('lead')}@mail.example>`,
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  };
  const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${head.join('')}\r\n${body.replaceAll('\n', '\r\n')}\r\n`;
}

/** A mail with a picture of a house beside its words. */
export function mailWithPicture(to: Pick<TestAccount, 'address'>, from: string, words: string): string {
  const body = [
    ...['--b', 'Content-Type: text/plain', '', words],
    ...['--b', 'Content-Type: image/png; name=house.png', 'Content-Transfer-Encoding: base64'],
    ...['Content-Disposition: attachment; filename=house.png', '', PICTURE.toString('base64'), '--b--'],
  ].join('\n');
  return mail(to, from, body, { 'Content-Type': 'multipart/mixed; boundary=b', 'MIME-Version': '1.0' });
}
