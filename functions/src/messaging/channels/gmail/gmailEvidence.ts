import type { GmailCredentials } from '@leadpulse/model';
import { OWN_HEADER } from '../../messageId.js';
import type { Evidence, Sought } from '../adapter.js';
import { findMails, mayRead, readHeaders } from './mailbox.js';

const CLOCKS_S = 60;
const LOOKED_THROUGH = 100;

interface Lost extends Pick<Sought, 'messageIdHeader'> {
  sinceMs: number;
  mailedTo: string; // an address, or the domain that all of the kind go to
}

/**
 * Whether the mailbox has sent a mail of ours: searched by its Message-ID, and where that finds nothing, among what was sent
 * since by the header that Gmail leaves alone. Without the permission to read nobody can tell.
 */
export async function gmailEvidence(
  credentials: GmailCredentials,
  { messageIdHeader, sinceMs, mailedTo }: Lost,
  signal: AbortSignal,
): Promise<Evidence> {
  if (!mayRead(credentials)) return { state: 'unknown' };
  const after = `after:${Math.floor(sinceMs / 1000) - CLOCKS_S}`;
  const byId = `rfc822msgid:${messageIdHeader.replace(/[<>]/g, '')} ${after}`;
  const accepted: Evidence = { state: 'accepted', providerId: messageIdHeader };
  if ((await findMails(credentials, { q: byId, most: 1 }, signal)).messages.length > 0) return accepted;
  const q = `in:sent to:${mailedTo} ${after}`;
  const { messages, nextPageToken } = await findMails(credentials, { q, most: LOOKED_THROUGH }, signal);
  for (const { id } of messages) {
    const names = [OWN_HEADER];
    const { values } = await readHeaders(credentials, { id, names }, signal);
    if (values.includes(messageIdHeader)) return accepted;
  }
  return { state: nextPageToken === undefined ? 'absent' : 'unknown' };
}
