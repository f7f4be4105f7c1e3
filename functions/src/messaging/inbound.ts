import type { Channel, MailboxMarks, MessageAttachment, OptOutReading } from '@leadpulse/model';
import { LIMITS, normalizeEmail } from '@leadpulse/model';
import { createHash } from 'node:crypto';
import type { ReadyAccount } from './accounts.js';

/** A message that came in, in the same form whichever provider brought it. */
export interface Inbound {
  account: ReadyAccount;
  channel: Channel;
  providerId: string; // for email the Message-ID
  from: string; // as stored: E.164, or a lower-cased address
  fromName: string;
  to: string;
  subject: string | null;
  body: string;
  receivedAtMs: number;
  references: string[]; // Message-IDs of the thread, oldest first
  isAutomatic: boolean; // an auto-reply (RFC 3834): nobody waits for an answer to it
  /** A mailing list on which people write (we do not answer it by ourselves), or a newsletter (which makes no contact). */
  through?: 'list' | 'bulk';
  attachments?: MessageAttachment[];
  hasHtml?: boolean; // a mail that can be fetched as it was sent
  told?: OptOutReading | null; // as the provider has read it already
  marks?: MailboxMarks; // where it was read from a mailbox, what that says of it
  voiceAddress?: string; // of Google Voice: where an answer to it goes
  isAnswered?: boolean; // the provider has confirmed STOP, START or HELP itself
}

/** The same message delivered again gets the same id, and so changes nothing. */
export function inboundMessageId({ account, providerId }: Inbound): string {
  const source = `${account.account.kind}${account.accountId}${providerId}`;
  return `in_${createHash('sha256').update(source).digest('hex').slice(0, 24)}`;
}

/** Reads `Name <a@b>` or `a@b`. */
export function readMailbox(text: string): { address: string; name: string } {
  const parts = /^\s*"?([^"<]*?)"?\s*<([^<>\s]+)>\s*$/.exec(text);
  return { address: normalizeEmail(parts?.[2] ?? text), name: cleanName(parts?.[1] ?? '') };
}

/** A display name that a stranger chose: one line, not too long. */
export function cleanName(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LIMITS.personName);
}

/** A provider's clock may run ahead; a message of the future would stay on top of the inbox. */
export function receivedAtMs(at: Date | undefined, nowMs: number): number {
  const ms = at?.getTime() ?? nowMs;
  return Number.isFinite(ms) && ms > 0 ? Math.min(ms, nowMs) : nowMs;
}
