import type { Account, SmtpSettings } from '@leadpulse/model';
import { accessSchema, allowancesOf, connectAccountContract, orgSchema, Refusal } from '@leadpulse/model';
import type { DocumentSnapshot, Transaction } from 'firebase-admin/firestore';
import type { z } from 'zod';
import { openAudit } from '../platform/audit.js';
import { callable } from '../platform/callable.js';
import { config } from '../platform/config.js';
import { db } from '../platform/firestore.js';
import { accountsOf, orgRef } from '../platform/refs.js';
import { requireSeat } from '../platform/seats.js';
import { seal } from '../platform/seal.js';
import { connectedAccounts, forgetAccount, smtpSealContext, smtpSecretRef } from './accounts.js';
import { freeSandboxAddress, isFree, newAccount } from './sandboxAccounts.js';
import { verifySmtp } from './verifySmtp.js';

type Input = z.output<typeof connectAccountContract.input>;

/** Connects a number or mailbox. A mailbox is tried before anything is stored; its credentials are stored sealed. */
export const connectAccount = callable(
  connectAccountContract,
  async ({ orgId, account }, { uid, origin }) => {
    await db().runTransaction(async (tx) => {
      await requireSeat(tx, orgId, uid, 'account.write');
      await insistOnPlace(tx, orgId); // before the mailbox is tried
    });
    if (account.kind === 'smtp') await verifySmtp(account.smtp);
    if (account.kind === 'sandbox' && config().sandboxUrl === '') {
      throw new Refusal('failed-precondition', 'sandbox-not-available', {
        field: 'account.kind',
        allowed: 'smtp',
      });
    }
    const accountId = await db().runTransaction(async (tx) => {
      await requireSeat(tx, orgId, uid, 'account.write');
      const org = await insistOnPlace(tx, orgId);
      const planned = await plan(tx, org, account);
      const audit = await openAudit(tx, orgId);
      const ref =
        planned.existingId === null ? accountsOf(orgId).doc() : accountsOf(orgId).doc(planned.existingId);
      tx.set(ref, planned.account);
      if (planned.smtp) {
        const sealed = seal(JSON.stringify(planned.smtp), smtpSealContext(orgId, ref.id));
        tx.set(smtpSecretRef(orgId, ref.id), sealed);
      }
      const { kind, channel } = planned.account;
      const after = { kind, channel };
      audit.write({ actor: uid, action: 'account.connect', target: ref.id, origin, after });
      return ref.id;
    });
    forgetAccount(orgId, accountId);
    return { accountId };
  },
  { secrets: ['SEALING_KEY'], timeoutSeconds: 60 },
);

interface Planned {
  account: Account;
  existingId: string | null; // connected before: its history goes on
  smtp: SmtpSettings | null;
}

/** The organization, if its plan has a place for one more account: two reads, and connecting is rare. */
async function insistOnPlace(tx: Transaction, orgId: string): Promise<DocumentSnapshot> {
  const [org, connected] = await Promise.all([
    tx.get(orgRef(orgId)),
    tx.get(connectedAccounts(orgId).count()),
  ]);
  const { accounts } = allowancesOf(accessSchema.shape.planId.parse(org.get('access.planId')));
  if (connected.data().count < accounts) return org;
  throw new Refusal('resource-exhausted', 'allowance-used-up', {
    field: 'account',
    allowed: `${accounts} connected accounts`,
  });
}

async function plan(tx: Transaction, org: DocumentSnapshot, wanted: Input['account']): Promise<Planned> {
  const { displayName } = wanted;
  if (wanted.kind === 'sandbox') {
    const name = orgSchema.shape.name.parse(org.get('name'));
    const address = await freeSandboxAddress(tx, wanted.channel, name);
    const account = newAccount({ kind: 'sandbox', channel: wanted.channel, address, displayName });
    return { account, existingId: null, smtp: null };
  }
  const address = wanted.address.toLowerCase();
  if (!(await isFree(tx, 'smtp', address))) {
    throw new Refusal('already-exists', 'address-connected', {
      field: 'account.address',
      allowed: 'an address that is not connected yet',
    });
  }
  const known = await tx.get(
    accountsOf(org.id).where('address', '==', address).where('kind', '==', 'smtp').limit(1),
  );
  const account = newAccount({ kind: 'smtp', channel: 'email', address, displayName });
  return { account, existingId: known.docs[0]?.id ?? null, smtp: wanted.smtp };
}
