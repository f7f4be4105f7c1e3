import type { Account } from '@leadpulse/model';
import { accountSchema, connectAccountContract, syncNowContract } from '@leadpulse/model';
import type { DocumentData, DocumentReference } from 'firebase-admin/firestore';
import { sealAt } from '../../functions/src/messaging/credentials.js';
import type { SignedInClient } from '../../local/worldClient.js';
import { adminDb, eventually } from '../../local/worldClient.js';
import type { MailHouse } from '../mailHouse/mailHouse.js';
import type { Tenant, TestAccount } from './tenant.js';
import { freshId, seedAccount } from './tenant.js';

export interface Box extends TestAccount {
  user: string;
}

/** Connects a mailbox of a mail house by the product's own callable. */
export async function connectMailbox(
  tenant: Pick<Tenant, 'orgId'>,
  admin: SignedInClient,
  house: MailHouse,
  user = freshId('team'),
): Promise<Box> {
  const address = `${user}@harbor.example`;
  const { accountId } = await admin.call(connectAccountContract, {
    orgId: tenant.orgId,
    account: { kind: 'imap', displayName: 'Team mailbox', address, mailbox: house.settings(user) },
  });
  return { id: accountId, address, channel: 'email', user };
}

/** A mailbox that stands there connected, which no task was told to read. */
export async function seedBox({ orgId }: Tenant, house: MailHouse): Promise<Box> {
  const user = freshId('team');
  const address = `${user}@harbor.example`;
  const account = await seedAccount(orgId, { kind: 'imap', channel: 'email', address });
  const secret = adminDb().doc(`orgs/${orgId}/accounts/${account.id}/secrets/imap`);
  await secret.set({ ...sealAt(secret, house.settings(user)) });
  return { ...account, user };
}

export async function readBox(tenant: Tenant, { id }: Pick<Box, 'id'>): Promise<Account> {
  return accountSchema.parse((await adminDb().doc(`orgs/${tenant.orgId}/accounts/${id}`).get()).data());
}

/** Reads the mailbox now, and to its end: a round that was under way is waited for. */
export async function syncNow(
  tenant: Pick<Tenant, 'orgId'>,
  admin: SignedInClient,
  { id }: Pick<Box, 'id'>,
): Promise<void> {
  await eventually(async () => {
    const { outcome } = await admin.call(syncNowContract, { orgId: tenant.orgId, accountId: id });
    return outcome === 'complete' ? true : undefined;
  }, 'The mailbox was not read to its end');
}

export async function contactAt(tenant: Tenant, address: string): Promise<DocumentReference | undefined> {
  const { docs } = await tenant.org.collection('contacts').where('emails', 'array-contains', address).get();
  return docs[0]?.ref;
}

/** The messages of a contact, oldest first. */
export async function messagesOf(contact: DocumentReference | undefined): Promise<DocumentData[]> {
  if (!contact) return [];
  const { docs } = await contact.collection('messages').orderBy('at').get();
  return docs.map((doc) => ({ ...doc.data(), id: doc.id }));
}
