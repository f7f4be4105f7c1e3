import type { Account } from '@leadpulse/model';
import { accountSchema } from '@leadpulse/model';
import type { DocumentSnapshot, Query, Transaction } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { isDeepStrictEqual } from 'node:util';
import { db } from '../platform/firestore.js';
import { accountRef, accountsOf, orgRef } from '../platform/refs.js';
import type { DeliveryFailure } from './channels/adapter.js';
import type { Credentials } from './credentials.js';
import { NO_CREDENTIALS, openCredentials } from './credentials.js';

export interface ReadyAccount {
  orgId: string;
  accountId: string;
  account: Account;
  credentials: Credentials;
  readAt?: Timestamp; // by Firestore's clock
}

const KEEP_MS = 60_000;
const HEALTH_EVERY_MS = 10 * 60_000;

const kept = new Map<string, { until: number; value: Promise<ReadyAccount | null> }>();

/**
 * An account with its opened credentials, kept for a minute: sending reads neither for every message. Whether it still is as
 * it was read, the organization's page tells, which the lease reads in any case (`changesAccounts`).
 */
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

/** The account as it is now, for what moves it on. */
export function freshAccount(orgId: string, accountId: string): Promise<ReadyAccount | null> {
  return load(orgId, accountId);
}

/** What goes into the organization's page with whatever makes an account fit or unfit for use: every process then reads anew. */
export function changesAccounts(): { accountsChangedAt: Timestamp } {
  return { accountsChangedAt: Timestamp.now() };
}

/** Whether an account may have changed since it was read: the page of its organization was written after that. */
export function isOutdated({ readAt }: ReadyAccount, org: DocumentSnapshot): boolean {
  return readAt !== undefined && org.updateTime !== undefined && org.updateTime.valueOf() > readAt.valueOf();
}

export function forgetAccount(orgId: string, accountId: string): void {
  kept.delete(`${orgId}/${accountId}`);
}

async function load(orgId: string, accountId: string): Promise<ReadyAccount | null> {
  const snapshot = await accountRef(orgId, accountId).get();
  if (!snapshot.exists) return null;
  const account = accountSchema.parse(snapshot.data());
  const isGone = account.state === 'disconnected';
  const credentials = isGone ? NO_CREDENTIALS : await credentialsOf(orgId, accountId, account);
  return { orgId, accountId, account, credentials, readAt: snapshot.readTime };
}

/** A number of Google Voice has none of its own: it uses those of the Gmail account that it rides on. */
function credentialsOf(orgId: string, accountId: string, { kind, ridesOn }: Account): Promise<Credentials> {
  if (kind !== 'googleVoice') return openCredentials(orgId, accountId, kind);
  return ridesOn === undefined ? Promise.resolve(NO_CREDENTIALS) : openCredentials(orgId, ridesOn, 'gmail');
}

export function newAccount(fields: Pick<Account, 'kind' | 'channel' | 'address' | 'displayName'>): Account {
  return {
    ...fields,
    state: 'active',
    health: {
      lastInboundAt: null,
      lastOutboundAt: null,
      lastError: null,
      lastErrorAt: null,
      syncedTo: null,
    },
    createdAt: Timestamp.now(),
  };
}

/** Every account of one kind at an address, over all organizations; what comes in must belong to one of them. */
export async function holdersOf(
  tx: Transaction,
  kind: Account['kind'],
  address: string,
): Promise<DocumentSnapshot[]> {
  const query = db().collectionGroup('accounts').where('kind', '==', kind).where('address', '==', address);
  return (await tx.get(query)).docs;
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
    credentials: NO_CREDENTIALS,
  }));
}

/** Notes on the account's card that it works, at most every ten minutes: a health mark is not worth a write a message. */
export async function noteHealth(
  { orgId, accountId, account: { health } }: ReadyAccount,
  field: 'lastInboundAt' | 'lastOutboundAt',
  nowMs: number,
): Promise<void> {
  const isMended = field === 'lastOutboundAt' && health.lastError !== null;
  if (!isMended && nowMs - (health[field]?.toMillis() ?? 0) < HEALTH_EVERY_MS) return;
  health[field] = Timestamp.fromMillis(nowMs);
  if (isMended) Object.assign(health, { lastError: null, lastErrorAt: null });
  await accountRef(orgId, accountId).update({
    [`health.${field}`]: health[field],
    ...(isMended && { 'health.lastError': null, 'health.lastErrorAt': null }),
  });
}

/**
 * Notes on the account's card what is wrong with the account itself. If the provider refuses its credentials it is
 * shown as broken, and sends no more until it is connected again.
 */
export async function noteError(
  ready: ReadyAccount,
  { message, concerns }: Pick<DeliveryFailure, 'message' | 'concerns'>,
): Promise<void> {
  const { orgId, accountId, account } = ready;
  const lastErrorAt = Timestamp.now();
  Object.assign(account.health, { lastError: message, lastErrorAt });
  forgetAccount(orgId, accountId); // it may be put right any moment
  const isBroken = concerns === 'credentials';
  if (isBroken && (await wasConnectedAnew(ready))) return;
  const batch = db().batch();
  batch.update(accountRef(orgId, accountId), {
    ...(isBroken && { state: 'error' }),
    'health.lastError': message,
    'health.lastErrorAt': lastErrorAt,
  });
  if (isBroken) batch.update(orgRef(orgId), changesAccounts());
  await batch.commit();
}

/** Then what was refused is what it signed in with before. */
async function wasConnectedAnew({ orgId, accountId, credentials }: ReadyAccount): Promise<boolean> {
  if (credentials === NO_CREDENTIALS) return false; // they were not opened
  const now = await load(orgId, accountId);
  return !isDeepStrictEqual(now?.credentials, credentials);
}
