import type { Account, Channel } from '@leadpulse/model';
import { fold } from '@leadpulse/model';
import type { Transaction } from 'firebase-admin/firestore';
import { randomInt } from 'node:crypto';
import { accountsOf } from '../platform/refs.js';
import { holdersOf, newAccount } from './accounts.js';

const MAIL_DOMAIN = 'practice.leadpulse.test';

/** A free address among the simulated leads: a number that nobody is ever given, or a mailbox with the organization's name. */
export async function freeSandboxAddress(
  tx: Transaction,
  channel: Channel,
  orgName: string,
): Promise<string> {
  for (;;) {
    const address = channel === 'sms' ? `+1500${randomInt(2_000_000, 9_999_999)}` : practiceMailbox(orgName);
    if (await isFree(tx, address)) return address;
  }
}

function practiceMailbox(orgName: string): string {
  const slug = fold(orgName)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 30)
    .replace(/^-+|-+$/g, '');
  return `${slug || 'team'}-${randomInt(36 ** 3, 36 ** 4).toString(36)}@${MAIL_DOMAIN}`;
}

async function isFree(tx: Transaction, address: string): Promise<boolean> {
  const holders = await holdersOf(tx, 'sandbox', address);
  return holders.every((snapshot) => snapshot.get('state') === 'disconnected');
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
