import type { MailboxMarks } from '@leadpulse/model';
import type { ReadyAccount } from './accounts.js';
import { readBounce, sentenceOf } from './bounce.js';
import type { Inbound } from './inbound.js';
import type { MailReading } from './mail/readMail.js';
import { readMailMessageId } from './messageId.js';
import { receive } from './receive.js';
import { findByProviderId } from './route.js';
import { applyStatus } from './status.js';

/** How a mail came: when, and what the mailbox says of it where we read it there. */
interface Arrival {
  atMs: number;
  marks?: MailboxMarks;
}

/** Takes in one mail of a mailbox; a bounce of a mail of ours marks that one as failed instead. */
export async function takeMail(account: ReadyAccount, mail: MailReading, arrival: Arrival): Promise<string> {
  if (mail.report) return takeReport(account, mail);
  if (readMailMessageId(mail.messageId)?.orgId === account.orgId) return 'own-address'; // sent round in a circle
  return receive(inboundOf(account, mail, arrival));
}

async function takeReport(account: ReadyAccount, mail: MailReading): Promise<string> {
  const bounce = readBounce(mail);
  if (bounce?.path.orgId === account.orgId) return applyStatus(bounce.path, bounce.status);
  const { report, reportText } = mail;
  if (report?.outcome !== 'failed') return report?.outcome === 'delayed' ? 'delayed' : 'ignored';
  const quoted = reportText.match(/<[^<>\s@]+@[^<>\s@]+>/gu) ?? [];
  const found = await findByProviderId(account, quoted);
  if (!found) return 'ignored';
  const error = { code: `bounce-${report.code}`, message: sentenceOf(report) };
  return applyStatus(found.path, { status: 'failed', providerId: found.providerId, error });
}

/** A text that Google Voice forwarded is shown without the forwarder's own words; one that only says so is shown whole. */
function inboundOf(account: ReadyAccount, mail: MailReading, { atMs, marks }: Arrival): Inbound {
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
    receivedAtMs: atMs,
    references: mail.references,
    attachments: mail.attachments,
    hasHtml: mail.hasHtml,
    isAutomatic: kind === 'automatic' || kind === 'bulk',
    ...((kind === 'list' || kind === 'bulk') && { through: kind }),
    ...(marks && { marks }),
  };
}
