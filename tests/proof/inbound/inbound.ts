import type { Random } from '../../../local/seed/random.js';
import { randomFrom } from '../../../local/seed/random.js';
import { adminDb, eventually } from '../../../local/worldClient.js';
import type { MailHouse } from '../../mailHouse/mailHouse.js';
import type { FullPractice } from '../fullPractice.js';
import { furnish } from '../fullPractice.js';
import { foundPractice } from '../practice.js';
import { sweep } from '../recovery.js';
import { isFinal } from '../verdict.js';
import type { Way } from './letters.js';
import { planLetters } from './letters.js';
import { tellMailboxes } from './mailbox.js';
import type { Post } from './post.js';
import { tellPushes } from './pushes.js';
import type { StatusVerdict } from './statuses.js';
import { tellStatuses } from './statuses.js';
import { tellTexts } from './texts.js';
import type { InboundVerdict } from './verdict.js';
import { judge } from './verdict.js';

const DESKS = 2;
const QUIET_MS = 120_000;

interface Size {
  people: number;
  each: number;
  texts: number; // whose callbacks are told
  orphans: number;
}

interface Setting {
  house: MailHouse;
  faultsDir: string;
  seed: number;
  size: Size;
  log: (line: string) => void;
}

export interface InboundReport extends InboundVerdict, Omit<StatusVerdict, 'stuck' | 'texts'> {
  letters: number;
  tellings: number;
  deaths: number;
  callbacksOf: number;
  faults: string[];
}

/**
 * The same people write to two organizations on every way, and each telling of it goes wrong as providers and networks do:
 * three times at once, again, in another order, never, and to a process that dies over it.
 */
export async function receiveAll({ house, faultsDir, seed, size, log }: Setting): Promise<InboundReport> {
  const random: Random = randomFrom(seed);
  const desks: FullPractice[] = [];
  for (let at = 0; at < DESKS; at += 1)
    desks.push(await furnish(await foundPractice(`Inbound ${at}`), house));
  const post: Post = { desks, random, faultsDir, posted: [], counts: { tellings: 0, deaths: 0 }, faults: [] };
  const { people, each, texts, orphans } = size;
  const letters = planLetters(random, { desks: DESKS, people, each });
  const by = (...ways: Way[]) => letters.filter(({ way }) => ways.includes(way));
  const lane = (number: number): Post => ({ ...post, random: randomFrom(seed * 10 + number) });
  await Promise.all([
    tellTexts(lane(1), by('twilio')),
    tellPushes(lane(2), by('gmail', 'googleVoice')),
    tellMailboxes(lane(3), by('imap')),
  ]);
  const { counts } = post;
  log(`${post.posted.length} letters told ${counts.tellings} times, ${counts.deaths} deaths`);
  const statuses = await tellStatuses(post, { texts, orphans });
  log(`callbacks of ${texts + orphans} texts told`);
  await untilAnswered(post);
  const verdict = await judge(post);
  const { falseStatus, backwards, untold } = statuses;
  return {
    letters: letters.length,
    ...counts,
    callbacksOf: statuses.texts,
    ...verdict,
    stuck: verdict.stuck + statuses.stuck,
    falseStatus,
    backwards,
    untold,
    faults: post.faults,
  };
}

/** Until every confirmation of an opt-out is at rest; what is not by then counts as stuck. */
async function untilAnswered({ desks }: Post): Promise<void> {
  await eventually(
    async () => {
      const ids = desks.map(({ orgId }) => orgId);
      const { docs } = await adminDb().collectionGroup('messages').where('requestedBy', '==', 'system').get();
      const own = docs.filter(({ ref }) => ids.includes(ref.path.split('/')[1] ?? ''));
      if (own.every((doc) => isFinal(String(doc.get('state'))))) return true;
      await sweep();
      return undefined;
    },
    'The confirmations did not go out',
    QUIET_MS,
  ).catch(() => undefined);
}
