import type { Account, Message } from '@leadpulse/model';
import type { PlannedContact } from './plan.js';

const SENT: readonly Message['state'][] = ['sent', 'delivered'];

/** What last went through an account, as the conversations tell it. */
export function lastThrough(
  accountId: string,
  contacts: readonly PlannedContact[],
): Pick<Account['health'], 'lastInboundAt' | 'lastOutboundAt'> {
  const messages = contacts
    .flatMap((planned) => [...planned.messages.values()])
    .filter((message) => message.accountId === accountId);
  const isOut = ({ direction, state }: Message): boolean => direction === 'out' && SENT.includes(state);
  return {
    lastInboundAt: newest(messages.filter(({ direction }) => direction === 'in')),
    lastOutboundAt: newest(messages.filter(isOut)),
  };
}

function newest(messages: readonly Message[]): Message['at'] | null {
  const [first] = messages.map(({ at }) => at).sort((a, b) => b.toMillis() - a.toMillis());
  return first ?? null;
}
