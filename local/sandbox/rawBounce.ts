import type { Mail } from '../mail/mailSink.js';
import { messageIdOf } from '../mail/mailSink.js';

interface BounceParts {
  of: Pick<Mail, 'headers' | 'from' | 'subject'>;
  recipient: string;
  now: Date;
}

/** The report of a mail server that nobody has this address (RFC 3464). */
export function rawBounce({ of: original, recipient, now }: BounceParts): string {
  const messageId = messageIdOf(original);
  const sender = original.from[0]?.address ?? '';
  const host = recipient.split('@')[1] ?? 'leads.test';
  const boundary = 'bounce-report';
  const part = (type: string, lines: string[]): string[] => [
    `--${boundary}`,
    `Content-Type: ${type}`,
    '',
    ...lines,
    '',
  ];
  return [
    `From: Mail Delivery System <mailer-daemon@${host}>`,
    `To: ${sender}`,
    'Subject: Undelivered Mail Returned to Sender',
    `Date: ${now.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <bounce-${messageId.replace(/[<>@]/g, '.')}@${host}>`,
    `In-Reply-To: ${messageId}`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    '',
    ...part('text/plain; charset=utf-8', [`<${recipient}>: there is no mailbox by that name.`]),
    ...part('message/delivery-status', [
      `Reporting-MTA: dns; ${host}`,
      '',
      `Final-Recipient: rfc822; ${recipient}`,
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1 no such user',
    ]),
    ...part('text/rfc822-headers', [`Message-ID: ${messageId}`, `To: ${recipient}`]),
    `--${boundary}--`,
    '',
  ].join('\r\n');
}
