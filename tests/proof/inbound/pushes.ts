import { adminDb, eventually, fireSchedule } from '../../../local/worldClient.js';
import type { FullPractice } from '../fullPractice.js';
import { mailboxes } from '../practice.js';
import { shuffled } from '../shuffled.js';
import type { Letter } from './letters.js';
import { isDeath, wavesOf, withSilentEnd } from './letters.js';
import type { Post, Posted } from './post.js';
import { deskOf, orderDeath } from './post.js';
import { missing } from './verdict.js';

const WAVE = 6;
const AGAIN_MS = 10_000;
const TRIES = 9;

interface Mail extends Posted {
  historyId: number;
}

/**
 * Mails and texts of Google Voice by Gmail's pushes, which name how far the mailbox is by then: told in another order, again,
 * or never. Nobody tells of the last ones of each mailbox; the poll finds them.
 */
export async function tellPushes(post: Post, letters: readonly Letter[]): Promise<void> {
  for (const { senders } of post.desks)
    await mailboxes().change({ mailbox: senders.gmail.address, pushes: 'lost' });
  const ofDesks = post.desks.map((_, at) => withSilentEnd(letters.filter(({ desk }) => desk === at)));
  const waves = ofDesks.flatMap((each) => wavesOf(each, WAVE));
  for (const wave of shuffledByDesk(post, waves)) await tellWave(post, wave);
  const late = (await missing(post, ['gmail', 'googleVoice'])).filter(({ fate }) => fate !== 'lost');
  for (const { body, fate } of late) post.faults.push(`${body} (${fate}): no push brought it`);
  await fireSchedule('pollGmail');
}

/** The waves of each desk in their order, the desks in any. */
function shuffledByDesk({ random }: Post, waves: Letter[][]): Letter[][] {
  const queues = new Map<number, Letter[][]>();
  for (const wave of waves) {
    const desk = wave[0]?.desk ?? 0;
    queues.set(desk, [...(queues.get(desk) ?? []), wave]);
  }
  const turns = shuffled(
    waves.map((wave) => wave[0]?.desk ?? 0),
    random,
  );
  return turns.map((desk) => queues.get(desk)?.shift() ?? []);
}

async function tellWave(post: Post, wave: readonly Letter[]): Promise<void> {
  const mails: Mail[] = [];
  for (const letter of wave) mails.push(await write(post, letter));
  post.posted.push(...mails);
  const [first] = mails;
  if (!first) return;
  const desk = deskOf(post, first);
  const dying = mails.find(({ fate }) => isDeath(fate));
  const struck = dying && orderDeath(post, dying);
  const notices = shuffled(mails.flatMap(noticesOf), post.random);
  if (notices.length === 0) return;
  await Promise.all(notices.map((historyId) => push(post, desk, historyId)));
  const newest = Math.max(...notices);
  if (struck) {
    const again = (): Promise<void> => push(post, desk, newest); // Pub/Sub tells again who did not answer
    await struck(again);
    await again();
  }
  await untilSynced(post, desk, newest);
}

function noticesOf({ fate, historyId }: Mail): number[] {
  if (fate === 'lost') return [];
  return Array<number>(fate === 'thrice' || fate === 'again' ? 3 : 1).fill(historyId);
}

async function write(post: Post, letter: Letter): Promise<Mail> {
  const { senders } = deskOf(post, letter);
  const { person, body } = letter;
  const mailbox = senders.gmail.address;
  const { messageId, historyId } =
    letter.way === 'googleVoice'
      ? await mailboxes().text({ mailbox, from: person.phone, number: senders.googleVoice.address, body })
      : await mailboxes().mail({ mailbox, from: person.email, body });
  return { ...letter, providerId: messageId, historyId };
}

async function push(post: Post, { senders }: FullPractice, historyId: number): Promise<void> {
  const { address } = senders.gmail;
  const { watch } = await mailboxes().mailbox(address);
  if (!watch) throw new Error(`${address} is not watched.`);
  post.counts.tellings += 1;
  await mailboxes().push({ topicName: watch.topicName, notice: { emailAddress: address, historyId } });
}

/** A push that met a process that was just dying is told again. */
async function untilSynced(post: Post, desk: FullPractice, historyId: number): Promise<void> {
  const account = adminDb().doc(`orgs/${desk.orgId}/accounts/${desk.senders.gmail.accountId}`);
  const isSynced = async (): Promise<true | undefined> =>
    Number((await account.get()).get('health.syncedTo')) >= historyId || undefined;
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const isThere = await eventually(isSynced, 'Not read', AGAIN_MS).catch(() => false);
    if (isThere) return;
    await push(post, desk, historyId);
  }
  throw new Error(`The mailbox was not read up to ${historyId}.`);
}
