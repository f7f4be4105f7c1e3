import type { AccountKind, MailboxSync, WantedAccount } from '@leadpulse/model';
import {
  accessSchema,
  accountSchema,
  allowancesOf,
  connectAccountContract,
  MAILBOX_LOOK_RATE,
  Refusal,
} from '@leadpulse/model';
import type { DocumentReference, DocumentSnapshot, Transaction } from 'firebase-admin/firestore';
import type { Caller } from '../platform/callable.js';
import { openAudit } from '../platform/audit.js';
import { callable } from '../platform/callable.js';
import { db } from '../platform/firestore.js';
import { logFailure } from '../platform/log.js';
import { takeRates } from '../platform/rateLimit.js';
import { accountsOf, orgRef } from '../platform/refs.js';
import { requireSeat } from '../platform/seats.js';
import { connectedAccounts, forgetAccount, holdersOf, newAccount } from './accounts.js';
import type { Verified } from './connecting/connector.js';
import { verify } from './connecting/connectors.js';
import { sealAt, secretRef } from './credentials.js';

interface Wish {
  orgId: string;
  account: WantedAccount;
}

/** Connects a number or mailbox. The provider is asked before anything is stored; credentials are stored sealed. */
export const connectAccount = callable(
  connectAccountContract,
  async (wish, caller) => {
    const { orgId, account } = wish;
    await db().runTransaction(async (tx) => {
      await requireSeat(tx, orgId, caller.uid, 'account.write');
      await insistOnPlace(tx, orgId, null); // before a provider is asked; one that is connected again has its place
      if (account.kind !== 'imap') return;
      const writeRates = await takeRates(tx, [{ key: `mailbox:${orgId}`, rate: MAILBOX_LOOK_RATE }]);
      writeRates();
    });
    const verified = await verify(account);
    const reserved = accountsOf(orgId).doc();
    if (verified.leadHere) {
      const place = await db().runTransaction((tx) => findPlace(tx, wish, verified, reserved));
      await verified.leadHere({ orgId, accountId: place.ref.id });
    }
    const accountId = await db().runTransaction((tx) => store(tx, wish, { verified, reserved, caller }));
    forgetAccount(orgId, accountId);
    await begin(verified, { orgId, accountId });
    return { accountId };
  },
  { secrets: ['SEALING_KEY'], timeoutSeconds: 60 },
);

/** The account is there, whether or not what follows has begun: a round begins it as well. */
async function begin({ whenStored }: Verified, place: { orgId: string; accountId: string }): Promise<void> {
  try {
    await whenStored?.(place);
  } catch (error) {
    logFailure('a new account does not begin by itself', error, place);
  }
}

interface Planned {
  verified: Verified;
  reserved: DocumentReference;
  caller: Caller;
}

async function store(tx: Transaction, wish: Wish, planned: Planned): Promise<string> {
  const { orgId, account } = wish;
  const { verified, reserved, caller } = planned;
  const { channel, credentials } = verified;
  await requireSeat(tx, orgId, caller.uid, 'account.write');
  const { ref, address, sync } = await findPlace(tx, wish, verified, reserved);
  const audit = await openAudit(tx, orgId);
  const { kind, displayName } = account;
  tx.set(ref, { ...newAccount({ kind, channel, address, displayName }), ...(sync && { sync }) });
  if (credentials) {
    const secret = secretRef(orgId, ref.id, kind);
    tx.set(secret, sealAt(secret, credentials));
  }
  const { uid: actor, origin } = caller;
  audit.write({ actor, action: 'account.connect', target: ref.id, origin, after: { kind, channel } });
  return ref.id;
}

/** Where the account is to be stored: one that was connected before goes on, with its history. */
async function findPlace(
  tx: Transaction,
  { orgId, account: { kind } }: Wish,
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
async function insistOnPlace(tx: Transaction, orgId: string, known: DocumentSnapshot | null): Promise<void> {
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
