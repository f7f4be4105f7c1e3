import type { MessageState } from './message.js';

/**
 * What can happen to a message on its way out. `gate-*`: the send gate's answer. `leased`: one sender took it.
 * `accepted`, `refused-*`: the provider's answer to that sender, however late; `attempts-spent`: a transient refusal
 * with no attempt left. `evidence-*`: what the provider (or a reply that names the message) says after a crash.
 * `status-*`: the provider's callback. `retried` and `retried-despite-doubt`: a person asks again, the second knowing
 * that it may arrive twice.
 */
export const OUTBOX_EVENTS = [
  'gate-allowed',
  'gate-later',
  'gate-blocked',
  'leased',
  'accepted',
  'refused-permanent',
  'refused-transient',
  'attempts-spent',
  'evidence-accepted',
  'evidence-absent',
  'evidence-unknown',
  'status-delivered',
  'status-failed',
  'canceled',
  'retried',
  'retried-despite-doubt',
] as const;
export type OutboxEvent = (typeof OUTBOX_EVENTS)[number];

type Row = Partial<Record<OutboxEvent, MessageState>>;

/** Whatever we believed, the provider has it: a message must not be sent again, nor shown as unsent. */
const PROVIDER_HAS_IT: Row = {
  accepted: 'sent',
  'evidence-accepted': 'sent',
  'status-delivered': 'delivered',
};

const WAITING: Row = {
  'gate-allowed': 'scheduled', // asked ahead of a `sendAt`
  'gate-later': 'scheduled',
  'gate-blocked': 'blocked',
  leased: 'sending',
  canceled: 'canceled',
};

const TRANSITIONS: Record<MessageState, Row> = {
  requested: WAITING, // no sender has had it yet, so no provider can speak of it
  scheduled: { ...WAITING, ...PROVIDER_HAS_IT },
  sending: {
    ...PROVIDER_HAS_IT,
    'refused-permanent': 'failed',
    'refused-transient': 'scheduled',
    'attempts-spent': 'failed',
    'evidence-absent': 'scheduled',
    'evidence-unknown': 'uncertain',
    'status-failed': 'failed',
  },
  sent: { 'status-delivered': 'delivered', 'status-failed': 'failed' },
  delivered: {},
  // A provider's `failed` may overtake our own `accepted`: acceptance does not undo it, delivery does.
  failed: {
    'status-delivered': 'delivered',
    retried: 'scheduled',
    'retried-despite-doubt': 'scheduled',
  },
  blocked: { ...PROVIDER_HAS_IT, retried: 'scheduled', 'retried-despite-doubt': 'scheduled' },
  canceled: PROVIDER_HAS_IT,
  uncertain: {
    ...PROVIDER_HAS_IT,
    'evidence-absent': 'scheduled',
    'status-failed': 'failed',
    'retried-despite-doubt': 'scheduled',
  },
  received: {},
};

/** The state an event leads to; null: the event changes nothing and nothing is to be written. */
export function planTransition(from: MessageState, event: OutboxEvent): MessageState | null {
  return TRANSITIONS[from][event] ?? null;
}

export const MAX_ATTEMPTS = 5;
const FIRST_BACKOFF_MS = 30_000;
const BACKOFF_FACTOR = 4;

/** After a transient refusal: 30 s, 2 min, 8 min, 32 min, then no more. `attempts` counts the one just refused. */
export function planBackoff(
  attempts: number,
  nowMs: number,
): { event: 'refused-transient'; sendAtMs: number } | { event: 'attempts-spent' } {
  if (attempts >= MAX_ATTEMPTS) return { event: 'attempts-spent' };
  const waitMs = FIRST_BACKOFF_MS * BACKOFF_FACTOR ** Math.max(0, attempts - 1);
  return { event: 'refused-transient', sendAtMs: nowMs + waitMs };
}

/** When a requested message may first go out: after its undo window, and not before its `sendAt`. */
export function dueAtMs(request: {
  requestedAtMs: number;
  undoSeconds: number;
  sendAtMs: number | null;
}): number {
  return Math.max(request.requestedAtMs + request.undoSeconds * 1000, request.sendAtMs ?? 0);
}

const SEND_LATER_AFTER_MS = 60_000;

/** Whether a `sendAt` is far enough ahead to be shown as scheduled instead of waiting in `requested`. */
export function isSendLater(sendAtMs: number | null, nowMs: number): boolean {
  return sendAtMs !== null && sendAtMs - nowMs > SEND_LATER_AFTER_MS;
}
