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

/** The report of a mail server that nobody has this address (RFC 3464). */
export function bounceOf(box: Pick<TestAccount, 'address'>, messageId: string): string {
  const report = [
    ...['--b', 'Content-Type: text/plain', '', 'Your mail could not be delivered.'],
    ...['--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example', ''],
    ...['Final-Recipient: rfc822; nobody@example.com', 'Action: failed', 'Status: 5.1.1'],
    ...['--b', 'Content-Type: text/rfc822-headers', '', `Message-ID: ${messageId}`, '--b--'],
  ].join('\n');
  const type = 'multipart/report; report-type=delivery-status; boundary=b';
  return mail(box, 'mailer-daemon@mx.example', report, { 'Content-Type': type });
}
