import { accountSchema } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import { db } from '../../platform/firestore.js';
import { logFailure } from '../../platform/log.js';
import { accountRef, orgRef } from '../../platform/refs.js';
import { changesAccounts, forgetAccount } from '../accounts.js';
import type { ImapProblemCode } from '../channels/imap/imapConnection.js';
import { ImapProblem } from '../channels/imap/imapConnection.js';
import type { AccountPlace } from './syncLease.js';
import { NEW_SYNC } from './syncLease.js';

const SENTENCES: Record<ImapProblemCode, string> = {
  'imap-auth-failed': 'The mailbox refuses our sign-in. Connect the account again.',
  'imap-app-password':
    'The mailbox wants an app password. Make one at your provider, then connect the account again with it.',
  'imap-sign-in-blocked':
    'The provider does not let other programs sign in by password. Allow it there, then connect the account again.',
  'imap-busy': 'The mailbox takes no sign-in right now. We try again.',
  'imap-host-not-found':
    'The mailbox’s server cannot be found. We try again; if it has a new name, connect the account again with it.',
  'imap-host-not-public':
    'The mailbox’s server is not on the public internet. Connect the account again with one that is.',
  'imap-refused':
    'The mailbox’s server refuses the connection. We try again; if its port has changed, connect the account again with the new one.',
  'imap-timeout': 'The mailbox’s server does not answer. We try again.',
  'imap-tls-failed':
    'No secure connection to the mailbox came about. We try again; ask your provider whether its certificate, name or port has changed, and connect the account again.',
  'imap-not-a-mail-server':
    'What answers at the mailbox’s port does not speak IMAP. Connect the account again with the right port.',
};
const BROKE_OFF = 'Reading the mailbox broke off. We try again.';
const REFUSED: readonly string[] = ['imap-auth-failed', 'imap-app-password', 'imap-sign-in-blocked'];

/** Notes on the card why a mailbox cannot be read. If its sign-in is refused it is shown as broken, until it is connected again. */
export async function noteUnreadable({ orgId, accountId }: AccountPlace, error: unknown): Promise<void> {
  const code = error instanceof ImapProblem ? error.code : null;
  if (code === null) logFailure('a mailbox could not be read', error, { orgId, accountId });
  const isRefused = code !== null && REFUSED.includes(code);
  const ref = accountRef(orgId, accountId);
  await db().runTransaction(async (tx) => {
    const snapshot = await tx.get(ref);
    const now = snapshot.exists ? accountSchema.parse(snapshot.data()) : null;
    if (!now || now.state === 'disconnected') return;
    const at = Timestamp.now();
    const sync = { ...(now.sync ?? NEW_SYNC), leaseUntil: null, failedAt: now.sync?.failedAt ?? at };
    tx.update(ref, {
      sync,
      ...(isRefused && { state: 'error' }),
      'health.lastError': code === null ? BROKE_OFF : SENTENCES[code],
      'health.lastErrorAt': at,
    });
    if (isRefused) tx.update(orgRef(orgId), changesAccounts());
  });
  forgetAccount(orgId, accountId);
}
