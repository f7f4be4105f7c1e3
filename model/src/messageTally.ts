import type { MessageState, Purpose } from './message.js';
import type { AnswerTally, MessageTally } from './usage.js';

/** A message as a tally looks at it: when, which way, on what; never what it says. */
export interface TalliedMessage {
  readonly direction: 'in' | 'out';
  readonly channel: 'sms' | 'email';
  readonly atMs: number; // epoch ms: when it came in, or was written
}

export interface DayTally {
  readonly messages: MessageTally;
  readonly answers: AnswerTally;
}

const NOT_SENT: readonly MessageState[] = ['canceled', 'blocked', 'failed'];

/** What people wrote to each other: not what was never sent, and not what we answer by ourselves. */
export function isTallied({
  state,
  purpose,
}: {
  state: MessageState;
  purpose?: Purpose | undefined;
}): boolean {
  return (purpose ?? 'conversation') === 'conversation' && !NOT_SENT.includes(state);
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The longest wait of each kind of answer, shortest first. */
const WAITS: readonly [kind: keyof AnswerTally, upToMs: number][] = [
  ['within5m', 5 * MINUTE_MS],
  ['within1h', HOUR_MS],
  ['within4h', 4 * HOUR_MS],
  ['within24h', 24 * HOUR_MS],
];

export const EMPTY_TALLY: DayTally = {
  messages: {
    textsIn: 0,
    textsOut: 0,
    emailsIn: 0,
    emailsOut: 0,
    hoursIn: Array.from({ length: 24 }, () => 0),
  },
  answers: { within5m: 0, within1h: 0, within4h: 0, within24h: 0, later: 0 },
};

/**
 * One conversation's part of a day. `day` are its messages of that day, oldest first; `earlier` the last ones before, newest
 * first: whoever wrote then and was not answered waits since then.
 */
export function tallyThread(day: readonly TalliedMessage[], earlier: readonly TalliedMessage[]): DayTally {
  const messages = { ...EMPTY_TALLY.messages, hoursIn: [...EMPTY_TALLY.messages.hoursIn] };
  const answers = { ...EMPTY_TALLY.answers };
  let waitingSince = waitBefore(earlier);
  for (const message of day) {
    messages[kindOf(message)] += 1;
    if (message.direction === 'in') {
      const hour = new Date(message.atMs).getUTCHours();
      messages.hoursIn[hour] = (messages.hoursIn[hour] ?? 0) + 1;
      waitingSince ??= message.atMs;
    } else if (waitingSince !== null) {
      answers[waitKind(message.atMs - waitingSince)] += 1;
      waitingSince = null;
    }
  }
  return { messages, answers };
}

function kindOf({ channel, direction }: TalliedMessage): Exclude<keyof MessageTally, 'hoursIn'> {
  if (channel === 'sms') return direction === 'in' ? 'textsIn' : 'textsOut';
  return direction === 'in' ? 'emailsIn' : 'emailsOut';
}

function waitBefore(earlier: readonly TalliedMessage[]): number | null {
  const answeredAt = earlier.findIndex(({ direction }) => direction === 'out');
  const unanswered = answeredAt < 0 ? earlier : earlier.slice(0, answeredAt);
  return unanswered.at(-1)?.atMs ?? null;
}

function waitKind(waitedMs: number): keyof AnswerTally {
  return WAITS.find(([, upToMs]) => waitedMs <= upToMs)?.[0] ?? 'later';
}

export function addTallies(a: DayTally, b: DayTally): DayTally {
  const { hoursIn, ...sums } = a.messages;
  const { hoursIn: otherHours, ...otherSums } = b.messages;
  return {
    messages: {
      ...summed(sums, otherSums),
      hoursIn: hoursIn.map((count, hour) => count + (otherHours[hour] ?? 0)),
    },
    answers: summed(a.answers, b.answers),
  };
}

function summed<K extends string>(a: Record<K, number>, b: Record<K, number>): Record<K, number> {
  const keys = Object.keys(a) as K[];
  return Object.fromEntries(keys.map((key) => [key, a[key] + b[key]])) as Record<K, number>;
}
