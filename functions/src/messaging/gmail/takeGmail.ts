import type { GmailCredentials } from '@leadpulse/model';
import { logFailure } from '../../platform/log.js';
import type { ReadyAccount } from '../accounts.js';
import { noteError } from '../accounts.js';
import { readRaw } from '../channels/gmail/mailbox.js';
import { receivedAtMs } from '../inbound.js';
import type { MailReading } from '../mail/readMail.js';
import { readMail } from '../mail/readMail.js';
import { takeMail } from '../takeMail.js';
import { takeVoice } from './takeVoice.js';

const PATIENCE_MS = 60_000;

/** What never is a mail that came in. */
const NOT_IN = new Set(['SENT', 'DRAFT', 'SPAM', 'TRASH', 'CHAT']);

/** Whether a mail with these labels came in, and is wanted. */
export function isIncoming(labels: readonly string[]): boolean {
  return !labels.some((label) => NOT_IN.has(label));
}

/** Takes in one mail of a Gmail mailbox; answers how many were new: one or none. */
export async function takeGmail(
  ready: ReadyAccount,
  credentials: GmailCredentials,
  id: string,
): Promise<number> {
  const found = await readRaw(credentials, id, AbortSignal.timeout(PATIENCE_MS));
  if (!found || !isIncoming(found.labels)) return 0;
  const mail = await readOrNote(ready, found.raw);
  if (!mail) return 0;
  const asText = mail.kind === 'voice' ? await takeVoice(ready, mail) : null;
  const outcome = asText ?? (await takeMail(ready, mail, { atMs: receivedAtMs(mail.date, Date.now()) }));
  return outcome === 'received' ? 1 : 0;
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
  message: 'A mail that came in could not be read. Look into Gmail for it.',
  concerns: 'account',
} as const;
