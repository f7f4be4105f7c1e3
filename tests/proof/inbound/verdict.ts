import type { DocumentData } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { adminDb } from '../../../local/worldClient.js';
import type { FullPractice } from '../fullPractice.js';
import { mailboxes, standIn } from '../practice.js';
import { isFinal } from '../verdict.js';
import type { Person, Way } from './letters.js';
import { WAYS } from './letters.js';
import type { Post, Posted } from './post.js';
import { deskOf } from './post.js';

export interface InboundVerdict {
  /** In no conversation at all. */
  lost: number;
  /** More than once, wherever. */
  doubled: number;
  /** In a conversation or an organization of somebody else, or not as it was written. */
  misplaced: number;
  /** Below one that came after it, of the same person on the same way. */
  disordered: number;
  /** Answers to an opt-out beyond the one, or none at all, or a contact that is not opted out though it asked, or is though not. */
  wrongAnswers: number;
  /** Answers that are not at rest. */
  stuck: number;
}

interface Shown {
  orgId: string;
  contactId: string;
  data: DocumentData;
}

interface Held {
  shown: Shown[];
  contacts: Map<string, DocumentData>; // by `orgId/contactId`
}

const isMail = (way: Way): boolean => way === 'gmail' || way === 'imap';

/** The letters on these ways that stand in no conversation yet. */
export async function missing(post: Post, ways: readonly Way[]): Promise<Posted[]> {
  const shown = (await Promise.all(post.desks.map((desk) => shownAt(desk, ways)))).flat();
  const ids = new Set(shown.map(({ data }) => data.providerId as string));
  return post.posted.filter(({ way, providerId }) => ways.includes(way) && !ids.has(providerId));
}

export async function judge(post: Post): Promise<InboundVerdict> {
  const [held, confirmed] = await Promise.all([readAll(post), confirmations(post)]);
  const verdict = { lost: 0, doubled: 0, misplaced: 0, disordered: 0, wrongAnswers: 0, stuck: 0 };
  const blame = (kind: keyof InboundVerdict, what: string): void => {
    verdict[kind] += 1;
    post.faults.push(`${kind}: ${what}`);
  };
  const received = held.shown.filter(({ data }) => data.direction === 'in');
  const byId = groupBy(received, ({ data }) => data.providerId as string);
  for (const letter of post.posted) {
    const found = byId.get(letter.providerId) ?? [];
    const fault = faultOf(post, letter, found, held);
    if (fault) blame(fault, `${letter.body} (${letter.fate}, ${letter.way}), there ${found.length} times`);
  }
  for (const name of disorders(post, byId)) blame('disordered', name);
  for (const fault of answerFaults(post, held, confirmed)) blame('wrongAnswers', fault);
  for (const { data } of held.shown) {
    if (data.direction === 'out' && !isFinal(data.state as string)) blame('stuck', String(data.state));
  }
  return verdict;
}

function faultOf(
  post: Post,
  letter: Posted,
  found: readonly Shown[],
  held: Held,
): 'lost' | 'doubled' | 'misplaced' | null {
  if (found.length === 0) return 'lost';
  if (found.length > 1) return 'doubled';
  return found.every((each) => isInPlace(post, letter, each, held)) ? null : 'misplaced';
}

async function readAll({ desks }: Post): Promise<Held> {
  const shown = (await Promise.all(desks.map((desk) => shownAt(desk, WAYS)))).flat();
  const contacts = new Map<string, DocumentData>();
  for (const { orgId } of desks) {
    const { docs } = await adminDb().collection(`orgs/${orgId}/contacts`).get();
    for (const doc of docs) contacts.set(`${orgId}/${doc.id}`, doc.data());
  }
  return { shown, contacts };
}

async function shownAt({ senders }: FullPractice, ways: readonly Way[]): Promise<Shown[]> {
  const ids = ways.map((way) => senders[way].accountId);
  const { docs } = await adminDb().collectionGroup('messages').where('accountId', 'in', ids).get();
  return docs.map((doc) => {
    const [, orgId = '', , contactId = ''] = doc.ref.path.split('/');
    return { orgId, contactId, data: doc.data() };
  });
}

function addressOf({ phone, email }: Person, way: Way): string {
  return isMail(way) ? email : phone;
}

/** In the one conversation of whoever holds the address, in the organization that it was written to. */
function isInPlace(post: Post, letter: Posted, { orgId, contactId, data }: Shown, held: Held): boolean {
  const { orgId: own, senders } = deskOf(post, letter);
  const holders = holdersOf(held, own, letter);
  const isThere = orgId === own && holders.length === 1 && holders[0]?.[0] === `${own}/${contactId}`;
  return (
    isThere && data.accountId === senders[letter.way].accountId && String(data.body).trim() === letter.body
  );
}

function holdersOf({ contacts }: Held, orgId: string, { person, way }: Pick<Posted, 'person' | 'way'>) {
  const field = isMail(way) ? 'emails' : 'phones';
  return [...contacts].filter(
    ([path, contact]) =>
      path.startsWith(`${orgId}/`) && (contact[field] as string[]).includes(addressOf(person, way)),
  );
}

/** Each person's letters on a way, as they stand in the conversation, against the order that they belong in. */
function disorders(post: Post, byId: ReadonlyMap<string, Shown[]>): string[] {
  const threads = groupBy(
    post.posted,
    ({ desk, way, person }) => `${addressOf(person, way)} to ${desk} by ${way}`,
  );
  return [...threads].flatMap(([name, letters]) => {
    const times = letters.map(({ providerId }) => millisOf(byId.get(providerId)?.[0]?.data.at));
    const wrong = times.filter((ms, at) => at > 0 && ms <= (times[at - 1] ?? 0));
    return wrong.map((ms) => `${name}, one at ${ms}`);
  });
}

function millisOf(at: unknown): number {
  return at instanceof Timestamp ? at.toMillis() : Number.NaN;
}

/** How often each contact's provider was handed the confirmation of an opt-out, by `orgId/contactId`. */
async function confirmations({ desks }: Post): Promise<Map<string, number>> {
  const [texts, mails] = await Promise.all([standIn().allMessages(), mailboxes().allMails()]);
  const ids = [
    ...mails.map(({ ownId }) => ownId),
    ...[...new Set(desks.map(({ house }) => house))].flatMap(({ smtp }) =>
      smtp.mails.map((raw) => /^Message-ID:\s*(\S+)/im.exec(raw)?.[1] ?? ''),
    ),
  ];
  const found = [
    ...ids
      .map((id) => /^<confirm_[^.]+\.([^.]+)\.([^@.]+)@/.exec(id))
      .map((parts) => [parts?.[2], parts?.[1]]),
    ...texts
      .map(({ statusCallback }) => /\/hooks\/twilio\/([^/]+)\/[^/]+\/([^/]+)\/confirm_/.exec(statusCallback))
      .map((parts) => [parts?.[1], parts?.[2]]),
  ];
  const counts = new Map<string, number>();
  for (const [orgId, contactId] of found) {
    if (orgId === undefined) continue;
    const key = `${orgId}/${contactId ?? ''}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Who asked to be left alone is told so once, whichever of two ways it was said on; nobody else is told anything. */
function answerFaults(post: Post, held: Held, confirmed: ReadonlyMap<string, number>): string[] {
  const people = groupBy(post.posted, ({ desk, way, person }) => `${addressOf(person, way)} at ${desk}`);
  return [...people.values()].flatMap((letters) =>
    letters.slice(0, 1).flatMap((first) => {
      const [key = '', contact] = holdersOf(held, deskOf(post, first).orgId, first)[0] ?? [];
      const hasAsked = letters.some(({ isStop }) => isStop);
      const wanted = { hasAsked, times: hasAsked ? 1 : 0 };
      const optOut = contact?.optOut as Record<'sms' | 'email', boolean> | undefined;
      const found = {
        hasAsked: optOut?.[isMail(first.way) ? 'email' : 'sms'],
        times: confirmed.get(key) ?? 0,
      };
      const isRight = found.times === wanted.times && found.hasAsked === wanted.hasAsked;
      return isRight ? [] : [`${key} is ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`];
    }),
  );
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
