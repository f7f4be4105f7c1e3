import type { Rivals } from '@leadpulse/model';
import type { DocumentReference } from 'firebase-admin/firestore';
import { contactsOf, messageRef } from '../platform/refs.js';
import type { MessagePath } from '../platform/refs.js';
import type { OutMessage } from './outMessage.js';

const MOST_HOLDERS = 50;
const MOST_IDS = 30; // of one `in`

/**
 * The other messages of the organization to the same number that a provider's list could be about: those that have one of
 * these ids, and those with the same words that are open as well. Asked after a crash only.
 */
export async function rivalsOf(
  path: MessagePath,
  { to, body }: Pick<OutMessage, 'to' | 'body'>,
  providerIds: readonly string[],
): Promise<Rivals> {
  const holders = await contactsOf(path.orgId)
    .where('phones', 'array-contains', to)
    .limit(MOST_HOLDERS)
    .select()
    .get();
  const ids = providerIds.slice(0, MOST_IDS);
  const found = await Promise.all(holders.docs.map(({ ref }) => rivalsAt(ref, ids)));
  const others = found.flat().filter(({ ref }) => ref.path !== messageRef(path).path);
  const isOpen = (state: unknown): boolean => state === 'sending' || state === 'uncertain';
  return {
    taken: others.map((each) => each.get('providerId') as unknown).filter((id) => typeof id === 'string'),
    open: others.filter((each) => isOpen(each.get('state')) && each.get('body') === body).length,
  };
}

async function rivalsAt(contact: DocumentReference, ids: readonly string[]) {
  const messages = contact.collection('messages');
  const [taken, open] = await Promise.all([
    ids.length === 0 ? null : messages.where('providerId', 'in', ids).get(),
    messages.where('state', 'in', ['sending', 'uncertain']).get(),
  ]);
  return [...(taken?.docs ?? []), ...open.docs];
}
