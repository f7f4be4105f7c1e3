import type { Account, AccountKind, WantedAccount } from '@leadpulse/model';
import { accessSchema, accountSchema, allowancesOf, Refusal } from '@leadpulse/model';
import type { DocumentReference, DocumentSnapshot, Transaction } from 'firebase-admin/firestore';
import { openAudit } from '../../platform/audit.js';
import type { Caller } from '../../platform/callable.js';
import { accountsOf, orgRef } from '../../platform/refs.js';
import { requireSeat } from '../../platform/seats.js';
import { changesAccounts, connectedAccounts, holdersOf, newAccount } from '../accounts.js';
import { sealAt, secretRef } from '../credentials.js';
import type { Verified } from './connector.js';

/** The account that somebody wants. */
export interface Wish {
  orgId: string;
  kind: AccountKind;
  displayName: string;
}

interface Planned {
  verified: Verified;
  reserved: DocumentReference;
  caller: Pick<Caller, 'uid' | 'origin'>;
}

/** Stores an account whose provider was asked, with its audit entry. */
export async function storeAccount(tx: Transaction, wish: Wish, planned: Planned): Promise<string> {
  const { orgId, kind, displayName } = wish;
  const { verified, reserved, caller } = planned;
  const { channel, credentials, more = {} } = verified;
  await requireSeat(tx, orgId, caller.uid, 'account.write');
  const { ref, address, before } = await findPlace(tx, wish, verified, reserved);
  const audit = await openAudit(tx, orgId);
  const fresh = newAccount({ kind, channel, address, displayName });
  tx.set(ref, { ...fresh, ...(before && goesOn(before, fresh)), ...more });
  if (credentials) {
    const secret = secretRef(orgId, ref.id, kind);
    tx.set(secret, sealAt(secret, credentials));
  }
  tx.update(orgRef(orgId), changesAccounts());
  const { uid: actor, origin } = caller;
  audit.write({ actor, action: 'account.connect', target: ref.id, origin, after: { kind, channel } });
  return ref.id;
}

/** Where the account is to be stored: one that was connected before goes on, with its history. */
export async function findPlace(
  tx: Transaction,
  { orgId, kind }: Wish,
  verified: Verified,
  reserved: DocumentReference,
): Promise<{ ref: DocumentReference; address: string; before: Account | null }> {
  const org = await tx.get(orgRef(orgId));
  const address = await verified.addressIn(tx, org);
  const known = await ownAccountAt(tx, orgId, { kind, address, field: verified.field });
  await insistOnPlace(tx, orgId, known);
  const before = known?.exists ? accountSchema.parse(known.data()) : null;
  return { ref: known?.ref ?? reserved, address, before };
}

/** What an account that is connected again keeps of its time before: what went through, and how far it was read. */
function goesOn({ state, createdAt, health, sync }: Account, fresh: Account): Partial<Account> {
  const { lastInboundAt, lastOutboundAt, syncedTo } = health;
  return {
    createdAt,
    health: {
      ...fresh.health,
      lastInboundAt,
      lastOutboundAt,
      ...(state !== 'disconnected' && { syncedTo }),
    },
    ...(sync && { sync: { ...sync, leaseUntil: null, failedAt: null } }),
  };
}

/** The organization's own account at this address, out of use or not working; anybody's that works is in the way. */
async function ownAccountAt(
  tx: Transaction,
  orgId: string,
  { kind, address, field }: { kind: AccountKind; address: string; field: string },
): Promise<DocumentSnapshot | null> {
  const holders = await holdersOf(tx, kind, address);
  const own = holders.find(({ ref }) => ref.parent.path === accountsOf(orgId).path) ?? null;
  const inUse = holders.filter((each) => each.get('state') !== 'disconnected');
  if (inUse.every((each) => each === own && isTroubled(each))) return own;
  throw new Refusal('already-exists', 'address-connected', {
    field,
    allowed: 'an address that is not connected yet',
  });
}

/** Its credentials are refused, or its server is not where it was: other settings may put that right. */
function isTroubled(account: DocumentSnapshot): boolean {
  const { state, health } = accountSchema.parse(account.data());
  return state === 'error' || (state === 'active' && health.lastError !== null);
}

/** The organization's own account at the address that somebody gave; null: there is none, or they gave none. */
export async function accountGiven(
  tx: Transaction,
  orgId: string,
  wanted: WantedAccount,
): Promise<DocumentSnapshot | null> {
  if (wanted.kind === 'sandbox') return null;
  const address = 'number' in wanted ? wanted.number : wanted.address.toLowerCase();
  const own = accountsOf(orgId).where('kind', '==', wanted.kind).where('address', '==', address);
  return (await tx.get(own.limit(1))).docs[0] ?? null;
}

/** Whether the organization's plan has a place for one more account: two reads, and connecting is rare. */
export async function insistOnPlace(
  tx: Transaction,
  orgId: string,
  known: DocumentSnapshot | null,
): Promise<void> {
  const [org, connected] = await Promise.all([
    tx.get(orgRef(orgId)),
    tx.get(connectedAccounts(orgId).count()),
  ]);
  const { accounts } = allowancesOf(accessSchema.shape.planId.parse(org.get('access.planId')));
  const hasPlace = known !== null && known.get('state') !== 'disconnected';
  if (hasPlace || connected.data().count < accounts) return;
  throw new Refusal('resource-exhausted', 'allowance-used-up', {
    field: 'account',
    allowed: `${accounts} connected accounts`,
  });
}
