import type { Channel, Contact, Handle } from '@leadpulse/model';
import { CHANNELS, contactSchema } from '@leadpulse/model';
import type { Transaction } from 'firebase-admin/firestore';
import { z } from 'zod';
import { contactRef } from '../platform/refs.js';

const askedSchema = z.object({
  assigneeUid: contactSchema.shape.assigneeUid,
  optOutQuestion: contactSchema.shape.optOutQuestion,
});

const UNSEEN = '…'; // stands for words of a conversation that whoever saves may not read

/** An address, and the other contact that holds it. */
export interface Held {
  handle: Handle;
  holder: string;
}

interface Asking {
  orgId: string;
  known: Contact['optOutQuestion']; // what is in question here already stays so
  maySee: (contact: Pick<Contact, 'assigneeUid'>) => boolean;
}

/**
 * What is in question at the addresses of a contact that is saved: whether its lead wants no more messages is open for
 * everybody who has the address, so nothing goes out by way of a second contact. One read for each contact that shares one.
 */
export async function readOpenQuestions(
  tx: Transaction,
  held: readonly Held[],
  { orgId, known, maySee }: Asking,
): Promise<NonNullable<Contact['optOutQuestion']>> {
  const ids = [...new Set(held.map(({ holder }) => holder))];
  const found = ids.length === 0 ? [] : await tx.getAll(...ids.map((id) => contactRef(orgId, id)));
  const holders = new Map(
    found.filter(({ exists }) => exists).map((doc) => [doc.id, askedSchema.parse(doc.data())]),
  );
  const questionOn = (channel: Channel) => {
    for (const { handle, holder } of held) {
      const contact = holders.get(holder);
      const question = contact?.optOutQuestion?.[channel];
      if (handle.channel !== channel || question?.address !== handle.address) continue;
      return contact && maySee(contact) ? question : { ...question, words: UNSEEN };
    }
    return undefined;
  };
  const inherited = CHANNELS.map((channel) => [channel, known?.[channel] ?? questionOn(channel)] as const);
  return Object.fromEntries(inherited.filter(([, question]) => question !== undefined));
}
