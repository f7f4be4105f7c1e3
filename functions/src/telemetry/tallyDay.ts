import type { DayTally, TalliedMessage } from '@leadpulse/model';
import {
  addTallies,
  dayPlus,
  dayStart,
  EMPTY_TALLY,
  isTallied,
  messageSchema,
  tallyThread,
} from '@leadpulse/model';
import type { CollectionReference, QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { z } from 'zod';
import { forEachBounded } from '../platform/bounded.js';
import { contactsOf } from '../platform/refs.js';

const WIDTH = 4;
/** So far back it is looked for who had not been answered when the day began. */
const EARLIER = 5;
/** The fields that are read: nothing of what a message says. */
const FIELDS = ['direction', 'channel', 'at', 'state', 'purpose'] as const;

const { direction, channel, at, state, purpose } = messageSchema.shape;
const seenSchema = z.object({ direction, channel, at, state, purpose });

/** What an organization's conversations had on a day; null if none had anything. */
export async function tallyDay(orgId: string, day: string): Promise<DayTally | null> {
  const from = Timestamp.fromMillis(dayStart(day));
  const until = Timestamp.fromMillis(dayStart(dayPlus(day, 1)));
  const touched = await contactsOf(orgId).where('lastMessage.at', '>=', from).select().get();
  let sum: DayTally | null = null;
  await forEachBounded(touched.docs, WIDTH, async (contact) => {
    const thread = await tallyContact(contact, from, until);
    if (thread) sum = addTallies(sum ?? EMPTY_TALLY, thread);
  });
  return sum;
}

async function tallyContact(
  contact: QueryDocumentSnapshot,
  from: Timestamp,
  until: Timestamp,
): Promise<DayTally | null> {
  const messages: CollectionReference = contact.ref.collection('messages');
  const ofDay = messages
    .where('at', '>=', from)
    .where('at', '<', until)
    .orderBy('at')
    .select(...FIELDS);
  const today = talliedOf((await ofDay.get()).docs);
  if (today.length === 0) return null;
  const isAnswered = today.some((message) => message.direction === 'out');
  const before = messages
    .where('at', '<', from)
    .orderBy('at', 'desc')
    .limit(EARLIER)
    .select(...FIELDS);
  return tallyThread(today, isAnswered ? talliedOf((await before.get()).docs) : []);
}

function talliedOf(docs: readonly QueryDocumentSnapshot[]): TalliedMessage[] {
  return docs
    .map((snapshot) => seenSchema.parse(snapshot.data()))
    .filter(isTallied)
    .map((seen) => ({ direction: seen.direction, channel: seen.channel, atMs: seen.at.toMillis() }));
}
