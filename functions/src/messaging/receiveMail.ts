import { Unreadable } from '../platform/webhook.js';
import type { ReadyAccount } from './accounts.js';
import { accountsAt } from './accounts.js';
import { readBounce } from './bounce.js';
import type { Inbound } from './inbound.js';
import { receivedAtMs } from './inbound.js';
import type { MailReading } from './mail/readMail.js';
import { readMail } from './mail/readMail.js';
import { readMailMessageId } from './messageId.js';
import { receive } from './receive.js';
import { applyStatus } from './status.js';

/** Reads one raw mail that a server handed us, and takes it in at the mailbox it was sent to. */
export async function receiveMail(raw: Buffer): Promise<string> {
  const mail = await readMail(raw, { isReceivedByGoogle: false });
  if (!mail) throw new Unreadable('not a mail');
  const account = await recipientOf(mail);
  return account ? takeMail(account, mail) : 'unknown-address';
}

/** Takes in one mail of a mailbox; a bounce of a mail of ours marks that one as failed instead. */
export async function takeMail(account: ReadyAccount, mail: MailReading): Promise<string> {
  if (mail.report) {
    const bounce = readBounce(mail);
    if (bounce?.path.orgId !== account.orgId)
      return mail.report.outcome === 'delayed' ? 'delayed' : 'ignored';
    return applyStatus(bounce.path, bounce.status);
  }
  if (readMailMessageId(mail.messageId)?.orgId === account.orgId) return 'own-address'; // sent round in a circle
  return receive(inboundOf(account, mail));
}

/** A text that Google Voice forwarded is shown without the forwarder's own words; one that only says so is shown whole. */
function inboundOf(account: ReadyAccount, mail: MailReading): Inbound {
  const { kind, voice } = mail;
  return {
    account,
    channel: 'email',
    providerId: mail.messageId,
    from: mail.from.address,
    fromName: mail.from.name,
    to: account.account.address,
    subject: mail.subject,
    body: kind === 'voice' && voice?.relay.state === 'text' ? voice.relay.text : mail.text,
    receivedAtMs: receivedAtMs(mail.date, Date.now()),
    references: mail.references,
    attachments: mail.attachments,
    isAutomatic: kind === 'automatic' || kind === 'bulk',
    ...((kind === 'list' || kind === 'bulk') && { through: kind }),
  };
}

/** The connected mailbox it was sent to; if several are, the one in whose thread it is. */
async function recipientOf({ to, references }: MailReading): Promise<ReadyAccount | undefined> {
  const accounts = await accountsAt('smtp', to);
  const own = references.map((id) => readMailMessageId(id)?.orgId);
  return accounts.find(({ orgId }) => own.includes(orgId)) ?? accounts[0];
}
