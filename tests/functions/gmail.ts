import { connectAccountContract, finishGoogleContract, startGoogleContract } from '@leadpulse/model';
import type { DocumentReference } from 'firebase-admin/firestore';
import type { GoogleControl } from '../../local/google/control/client.js';
import { googleControlOf } from '../../local/google/control/client.js';
import { HOST } from '../../local/ports.js';
import type { SignedInClient } from '../../local/worldClient.js';
import { adminDb, eventually, worldPorts } from '../../local/worldClient.js';
import type { Tenant, TestAccount } from './tenant.js';

export const SEND_SCOPE = 'https://www.googleapis.com/auth/gmail.send';
export const READ_SCOPE = 'https://www.googleapis.com/auth/gmail.readonly';

/** The stand-in for Google of this world. */
export function google(): GoogleControl {
  return googleControlOf(`http://${HOST}:${worldPorts().google}`);
}

/** A plan with places for many accounts. */
export const ROOMY = {
  access: {
    status: 'active',
    planId: 'scale',
    trialEndsAt: null,
    currentPeriodEnd: null,
    cancelAtPeriodEnd: false,
  },
};

interface Wanted {
  accountId?: string | null;
  withSync?: boolean;
  mailbox?: string;
  leaves?: string[];
  act?: 'allow' | 'deny';
}

interface Back {
  state: string;
  code: string | null;
  error: string | null;
}

type OrgOf = Pick<Tenant, 'orgId'>;

/** Goes to Google as a person and chooses there; what Google sends along with them on the way back. */
export async function goToGoogle(
  { orgId }: OrgOf,
  client: SignedInClient,
  { accountId = null, withSync = false, mailbox, leaves = [], act = 'allow' }: Wanted = {},
): Promise<Back & { mailbox: string }> {
  const address = mailbox ?? (await google().newMailbox()).address;
  const wish = { orgId, accountId, displayName: 'Sales mailbox', withSync };
  const { url } = await client.call(startGoogleContract, wish);
  const { back } = await google().consent({ url, mailbox: address, leaves, act });
  const { searchParams } = new URL(back);
  const get = (name: string): string | null => searchParams.get(name);
  return { mailbox: address, state: get('state') ?? '', code: get('code'), error: get('error') };
}

export function comeBack(client: SignedInClient, { state, code, error }: Back) {
  return client.call(finishGoogleContract, { state, code, error });
}

export interface ConnectedGmail {
  mailbox: string;
  account: TestAccount;
}

/** A mailbox of its own, connected as a person connects it. */
export async function connectGmail(
  tenant: OrgOf,
  client: SignedInClient,
  wanted: Wanted = {},
): Promise<ConnectedGmail> {
  const { mailbox, ...back } = await goToGoogle(tenant, client, wanted);
  const { accountId } = await comeBack(client, back);
  return { mailbox, account: { id: accountId, address: mailbox, channel: 'email' } };
}

/** A number of Google Voice that rides on a mailbox. */
export async function connectVoice(
  { orgId }: OrgOf,
  client: SignedInClient,
  { gmail, number }: { gmail: TestAccount; number: string },
): Promise<TestAccount> {
  const { accountId } = await client.call(connectAccountContract, {
    orgId,
    account: { kind: 'googleVoice', displayName: 'Voice', number, gmailAccountId: gmail.id },
  });
  return { id: accountId, address: number, channel: 'sms' };
}

/** The contact that holds an address, as soon as there is one. */
export function contactWith(
  { orgId }: OrgOf,
  field: 'emails' | 'phones',
  address: string,
): Promise<DocumentReference> {
  return eventually(async () => {
    const holders = adminDb().collection(`orgs/${orgId}/contacts`).where(field, 'array-contains', address);
    return (await holders.get()).docs[0]?.ref;
  }, `No contact with ${field} was made`);
}

export async function messagesOf(contact: DocumentReference, direction: 'in' | 'out' = 'in') {
  return (await contact.collection('messages').where('direction', '==', direction).get()).docs;
}
