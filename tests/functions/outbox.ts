import type { Message, MessageState } from '@leadpulse/model';
import { previewOf } from '@leadpulse/model';
import type { DocumentData, DocumentReference } from 'firebase-admin/firestore';
import { FieldValue, Timestamp } from 'firebase-admin/firestore';
import { adminDb, eventually } from '../../local/worldClient.js';
import type { Tenant, TestAccount } from './tenant.js';
import { freshId } from './tenant.js';

/**
 * The document as soon as it is as wanted. It asks instead of listening: the emulator answers a commit with an error
 * while a listener of that document is just being closed.
 */
export function untilDocument(
  ref: DocumentReference,
  isWanted: (data: DocumentData) => boolean,
): Promise<DocumentData> {
  return eventually(async () => {
    const data = (await ref.get()).data();
    return data && isWanted(data) ? data : undefined;
  }, `${ref.path} did not become what it should`);
}

export function untilState(ref: DocumentReference, ...states: MessageState[]): Promise<DocumentData> {
  return untilDocument(ref, (data) => states.includes(data.state as MessageState));
}

type Asked = Partial<Omit<Message, 'sendAt' | 'requestedAt' | 'at'>> & {
  sendAt?: Timestamp;
  requestedAt?: Timestamp;
};

/** What a member's browser writes for a message; the body is fit to be sent at once. */
export function messageFields(
  account: TestAccount,
  contact: DocumentData,
  fields: Asked = {},
): Record<string, unknown> {
  const addresses = (account.channel === 'sms' ? contact.phones : contact.emails) as string[];
  return {
    channel: account.channel,
    direction: 'out',
    accountId: account.id,
    from: account.address,
    to: addresses[0],
    ...(account.channel === 'email' && { subject: 'Your viewing' }),
    body: 'Does Tuesday at ten suit you?',
    state: 'requested',
    at: FieldValue.serverTimestamp(),
    requestedBy: 'test',
    requestedAt: FieldValue.serverTimestamp(),
    undoSeconds: 0,
    ...fields,
  };
}

/** Writes a message as the composer does: with its contact moved to the top in the same batch. */
export async function compose(
  account: TestAccount,
  contact: DocumentReference,
  fields: Asked = {},
): Promise<DocumentReference> {
  const ref = contact.collection('messages').doc(freshId('m'));
  const data = messageFields(account, (await contact.get()).data() ?? {}, fields);
  const batch = adminDb().batch();
  batch.create(ref, data);
  batch.update(contact, {
    lastMessage: {
      messageId: ref.id,
      at: FieldValue.serverTimestamp(),
      channel: account.channel,
      direction: 'out',
      preview: previewOf(String(data.body)),
    },
    waitingSince: null,
  });
  await batch.commit();
  return ref;
}

/** Puts a message into a state that only a crash or a clock could bring about. No trigger heeds it. */
export async function plant(
  account: TestAccount,
  contact: DocumentReference,
  fields: Asked & Record<string, unknown>,
): Promise<DocumentReference> {
  const ref = contact.collection('messages').doc(freshId('m'));
  const long = Timestamp.fromMillis(Date.now() - 300_000);
  const data = messageFields(account, (await contact.get()).data() ?? {});
  await ref.set({ ...data, at: long, requestedAt: long, ...fields });
  return ref;
}

export function clientRefOf(message: DocumentReference): string {
  const [, orgId, , contactId, , messageId] = message.path.split('/');
  return `${orgId}/${contactId}/${messageId}`;
}

export function messageIdOf(message: DocumentReference): string {
  const [, orgId, , contactId, , messageId] = message.path.split('/');
  return `<${messageId}.${contactId}.${orgId}@mail.leadpulse.test>`;
}

export function tenantContact({ orgId }: Tenant, contactId: string): DocumentReference {
  return adminDb().doc(`orgs/${orgId}/contacts/${contactId}`);
}
