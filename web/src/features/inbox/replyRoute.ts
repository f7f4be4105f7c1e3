import { LIMITS, type Channel, type Contact, type Message } from '@leadpulse/model';
import type { NamedAccount } from '../../lib/useDirectory.js';

/** What the person chose in this thread; null means "as the conversation goes". */
export interface RouteChoice {
  accountId: string | null;
  to: string | null;
}

/** Through which of our accounts, to which address of theirs; `null` parts are what is missing. */
export interface ReplyRoute {
  account: NamedAccount | null;
  to: string | null;
  addresses: string[];
  instead: NamedAccount | null; // by which the conversation went, and which sends no more
}

/** The way an answer goes: as chosen, else the way the last message took, else a text before an email. */
export function replyRoute(
  choice: RouteChoice,
  contact: Pick<Contact, 'phones' | 'emails'>,
  accounts: NamedAccount[],
  messages: Message[], // newest first
): ReplyRoute {
  const active = accounts.filter(({ account }) => account.state === 'active');
  const account = chosenAccount(choice, contact, active, messages);
  if (!account) return { account: null, to: null, addresses: [], instead: null };
  const addresses = addressesOf(contact, account.account.channel);
  const to = chosenAddress(choice, addresses, account, messages);
  return {
    account,
    addresses,
    to,
    instead: choice.accountId === null ? awayAccount(accounts, messages) : null,
  };
}

/** The account of the newest message, if nothing can be sent by it now. */
function awayAccount(accounts: NamedAccount[], [newest]: Message[]): NamedAccount | null {
  const last = accounts.find(({ accountId }) => accountId === newest?.accountId);
  return last && last.account.state !== 'active' ? last : null;
}

function addressesOf(contact: Pick<Contact, 'phones' | 'emails'>, channel: Channel): string[] {
  return channel === 'sms' ? contact.phones : contact.emails;
}

function chosenAccount(
  choice: RouteChoice,
  contact: Pick<Contact, 'phones' | 'emails'>,
  active: NamedAccount[],
  messages: Message[],
): NamedAccount | null {
  const byId = (accountId: string | null) => active.find((each) => each.accountId === accountId);
  const last = messages.find((message) => byId(message.accountId) !== undefined);
  const reachable = active.filter(({ account }) => addressesOf(contact, account.channel).length > 0);
  const first = reachable.find(({ account }) => account.channel === 'sms') ?? reachable[0] ?? active[0];
  return byId(choice.accountId) ?? byId(last?.accountId ?? null) ?? first ?? null;
}

function chosenAddress(
  choice: RouteChoice,
  addresses: string[],
  { accountId, account }: NamedAccount,
  messages: Message[],
): string | null {
  const known = (address: string | undefined | null) =>
    address !== undefined && address !== null && addresses.includes(address) ? address : null;
  const sameWay = messages.find((message) => message.accountId === accountId);
  const sameChannel = messages.find((message) => message.channel === account.channel);
  return (
    known(choice.to) ??
    known(theirAddress(sameWay)) ??
    known(theirAddress(sameChannel)) ??
    addresses[0] ??
    null
  );
}

function theirAddress(message: Message | undefined): string | null {
  if (!message) return null;
  return message.direction === 'in' ? message.from : message.to;
}

const ANSWER = /^(?:(?:re|aw|sv|fwd?|fw|wg)\s*:\s*)+/iu;

/** The subject an answer goes under; empty for a first email. */
export function replySubject(messages: Message[]): string {
  const last = messages.find((message) => message.channel === 'email' && message.subject);
  const bare = last?.subject?.replace(ANSWER, '').trim() ?? '';
  return bare === '' ? '' : `Re: ${bare}`.slice(0, LIMITS.subject);
}

/** Message-IDs of the emails before, oldest first (RFC 5322 3.6.4); none when the person began a new subject. */
export function replyReferences(messages: Message[], subject: string): string[] {
  const isSame = bareSubject(subject) === bareSubject(replySubject(messages));
  if (!isSame) return [];
  return messages
    .filter((message) => message.channel === 'email')
    .map((message) => message.providerId ?? '')
    .filter((providerId) => providerId.includes('@') && providerId.length <= LIMITS.referenceId)
    .slice(0, LIMITS.references)
    .toReversed();
}

function bareSubject(subject: string): string {
  return subject.replace(ANSWER, '').trim().toLowerCase();
}
