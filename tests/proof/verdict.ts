import type { AnyChannel } from './fullPractice.js';
import type { Requested } from './outbox.js';

/** What really became of a message: the state it shows, and what the provider or the mail sink has of it. */
export interface Outcome {
  requested: Requested;
  state: string;
  /** Distinct messages that the lead has got. */
  accepted: number;
  /** How often it was handed over; a provider with idempotency keys may be asked twice without harm. */
  handedOver: number;
}

const FINAL = new Set(['sent', 'delivered', 'failed', 'blocked', 'canceled', 'uncertain']);

export function isFinal(state: string): boolean {
  return FINAL.has(state);
}

export interface Verdict {
  requested: number;
  lost: number;
  stuck: number;
  doubled: number;
  falseStatus: number;
  uncertain: number;
}

/** Where nothing tells afterwards whether a mail was accepted: most mailbox providers file nothing by themselves (020). */
const TELLS_NOTHING = new Set<AnyChannel>(['imap']);

const ON_ITS_WAY = new Set(['sent', 'delivered']);

/**
 * lost: the lead never gets it, unless nobody can know and its sender is told so. stuck: no final state. doubled: the lead
 * gets it more than once. falseStatus: shown as sent while the provider has none, or as not sent while it has one. None of
 * the messages had a reason to be refused.
 */
export function verdictOn(outcomes: readonly Outcome[]): Verdict {
  const count = (holds: (outcome: Outcome) => boolean): number => outcomes.filter(holds).length;
  return {
    requested: outcomes.length,
    lost: count((outcome) => outcome.accepted === 0 && !isTold(outcome)),
    stuck: count(({ state }) => !isFinal(state)),
    doubled: count(({ accepted }) => accepted > 1),
    falseStatus: count(isFalse),
    uncertain: count(({ state }) => state === 'uncertain'),
  };
}

function isFalse({ state, accepted }: Outcome): boolean {
  if (!isFinal(state) || state === 'uncertain') return false;
  return ON_ITS_WAY.has(state) ? accepted === 0 : accepted > 0;
}

function isTold({ state, requested }: Outcome): boolean {
  return state === 'uncertain' && TELLS_NOTHING.has(requested.channel);
}
