import type { Account } from '@leadpulse/model';
import { connectAccountContract } from '@leadpulse/model';
import { randomInt } from 'node:crypto';
import type { DocumentReference } from 'firebase-admin/firestore';
import { HOST } from '../../local/ports.js';
import type { FreshAccount, TwilioControl } from '../../local/twilio/control/client.js';
import { twilioControlOf } from '../../local/twilio/control/client.js';
import { signatureFor } from '../../local/twilio/signing.js';
import type { SignedInClient } from '../../local/worldClient.js';
import { adminDb, siteUrl, worldPorts } from '../../local/worldClient.js';
import type { Tenant, TestAccount } from './tenant.js';

/** The stand-in for Twilio of this world. */
export function twilio(): TwilioControl {
  return twilioControlOf(`http://${HOST}:${worldPorts().twilio}`);
}

/** A phone that no other test holds. */
export function freshPhone(): string {
  return `+1628${randomInt(2_000_000, 10_000_000)}`;
}

export interface Connected {
  keys: FreshAccount;
  account: TestAccount;
}

/** A number of a Twilio account of its own, connected as a person connects it. */
export async function connectTwilio(
  { orgId }: Pick<Tenant, 'orgId'>,
  client: SignedInClient,
  keys?: FreshAccount,
): Promise<Connected> {
  const { accountSid, authToken, number } = keys ?? (await twilio().newAccount());
  const { accountId } = await client.call(connectAccountContract, {
    orgId,
    account: { kind: 'twilio', displayName: 'Texts', number, twilio: { accountSid, authToken } },
  });
  return {
    keys: { accountSid, authToken, number },
    account: { id: accountId, address: number, channel: 'sms' },
  };
}

export async function readAccount({ orgId }: Pick<Tenant, 'orgId'>, accountId: string): Promise<Account> {
  return (await adminDb().doc(`orgs/${orgId}/accounts/${accountId}`).get()).data() as Account;
}

/** Posts to our webhook as Twilio does, or as somebody who would like to be Twilio. */
export async function postHook(
  path: string,
  params: Record<string, string>,
  by: { authToken?: string; signature?: string; url?: string } = {},
): Promise<number> {
  const url = `${siteUrl()}${path}`;
  const signature = by.signature ?? signatureFor(by.authToken ?? '', by.url ?? url, params);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'x-twilio-signature': signature },
    body: new URLSearchParams(params),
  });
  await response.arrayBuffer();
  return response.status;
}

export function hookOf(
  { orgId }: Pick<Tenant, 'orgId'>,
  accountId: string,
  message?: DocumentReference,
): string {
  const own = message ? `/${message.path.split('/')[3] ?? ''}/${message.id}` : '';
  return `/hooks/twilio/${orgId}/${accountId}${own}`;
}
