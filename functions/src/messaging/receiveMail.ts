import { noteLateBounce } from '../news/index.js';
import { Unreadable } from '../platform/webhook.js';
import type { ReadyAccount } from './accounts.js';
import { accountsAt } from './accounts.js';
import { receivedAtMs } from './inbound.js';
import type { MailReading } from './mail/readMail.js';
import { readMail } from './mail/readMail.js';
import { readMailMessageId } from './messageId.js';
import { takeMail } from './takeMail.js';

/** Reads one raw mail that a server handed us, and takes it in at the mailbox it was sent to; a bounce of news is noted. */
export async function receiveMail(raw: Buffer): Promise<string> {
  const mail = await readMail(raw, { isReceivedByGoogle: false });
  if (!mail) throw new Unreadable('not a mail');
  const ofLetter = await noteLateBounce(mail);
  if (ofLetter !== null) return ofLetter;
  const account = await recipientOf(mail);
  const atMs = receivedAtMs(mail.date, Date.now());
  return account ? takeMail(account, mail, { atMs }) : 'unknown-address';
}

/** The connected mailbox it was sent to; if several are, the one in whose thread it is. */
async function recipientOf({ to, references }: MailReading): Promise<ReadyAccount | undefined> {
  const accounts = await accountsAt('smtp', to);
  const own = references.map((id) => readMailMessageId(id)?.orgId);
  return accounts.find(({ orgId }) => own.includes(orgId)) ?? accounts[0];
}
