import type { AccountKind, MailboxSync } from '@leadpulse/model';
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
  const { ref, address, sync } = await findPlace(tx, wish, verified, reserved);
  const audit = await openAudit(tx, orgId);
  tx.set(ref, { ...newAccount({ kind, channel, address, displayName }), ...more, ...(sync && { sync }) });
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
): Promise<{ ref: DocumentReference; address: string; sync: MailboxSync | null }> {
  const org = await tx.get(orgRef(orgId));
  const address = await verified.addressIn(tx, org);
  const known = await ownAccountAt(tx, orgId, { kind, address, field: verified.field });
  await insistOnPlace(tx, orgId, known);
  const before = known?.exists ? accountSchema.parse(known.data()) : null;
  const sync = before?.sync ? { ...before.sync, leaseUntil: null, failedAt: null } : null;
  return { ref: known?.ref ?? reserved, address, sync };
}

/** The organization's own account at this address, out of use; anybody's that is in use is in the way. */
async function ownAccountAt(
  tx: Transaction,
  orgId: string,
  { kind, address, field }: { kind: AccountKind; address: string; field: string },
): Promise<DocumentSnapshot | null> {
  const holders = await holdersOf(tx, kind, address);
  const own = holders.find(({ ref }) => ref.parent.path === accountsOf(orgId).path) ?? null;
  const inUse = holders.filter((each) => each.get('state') !== 'disconnected');
  if (inUse.every((each) => each === own && each.get('state') === 'error')) return own;
  throw new Refusal('already-exists', 'address-connected', {
    field,
    allowed: 'an address that is not connected yet',
  });
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
