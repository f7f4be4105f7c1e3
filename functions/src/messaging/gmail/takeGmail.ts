import type { GmailCredentials } from '@leadpulse/model';
import { logFailure } from '../../platform/log.js';
import type { ReadyAccount } from '../accounts.js';
import { noteError } from '../accounts.js';
import { readRaw } from '../channels/gmail/mailbox.js';
import { receivedAtMs } from '../inbound.js';
import type { MailReading } from '../mail/readMail.js';
import { readMail } from '../mail/readMail.js';
import { takeMail } from '../takeMail.js';
import { takeSentMail } from '../takeSentMail.js';
import { takeSentVoice } from './takeSentVoice.js';
import { takeVoice } from './takeVoice.js';

const PATIENCE_MS = 60_000;

/** What is not a mail yet, or is not wanted any more. */
const NO_MAIL = new Set(['DRAFT', 'SCHEDULED', 'SPAM', 'TRASH', 'CHAT']);

/** Which way a mail with these labels went; null for what is no mail to us. */
export function wayOf(labels: readonly string[]): 'in' | 'out' | null {
  if (labels.some((label) => NO_MAIL.has(label))) return null;
  return labels.includes('SENT') ? 'out' : 'in';
}

/** Takes one mail of a Gmail mailbox, whichever way it went; answers how many came in and were new: one or none. */
export async function takeGmail(
  ready: ReadyAccount,
  credentials: GmailCredentials,
  id: string,
): Promise<number> {
  const found = await readRaw(credentials, id, AbortSignal.timeout(PATIENCE_MS));
  const way = found && wayOf(found.labels);
  const mail = way && (await readOrNote(ready, found.raw));
  if (!mail) return 0;
  const atMs = receivedAtMs(found.at, Date.now());
  if (way === 'in') return (await takeIn(ready, mail, atMs)) === 'received' ? 1 : 0;
  if (!(await takeSentVoice(ready, mail, atMs))) await takeSentMail(ready, mail, atMs);
  return 0;
}

async function takeIn(ready: ReadyAccount, mail: MailReading, atMs: number): Promise<string> {
  const asText = mail.kind === 'voice' ? await takeVoice(ready, mail, atMs) : null;
  return asText ?? takeMail(ready, mail, { atMs });
}

/** A mail that cannot be read holds up none of the others, and is not passed over in silence. */
async function readOrNote(ready: ReadyAccount, raw: Buffer): Promise<MailReading | null> {
  try {
    const mail = await readMail(raw, { isReceivedByGoogle: true });
    if (mail) return mail;
  } catch (error) {
    logFailure('a mail could not be read', error, { orgId: ready.orgId, accountId: ready.accountId });
  }
  await noteError(ready, UNREADABLE);
  return null;
}

const UNREADABLE = {
  message: 'A mail could not be read. Look into Gmail for it.',
  concerns: 'account',
} as const;
