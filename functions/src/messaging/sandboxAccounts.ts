import type { Account, Channel } from '@leadpulse/model';
import { fold } from '@leadpulse/model';
import type { Transaction } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { randomInt } from 'node:crypto';
import { db } from '../platform/firestore.js';
import { accountsOf } from '../platform/refs.js';

const MAIL_DOMAIN = 'practice.leadpulse.test';

/** A free address among the simulated leads: a number that nobody is ever given, or a mailbox with the organization's name. */
export async function freeSandboxAddress(
  tx: Transaction,
  channel: Channel,
  orgName: string,
): Promise<string> {
  for (;;) {
    const address = channel === 'sms' ? `+1500${randomInt(2_000_000, 9_999_999)}` : practiceMailbox(orgName);
    if (await isFree(tx, 'sandbox', address)) return address;
  }
}

function practiceMailbox(orgName: string): string {
  const slug = fold(orgName)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 30)
    .replace(/^-+|-+$/g, '');
  return `${slug || 'team'}-${randomInt(36 ** 3, 36 ** 4).toString(36)}@${MAIL_DOMAIN}`;
}

/** Whether no account that can receive has this address: what comes in must belong to one organization. */
export async function isFree(tx: Transaction, kind: Account['kind'], address: string): Promise<boolean> {
  const query = db().collectionGroup('accounts').where('kind', '==', kind).where('address', '==', address);
  const { docs } = await tx.get(query);
  return docs.every((snapshot) => snapshot.get('state') === 'disconnected');
}

export function newAccount(fields: Pick<Account, 'kind' | 'channel' | 'address' | 'displayName'>): Account {
  return {
    ...fields,
    state: 'active',
    health: { lastInboundAt: null, lastOutboundAt: null, lastError: null, syncedTo: null },
    createdAt: Timestamp.now(),
  };
}

/** The addresses of the two practice accounts of a new organization; all reads, to be done before any write. */
export async function planPracticeAccounts(tx: Transaction, orgName: string): Promise<Account[]> {
  const [number, mailbox] = await Promise.all([
    freeSandboxAddress(tx, 'sms', orgName),
    freeSandboxAddress(tx, 'email', orgName),
  ]);
  return [
    newAccount({ kind: 'sandbox', channel: 'sms', address: number, displayName: 'Practice number' }),
    newAccount({ kind: 'sandbox', channel: 'email', address: mailbox, displayName: 'Practice mailbox' }),
  ];
}

export function writeAccounts(tx: Transaction, orgId: string, accounts: Account[]): void {
  for (const account of accounts) tx.create(accountsOf(orgId).doc(), account);
}
