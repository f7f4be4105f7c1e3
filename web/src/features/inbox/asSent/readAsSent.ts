import { AS_SENT } from '@leadpulse/model';
import type { AttachmentPlace } from '../attachments/readAttachment.js';
import { NoAttachment, readAttachment } from '../attachments/readAttachment.js';
import type { SafeMail } from './sanitizeMail.js';
import { sanitizeMail } from './sanitizeMail.js';

/** What came of asking for a mail as it was sent. */
export type AsSentMail = { with: (options: { withImages: boolean }) => SafeMail } | { problem: string };

const WORDS: Record<number, string> = {
  404: 'The mailbox does not have it any more, or is disconnected. The words of the mail are kept here.',
  413: 'This mail is too large to show here. Open it in the mailbox.',
};

/** Brings a mail from its mailbox; nothing of it is kept. */
export async function readAsSent(place: Omit<AttachmentPlace, 'partId'>): Promise<AsSentMail> {
  try {
    const sent = await (await readAttachment({ ...place, partId: AS_SENT })).text();
    return { with: (options) => sanitizeMail(sent, options) };
  } catch (error) {
    if (!(error instanceof NoAttachment)) return { problem: 'The mail did not come. Try again.' };
    return { problem: WORDS[error.status] ?? error.words };
  }
}
