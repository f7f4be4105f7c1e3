import type { Message } from '@leadpulse/model';
import { clockTime } from '../../lib/time.js';
import { aheadText } from './aheadText.js';

export type StateAction = 'undo' | 'cancel' | 'retry' | 'send-again';

/** The words under a bubble. `tone` is said by an icon and words too, never by colour alone. */
export interface StateText {
  tone: 'quiet' | 'wait' | 'done' | 'warn' | 'bad';
  text: string;
  why?: string;
  actions: StateAction[];
}

interface Moment {
  now: number;
  isPending: boolean; // not confirmed by the server yet
  isOnline: boolean;
}

const SOON_MS = 60_000;

/** What became of a message out, in words, and what can still be done about it. */
export function stateText(message: Message, moment: Moment, timeZone?: string): StateText {
  switch (message.state) {
    case 'requested':
      return requested(message, moment, timeZone);
    case 'scheduled':
      return scheduled(message, moment, timeZone);
    case 'sending':
      return { tone: 'wait', text: 'Sending…', actions: [] };
    case 'failed':
      return failed(message);
    case 'blocked':
      return { tone: 'bad', text: 'Not sent', ...why(reasonsOf(message)), actions: ['retry'] };
    case 'uncertain':
      return {
        tone: 'warn',
        text: 'May or may not have been sent',
        why: 'The connection broke before the provider answered. We keep looking for proof and never send twice on our own.',
        actions: ['send-again'],
      };
    case 'canceled':
      return { tone: 'quiet', text: 'Canceled, not sent', actions: [] };
    default:
      return arrived(message, timeZone);
  }
}

/** Seconds of the undo window that are left; 0 when it is over. */
export function undoSecondsLeft(message: Message, now: number): number {
  if (message.state !== 'requested') return 0;
  const from = (message.requestedAt ?? message.at).toMillis();
  const window = (message.undoSeconds ?? 0) * 1000;
  return Math.min(message.undoSeconds ?? 0, Math.max(0, Math.ceil((from + window - now) / 1000)));
}

function requested(message: Message, { now, isPending, isOnline }: Moment, timeZone?: string): StateText {
  if (isPending && !isOnline) {
    return { tone: 'wait', text: 'Waiting for a connection', actions: ['cancel'] };
  }
  const sendAt = message.sendAt?.toMillis() ?? 0;
  if (sendAt > now + SOON_MS) return scheduled(message, { now }, timeZone);
  const left = undoSecondsLeft(message, now);
  if (left > 0) return { tone: 'wait', text: `Sending in ${left} s`, actions: ['undo'] };
  return { tone: 'wait', text: 'Sending…', actions: [] };
}

function scheduled(message: Message, { now }: { now: number }, timeZone?: string): StateText {
  const at = message.sendAt?.toMillis() ?? now;
  const failure = message.error?.message;
  const because = [...(failure ? [failure] : []), ...reasonsOf(message)];
  if (at <= now) return { tone: 'wait', text: 'Sending…', ...why(because), actions: [] };
  const verb = failure ? 'Trying again' : 'Scheduled for';
  return {
    tone: 'wait',
    text: `${verb} ${aheadText(at, now, timeZone)}`,
    ...why(because),
    actions: ['cancel'],
  };
}

function failed(message: Message): StateText {
  const text = message.sentAt ? 'Not delivered' : 'Not sent';
  return { tone: 'bad', text, ...why(message.error ? [message.error.message] : []), actions: ['retry'] };
}

function arrived(message: Message, timeZone?: string): StateText {
  if (message.state === 'delivered') {
    const at = message.deliveredAt ?? message.sentAt ?? message.at;
    return { tone: 'done', text: `Delivered ${clockTime(at.toMillis(), timeZone)}`, actions: [] };
  }
  const at = message.sentAt ?? message.at;
  const verb = message.state === 'sent' ? 'Sent' : 'Received';
  return { tone: 'quiet', text: `${verb} ${clockTime(at.toMillis(), timeZone)}`, actions: [] };
}

function reasonsOf(message: Message): string[] {
  return message.decision?.reasons.map((reason) => reason.text) ?? [];
}

function why(reasons: string[]): { why?: string } {
  return reasons.length > 0 ? { why: reasons.join(' ') } : {};
}
