import type { Account, SmtpSettings } from '@leadpulse/model';
import { accountSchema, smtpSettingsSchema } from '@leadpulse/model';
import type { Query } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { db } from '../platform/firestore.js';
import { accountRef, accountsOf } from '../platform/refs.js';
import { sealedSchema, unseal } from '../platform/seal.js';

export interface ReadyAccount {
  orgId: string;
  accountId: string;
  account: Account;
  smtp: SmtpSettings | null;
}

const KEEP_MS = 60_000;
const HEALTH_EVERY_MS = 10 * 60_000;

const kept = new Map<string, { until: number; value: Promise<ReadyAccount | null> }>();

/** An account with its opened credentials, kept for a minute: sending reads neither for every message. */
export function readyAccount(orgId: string, accountId: string, nowMs: number): Promise<ReadyAccount | null> {
  const key = `${orgId}/${accountId}`;
  const found = kept.get(key);
  if (found && found.until > nowMs) return found.value;
  const value = load(orgId, accountId);
  kept.set(key, { until: nowMs + KEEP_MS, value });
  value.then(
    (account) => account ?? kept.delete(key),
    () => kept.delete(key),
  );
  return value;
}

export function forgetAccount(orgId: string, accountId: string): void {
  kept.delete(`${orgId}/${accountId}`);
}

async function load(orgId: string, accountId: string): Promise<ReadyAccount | null> {
  const ref = accountRef(orgId, accountId);
  const snapshot = await ref.get();
  if (!snapshot.exists) return null;
  const account = accountSchema.parse(snapshot.data());
  const smtp =
    account.kind === 'smtp' && account.state === 'active' ? await openSmtp(orgId, accountId) : null;
  return { orgId, accountId, account, smtp };
}

async function openSmtp(orgId: string, accountId: string): Promise<SmtpSettings | null> {
  const snapshot = await smtpSecretRef(orgId, accountId).get();
  if (!snapshot.exists) return null;
  const plain = unseal(sealedSchema.parse(snapshot.data()), smtpSealContext(orgId, accountId));
  return smtpSettingsSchema.parse(JSON.parse(plain));
}

export function smtpSecretRef(orgId: string, accountId: string) {
  return accountRef(orgId, accountId).collection('secrets').doc('smtp');
}

/** What a sealed credential is bound to: copied to another account it does not open. */
export function smtpSealContext(orgId: string, accountId: string): string {
  return `orgs/${orgId}/accounts/${accountId}/secrets/smtp`;
}

/** What counts against the plan's accounts: one that is broken keeps its place, one that was disconnected does not. */
export function connectedAccounts(orgId: string): Query {
  return accountsOf(orgId).where('state', '!=', 'disconnected');
}

/** The accounts of one kind at an address, over all organizations; an address is active in one of them at most. */
export async function accountsAt(kind: Account['kind'], addresses: string[]): Promise<ReadyAccount[]> {
  if (addresses.length === 0) return [];
  const query = db().collectionGroup('accounts').where('kind', '==', kind);
  const found = await query.where('address', 'in', addresses.slice(0, 30)).limit(10).get();
  return found.docs.map((snapshot) => ({
    orgId: snapshot.ref.path.split('/')[1] ?? '',
    accountId: snapshot.id,
    account: accountSchema.parse(snapshot.data()),
    smtp: null,
  }));
}

/** Notes on the account's card that it works, at most every ten minutes: a health mark is not worth a write a message. */
export async function noteHealth(
  { orgId, accountId, account }: ReadyAccount,
  field: 'lastInboundAt' | 'lastOutboundAt',
  nowMs: number,
): Promise<void> {
  const last = account.health[field]?.toMillis() ?? 0;
  if (nowMs - last < HEALTH_EVERY_MS) return;
  account.health[field] = Timestamp.fromMillis(nowMs);
  await accountRef(orgId, accountId).update({ [`health.${field}`]: Timestamp.fromMillis(nowMs) });
}

/** The provider refuses the credentials: the account is shown as broken and sends no more until it is connected again. */
export async function noteBroken(ready: ReadyAccount, lastError: string): Promise<void> {
  forgetAccount(ready.orgId, ready.accountId);
  await accountRef(ready.orgId, ready.accountId).update({ state: 'error', 'health.lastError': lastError });
}
