import { Refusal } from '@leadpulse/model';
import type { AddressObject, ParsedMail } from 'mailparser';
import { Unreadable } from '../platform/webhook.js';
import type { ReadyAccount } from './accounts.js';
import { accountsAt } from './accounts.js';
import { readBounce } from './bounce.js';
import { cleanName, readMailbox, receivedAtMs } from './inbound.js';
import { readMailMessageId } from './messageId.js';
import { receive } from './receive.js';
import { applyStatus } from './status.js';

/** Reads one raw mail and takes it in; a bounce of a mail of ours marks that one as failed instead. */
export async function receiveMail(raw: Buffer): Promise<string> {
  const mail = await parse(raw);
  const from = senderOf(mail);
  if (!mail.messageId || !from) throw new Unreadable('not a mail');
  const references = threadOf(mail);
  const account = await recipientOf(mail, references);
  if (!account) return 'unknown-address';
  const bounce = readBounce(mail, raw);
  if (bounce)
    return bounce.path.orgId === account.orgId ? applyStatus(bounce.path, bounce.status) : 'ignored';
  return receive({
    account,
    channel: 'email',
    providerId: mail.messageId,
    from: from.address,
    fromName: from.name,
    to: account.account.address,
    subject: mail.subject ?? '',
    body: (mail.text ?? '').trim(),
    receivedAtMs: receivedAtMs(mail.date, Date.now()),
    references,
    isAutomatic: isAutomatic(mail),
  });
}

async function parse(raw: Buffer): Promise<ParsedMail> {
  const { simpleParser } = await import('mailparser');
  return simpleParser(raw, { skipImageLinks: true, skipTextToHtml: true });
}

function senderOf({ from }: ParsedMail): { address: string; name: string } | null {
  const [sender] = from?.value ?? [];
  if (!sender?.address) return null;
  try {
    return { address: readMailbox(sender.address).address, name: cleanName(sender.name) };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** RFC 5322, 3.6.4: References, then what In-Reply-To adds. */
function threadOf({ references, inReplyTo }: ParsedMail): string[] {
  const chain = typeof references === 'string' ? references.split(/\s+/) : (references ?? []);
  return [...new Set([...chain, ...(inReplyTo?.split(/\s+/) ?? [])])].filter((id) => /^<[^<>\s]+>$/.test(id));
}

/** The connected mailbox it was sent to; if several are, the one in whose thread it is. */
async function recipientOf(mail: ParsedMail, references: string[]): Promise<ReadyAccount | undefined> {
  const accounts = await accountsAt('smtp', addressesOf(mail));
  const own = references.map((id) => readMailMessageId(id)?.orgId);
  return accounts.find(({ orgId }) => own.includes(orgId)) ?? accounts[0];
}

function addressesOf(mail: ParsedMail): string[] {
  const lists = [mail.to, mail.cc].flat().filter((list): list is AddressObject => list !== undefined);
  const addresses = lists.flatMap(({ value }) => value.map(({ address }) => address?.toLowerCase() ?? ''));
  const delivered = mail.headers.get('delivered-to');
  if (typeof delivered === 'string') addresses.unshift(delivered.trim().toLowerCase());
  return [...new Set(addresses)].filter(Boolean);
}

/** RFC 3834, 5: whatever is not 'no' was written by a machine; older ones say it by Precedence. */
function isAutomatic({ headers }: ParsedMail): boolean {
  const submitted = headers.get('auto-submitted');
  const precedence = headers.get('precedence');
  return (
    (typeof submitted === 'string' && !/^no\b/i.test(submitted)) ||
    (typeof precedence === 'string' && /bulk|junk|list|auto_reply/i.test(precedence))
  );
}
