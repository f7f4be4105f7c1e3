import type { GateAnswer } from '@leadpulse/model';
import { nextTurn, PACES } from '@leadpulse/model';
import type { ReadyAccount } from './accounts.js';
import type { OutMessage } from './outMessage.js';

/** Less than this is no wait: the provider takes it. */
const AT_ONCE_MS = 500;
const MOST_KEPT = 1_000;

const freeAt = new Map<string, number>();

/**
 * What the gate lets go now waits for its turn when the account has much to send; the turn stands in the message, so a
 * crash loses none. Turns are given out by each instance for itself: a count that all share would be read and written
 * for every message. What a provider refuses for its pace beyond that is tried again.
 */
export function inTurn(
  answer: GateAnswer,
  { message, ready, nowMs }: { message: OutMessage; ready: ReadyAccount | null; nowMs: number },
): GateAnswer {
  if (answer.outcome !== 'send' || !ready || !takesTurns(message)) return answer;
  const pace = PACES[ready.account.kind];
  const key = `${ready.orgId}/${ready.accountId}`;
  const { turnMs, freeAtMs } = nextTurn(pace, freeAt.get(key) ?? 0, nowMs);
  freeAt.set(key, freeAtMs);
  if (freeAt.size > MOST_KEPT) forgetIdle(nowMs);
  if (turnMs - nowMs < AT_ONCE_MS) return answer;
  const text = `This account sends ${pace.perMinute} messages a minute. This one goes when its turn comes.`;
  return { outcome: 'later', atMs: Math.ceil(turnMs), reasons: [{ code: 'pace', text }] };
}

/** Not one whose turn it is, and not an answer that the law wants at once. */
function takesTurns({ hadTurn, purpose = 'conversation' }: OutMessage): boolean {
  return hadTurn !== true && purpose === 'conversation';
}

function forgetIdle(nowMs: number): void {
  for (const [key, ms] of freeAt) if (ms < nowMs) freeAt.delete(key);
}
