import type { DeliveryReport, MailKind, MessageAttachment, VoiceRelay } from '@leadpulse/model';
import {
  claimsVoice,
  isVoiceProven,
  LIMITS,
  mailKindOf,
  normalizeEmail,
  readDeliveryReport,
  readVoiceRelay,
  Refusal,
} from '@leadpulse/model';
import { createHash } from 'node:crypto';
import { cleanName } from '../inbound.js';
import { OWN_HEADER } from '../messageId.js';
import { listAttachments } from './attachments.js';
import { HeaderLines } from './headerLines.js';
import { parseMail } from './parseMail.js';
import type { ParsedMail } from './parseMail.js';

/** One mail, read: the same for every channel that brings mails. */
export interface MailReading {
  kind: MailKind | 'report' | 'voice';
  messageId: string; // with angle brackets; made from the mail itself if it has none
  ownId: string; // what our own header names; '' for none. Anybody can write it: it counts among what was sent only
  from: { address: string; name: string };
  to: string[]; // everybody it was sent to, the mailbox it was delivered to first
  date: Date | undefined;
  subject: string;
  text: string; // all of it, quoted parts included; `newestPart` tells them apart
  references: string[]; // Message-IDs of the thread, oldest first
  attachments: MessageAttachment[];
  hasHtml: boolean;
  report: DeliveryReport | null;
  voice: { relay: VoiceRelay; isProven: boolean } | null;
  reportText: string; // of a report: all that it quotes of the mail it is about
}

const MOST_REPORT = 512 * 1024; // bytes of a report in which our Message-ID is looked for

export interface Trust {
  /** Whether Google received the mail for us, so that the topmost Authentication-Results is its own. */
  isReceivedByGoogle: boolean;
}

/** Reads raw MIME as far as it can be read; null only for what names no sender. */
export async function readMail(raw: Buffer, trust: Trust): Promise<MailReading | null> {
  const mail = await parseMail(raw);
  const headers = new HeaderLines(mail.headerLines);
  const subject = mail.subject?.slice(0, LIMITS.subject) ?? '';
  const head = { subject, header: (name: string) => headers.first(name) };
  const sender = senderOf(mail);
  const from = sender ?? { address: bareAddress(mail.from), name: '' };
  const everything = [mail.text, ...mail.inner].join('\n');
  const isReportType = isReport(headers);
  const report = readDeliveryReport({ ...head, from: from.address, isReportType, text: everything });
  if (!report && !sender) return null; // a server that reports need not have an address
  const voice = readVoice(mail, { from: from.address, subject, headers, trust });
  return {
    kind: kindOf({ report, voice }) ?? mailKindOf(head),
    messageId: messageIdOf(mail, raw),
    ownId: headers.first(OWN_HEADER.toLowerCase()) ?? '',
    from,
    to: recipientsOf(mail, headers),
    date: mail.date,
    subject,
    text: mail.text.slice(0, LIMITS.emailBody),
    references: threadOf(mail),
    attachments: listAttachments(mail.attachments),
    hasHtml: mail.html !== '',
    report,
    voice,
    reportText: report ? `${everything}\n${raw.subarray(0, MOST_REPORT).toString('latin1')}` : '',
  };
}

function kindOf({ report, voice }: Pick<MailReading, 'report' | 'voice'>): 'report' | 'voice' | null {
  if (report) return 'report';
  return voice?.isProven === true ? 'voice' : null;
}

function bareAddress(from: ParsedMail['from']): string {
  return addressIn(from).toLowerCase();
}

/** As it is spelled: the key in an address of Google Voice has capital letters. */
function addressIn(list: ParsedMail['from']): string {
  return list?.value[0]?.address ?? '';
}

function readVoice(
  mail: ParsedMail,
  { from, subject, headers, trust }: { from: string; subject: string; headers: HeaderLines; trust: Trust },
): MailReading['voice'] {
  if (!claimsVoice({ from })) return null;
  return {
    relay: readVoiceRelay({
      from: addressIn(mail.from) || from,
      replyTo: addressIn(mail.replyTo),
      subject,
      text: mail.text,
    }),
    isProven: trust.isReceivedByGoogle && isVoiceProven(headers.all('authentication-results')),
  };
}

function isReport(headers: HeaderLines): boolean {
  const type = headers.first('content-type') ?? '';
  return /^\s*multipart\/report\b/iu.test(type) && /report-type\s*=\s*"?delivery-status\b/iu.test(type);
}

function senderOf(mail: ParsedMail): MailReading['from'] | null {
  for (const { address, name } of [mail.from, mail.replyTo].flatMap((list) => list?.value ?? [])) {
    const normalized = address === undefined ? null : emailOrNull(address);
    if (normalized !== null) return { address: normalized, name: cleanName(name) };
  }
  return null;
}

function emailOrNull(address: string): string | null {
  try {
    return normalizeEmail(address);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** A mail without Message-ID gets one of its own words, so that the same mail brought twice stays one. */
function messageIdOf(mail: ParsedMail, raw: Buffer): string {
  const text = mail.messageId ?? '';
  const told = /<[^<>\s]+>/u.exec(text)?.[0] ?? `<${text.replace(/[<>\s]+/gu, '')}>`;
  if (told !== '<>' && told.length <= LIMITS.referenceId) return told;
  const { from, date, subject, text: words } = mail;
  const source = words === '' ? raw : JSON.stringify([from?.text, date, subject, words]);
  return `<${createHash('sha256').update(source).digest('hex').slice(0, 32)}@no-message-id.invalid>`;
}

/** RFC 5322, 3.6.4: References, then what In-Reply-To adds. */
function threadOf({ references, inReplyTo }: ParsedMail): string[] {
  const texts = [references, inReplyTo].flat().filter((text) => text !== undefined);
  const ids = texts.flatMap((text) => text.match(/<[^<>\s]+>/gu) ?? []);
  return [...new Set(ids)].filter((id) => id.length <= LIMITS.referenceId).slice(-LIMITS.references);
}

function recipientsOf(mail: ParsedMail, headers: HeaderLines): string[] {
  const lists = [mail.to, mail.cc].flat().flatMap((list) => list?.value ?? []);
  const addresses = lists.flatMap(({ address, group }) => [
    address,
    ...(group ?? []).map((member) => member.address),
  ]);
  const delivered = [...headers.all('delivered-to'), ...headers.all('x-original-to')].map((line) =>
    line.replace(/[<>\s]/gu, ''),
  );
  return [...new Set([...delivered, ...addresses].map((address) => address?.toLowerCase() ?? ''))].filter(
    Boolean,
  );
}
