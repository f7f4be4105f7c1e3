import { Timestamp } from 'firebase-admin/firestore';
import { adminDb, eventually, fireSchedule } from '../../../local/worldClient.js';
import { freshId } from '../../functions/tenant.js';
import { mail } from '../../functions/rawMail.js';
import { taskAgain } from '../deliverAgain.js';
import type { FullPractice } from '../fullPractice.js';
import type { Letter } from './letters.js';
import { isDeath, wavesOf } from './letters.js';
import type { Post, Posted, Struck } from './post.js';
import { deskOf, orderDeath, orderFault } from './post.js';
import { missing } from './verdict.js';

const WAVE = 6;
const READ_MS = 90_000;

/** Mails of a mailbox by the tasks that read it: told three times at once, never, or to a process that dies over a mail. */
export async function tellMailboxes(post: Post, letters: readonly Letter[]): Promise<void> {
  await Promise.all(post.desks.map(untilFirstRead));
  const ofDesks = post.desks.map((_, at) => letters.filter(({ desk }) => desk === at));
  const waves = ofDesks.map((each) => wavesOf(each, WAVE));
  const most = Math.max(...waves.map(({ length }) => length));
  for (let at = 0; at < most; at += 1) {
    for (const ofDesk of waves) await tellWave(post, ofDesk[at] ?? []);
  }
  await eventually(
    async () => {
      await fireSchedule('syncMailboxes');
      return (await missing(post, ['imap'])).length === 0 || undefined;
    },
    'A mailbox was not read to its end',
    READ_MS,
  ).catch((error: unknown) => post.faults.push(String(error)));
}

async function tellWave(post: Post, wave: readonly Letter[]): Promise<void> {
  const mails: Posted[] = [];
  for (const letter of wave) mails.push(await write(post, letter));
  post.posted.push(...mails);
  const [first] = mails;
  if (!first || mails.every(({ fate }) => fate === 'lost')) return;
  const desk = deskOf(post, first);
  const dying = mails.find(({ fate }) => isDeath(fate));
  const struck = dying && (await orderDeathOver(post, desk, dying));
  const times = !dying && mails.some(({ fate }) => fate === 'thrice') ? 3 : 1;
  await Promise.all(Array.from({ length: times }, () => sync(post, desk)));
  if (!struck) return;
  await struck();
  await endLease(desk);
  await sync(post, desk); // Cloud Tasks tells again
}

/** Connecting has it read. */
async function untilFirstRead(desk: FullPractice): Promise<void> {
  await eventually(
    async () => {
      const account = await accountOf(desk).get();
      const isFree = (account.get('sync.leaseUntil') ?? null) === null;
      return (isFree && account.get('sync.inbox.isCaughtUp') === true) || undefined;
    },
    'A new mailbox was not read',
    READ_MS,
  );
}

/** Over the mail itself, or between this one and the next. */
async function orderDeathOver(post: Post, desk: FullPractice, dying: Posted): Promise<Struck> {
  if (post.random.chance(0.6)) return orderDeath(post, dying);
  const read = Number((await accountOf(desk).get()).get('sync.inbox.read') ?? 0);
  return orderFault(post, `mailbox-after-mail-${desk.senders.imap.accountId}-${read + 1}`);
}

async function write(post: Post, letter: Letter): Promise<Posted> {
  const desk = deskOf(post, letter);
  const providerId = `<${freshId('letter')}@people.example>`;
  const raw = mail(desk.senders.imap, letter.person.email, letter.body, { 'Message-ID': providerId });
  await desk.house.put(desk.user, raw);
  return { ...letter, providerId };
}

async function sync(post: Post, { orgId, senders }: FullPractice): Promise<void> {
  post.counts.tellings += 1;
  await taskAgain('syncMailbox', { orgId, accountId: senders.imap.accountId });
}

/** As three minutes would. */
async function endLease(desk: FullPractice): Promise<void> {
  await accountOf(desk).update({ 'sync.leaseUntil': Timestamp.fromMillis(0) });
}

function accountOf({ orgId, senders }: FullPractice) {
  return adminDb().doc(`orgs/${orgId}/accounts/${senders.imap.accountId}`);
}
