import type { DeliveryReport } from '@leadpulse/model';
import { config } from '../platform/config.js';
import type { MailReading } from './mail/readMail.js';
import { mailMessageId, readMailMessageId } from './messageId.js';
import type { MessagePath } from '../platform/refs.js';
import type { DeliveryStatus } from './status.js';

export interface Bounce {
  path: MessagePath;
  status: DeliveryStatus;
}

/** A report that says that a mail of ours has failed for good; null for any other, also for one that is only delayed. */
export function readBounce({ report, reportText, references }: MailReading): Bounce | null {
  if (report?.outcome !== 'failed') return null;
  const domain = config().mailDomain.replaceAll('.', '\\.');
  const quoted = new RegExp(`<?[\\w-]+\\.[\\w-]+\\.[\\w-]+@${domain}>?`, 'giu');
  const ids = [...(reportText.match(quoted) ?? []), ...references];
  const path = ids.map(readMailMessageId).find((found) => found !== null);
  if (!path) return null;
  const error = { code: `bounce-${report.code}`, message: sentenceOf(report) };
  return { path, status: { status: 'failed', providerId: mailMessageId(path), error } };
}

/** RFC 3463, 3: what the class of a status code means, in plain words, and what to do. */
export function sentenceOf({ code }: DeliveryReport): string {
  if (code.startsWith('5.1.')) return 'The address does not exist. Correct it on the contact.';
  if (code === '5.2.2') return 'The mailbox is full. Try again later, or reach them another way.';
  if (code === '5.3.4' || code === '5.2.3') return 'The mail is too large for the mailbox. Shorten it.';
  if (code.startsWith('5.2.')) return 'The mailbox does not take mail. Ask for another address.';
  if (code.startsWith('5.4.')) {
    return 'The receiving server could not be reached for days. Check the address after its @.';
  }
  if (code.startsWith('5.7.')) {
    return 'The receiving server refused the mail as unwanted. Reach them another way, and ask them to let your address in.';
  }
  return 'The mail could not be delivered, and the receiving server does not say why. Try again later.';
}
