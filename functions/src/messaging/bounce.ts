import type { ParsedMail } from 'mailparser';
import { config } from '../platform/config.js';
import type { MessagePath } from '../platform/refs.js';
import { mailMessageId, readMailMessageId } from './messageId.js';
import type { DeliveryStatus } from './status.js';

export interface Bounce {
  path: MessagePath;
  status: DeliveryStatus;
}

/** A delivery report (RFC 3464) that says that a mail of ours has failed for good; null for any other mail. */
export function readBounce(mail: ParsedMail, raw: Buffer): Bounce | null {
  if (!isReport(mail)) return null;
  const text = raw.toString('utf8');
  if (!/^Action:\s*failed/im.test(text)) return null;
  const domain = config().mailDomain.replaceAll('.', '\\.');
  const [id] = new RegExp(`<[\\w-]+\\.[\\w-]+\\.[\\w-]+@${domain}>`, 'i').exec(text) ?? [];
  const path = id === undefined ? null : readMailMessageId(id);
  if (!path) return null;
  const code = /^Status:\s*(5\.\d{1,3}\.\d{1,3})/im.exec(text)?.[1] ?? '5.0.0';
  const error = { code: `bounce-${code}`, message: sentenceOf(code) };
  return { path, status: { status: 'failed', providerId: mailMessageId(path), error } };
}

function isReport({ headers }: ParsedMail): boolean {
  const type = headers.get('content-type') as { value?: string; params?: Record<string, string> } | undefined;
  return type?.value === 'multipart/report' && type.params?.['report-type'] === 'delivery-status';
}

/** RFC 3463, 3: what the class of a status code means, in plain words. */
function sentenceOf(code: string): string {
  if (code.startsWith('5.1.')) return 'The address does not exist.';
  if (code === '5.2.2') return 'The mailbox is full.';
  if (code.startsWith('5.2.')) return 'The mailbox does not take mail.';
  if (code.startsWith('5.7.')) return 'The receiving server refused the mail as unwanted.';
  return 'The mail could not be delivered.';
}
