import pLimit from 'p-limit';
import type { Random } from '../../../local/seed/random.js';
import type { HeldCall } from '../../../local/twilio/network.js';
import { adminDb, eventually } from '../../../local/worldClient.js';
import { statesOf } from '../groundTruth.js';
import type { Requested } from '../outbox.js';
import { deliverEvent, newMessageId, requestMessage } from '../outbox.js';
import { standIn } from '../practice.js';
import { sweepUntilQuiet } from '../recovery.js';
import { shuffled } from '../shuffled.js';
import { isFinal } from '../verdict.js';
import type { Post } from './post.js';
import { orderFault } from './post.js';

const WAVE = 6;
const TRIES = 3;
const SENT_MS = 90_000;
const QUIET_MS = 120_000;
const FAILING = '+15005553003'; // unreachable

type Story =
  | 'in order'
  | 'reversed'
  | 'thrice'
  | 'no end'
  | 'nothing'
  | 'status-before-write'
  | 'status-after-write';

export interface StatusVerdict {
  texts: number;
  /** Shown as something that Twilio did not tell and that is not so. */
  falseStatus: number;
  /** From a later state back to an earlier one. */
  backwards: number;
  /** Stayed "sent", since the end was never told. */
  untold: number;
  stuck: number;
}

interface Tracked {
  message: Requested;
  story: Story;
  end: 'delivered' | 'undelivered';
  told: string[];
  states: string[];
}

const FORWARD: Record<string, readonly string[]> = {
  requested: ['sending', 'sent', 'delivered', 'failed'],
  sending: ['sent', 'delivered', 'failed'],
  sent: ['delivered', 'failed'],
  failed: ['delivered'],
};

/** Texts whose callbacks are told in every order, again, not at all, and to a process that dies over them. */
export async function tellStatuses(
  post: Post,
  { texts, orphans }: { texts: number; orphans: number },
): Promise<StatusVerdict> {
  const { random } = post;
  const tracked: Tracked[] = [];
  for (let at = 0; at < texts; at += WAVE) {
    const stories = storiesOf(random, Math.min(WAVE, texts - at));
    const wave = await pLimit(WAVE).map(stories, (story) => send(post, story));
    const isDying = ({ story }: Tracked): boolean => story.startsWith('status-');
    await Promise.all(wave.filter((each) => !isDying(each)).map((each) => tell(post, each)));
    for (const each of wave.filter(isDying)) await tell(post, each);
    tracked.push(...wave);
  }
  const left = [];
  for (let at = 0; at < orphans; at += 1) left.push(await orphan(post));
  await sweepUntilQuiet(left, QUIET_MS);
  const states = await statesOf(left);
  const all = [...tracked.map(({ message }) => message), ...left];
  const finals = await statesOf(all);
  const verdict = {
    texts: all.length,
    falseStatus: states.filter((state) => state !== 'sent').length,
    backwards: 0,
    untold: 0,
    stuck: finals.filter((state) => !isFinal(state)).length,
  };
  for (const each of tracked) weigh(post, verdict, each);
  return verdict;
}

/** At most one of a wave dies. */
function storiesOf(random: Random, count: number): Story[] {
  const calm: Story[] = ['in order', 'reversed', 'thrice', 'no end', 'nothing'];
  const dying: Story[] = ['status-before-write', 'status-after-write'];
  return Array.from({ length: count }, (_, at) => random.pick(at === 0 ? dying : calm));
}

async function send(post: Post, story: Story): Promise<Tracked> {
  const { random } = post;
  const practice = random.pick(post.desks);
  const end = random.chance(0.3) ? 'undelivered' : 'delivered';
  const message = await requestMessage(practice, {
    channel: 'twilio',
    undoSeconds: 0,
    ...(end === 'undelivered' && { phone: FAILING }),
  });
  const each: Tracked = { message, story, end, told: [], states: ['requested'] };
  await eventually(
    async () => {
      const isSent = (await note(each)) === 'sent';
      return isSent && (await callsOf(post, each)).length === 2 ? true : undefined;
    },
    `${message.path} was not sent`,
    SENT_MS,
  );
  return each;
}

async function note({ message, states }: Tracked): Promise<string> {
  const state = String((await adminDb().doc(message.path).get()).get('state'));
  if (states.at(-1) !== state) states.push(state);
  return state;
}

async function callsOf({ desks }: Post, { message }: Tracked): Promise<HeldCall[]> {
  const { orgId, contactId, messageId } = message.task;
  const keys = desks.find((desk) => desk.orgId === orgId)?.twilioKeys;
  const held = await standIn().held(keys?.accountSid ?? '');
  return held.filter(({ url }) => url.endsWith(`/${contactId}/${messageId}`));
}

async function tell(post: Post, each: Tracked): Promise<void> {
  const { story, message } = each;
  const [sent, end] = await callsOf(post, each);
  if (!sent || !end) throw new Error(`Twilio tells nothing of ${message.path}.`);
  if (story === 'thrice') return tellThrice(post, each, [sent, end]);
  if (story === 'status-before-write' || story === 'status-after-write') {
    const struck = orderFault(post, `${story}-${message.messageId}`);
    await bring(post, each, end);
    return struck();
  }
  const calls = { 'in order': [sent, end], reversed: [end, sent], 'no end': [sent], nothing: [] }[story];
  for (const call of calls) await bring(post, each, call);
}

/** Three at once, the others one after the other. */
async function tellThrice(post: Post, each: Tracked, calls: readonly HeldCall[]): Promise<void> {
  const tellings = shuffled([...calls, ...calls, ...calls], post.random);
  await Promise.all(tellings.slice(0, 3).map((call) => bring(post, each, call)));
  for (const call of tellings.slice(3)) await bring(post, each, call);
}

/** Told again until it is taken: a process that just dies takes none. */
async function bring(post: Post, each: Tracked, { id, status }: HeldCall): Promise<void> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    post.counts.tellings += 1;
    const { isTaken } = await standIn().deliver({ id, way: 'first' });
    if (isTaken) break;
    if (tries === TRIES) post.faults.push(`${each.message.path}: ${status} was not taken`);
  }
  each.told.push(status);
  await note(each);
}

/** The sender dies when Twilio has taken the text, and no callback ever comes: the sweeper asks Twilio. */
async function orphan(post: Post): Promise<Requested> {
  const messageId = newMessageId();
  const struck = orderFault(post, `after-accept-${messageId}`);
  const practice = post.random.pick(post.desks);
  const message = await requestMessage(practice, { channel: 'twilio', undoSeconds: 0, messageId });
  await struck(() => deliverEvent(message)); // an event that met the process before is told again
  return message;
}

function weigh({ faults }: Post, verdict: StatusVerdict, each: Tracked): void {
  const { story, end, told, states, message } = each;
  const isEndTold = told.includes(end);
  const expected = !isEndTold ? 'sent' : end === 'delivered' ? 'delivered' : 'failed';
  const last = states.at(-1);
  const words = `a text (${story}, ${end}): ${states.join(' → ')}, ${message.path}`;
  const isFalse = last !== expected;
  const isBack = states.some((state, at) => at > 0 && !FORWARD[states[at - 1] ?? '']?.includes(state));
  if (isFalse) faults.push(`false: ${words}`);
  if (isBack) faults.push(`back: ${words}`);
  verdict.falseStatus += Number(isFalse);
  verdict.backwards += Number(isBack);
  verdict.untold += Number(!isEndTold);
}
