import { LIMITS } from '@leadpulse/model';
import type { DocumentData } from 'firebase/firestore';
import { Timestamp } from 'firebase/firestore';
import type { Asked } from './policy.js';
import { isUndoWindow } from './policyOfContacts.js';
import { areTexts, changedKeys, hasExactly, isId, isLater, isNow, isText } from './shapes.js';
import { isMap } from './values.js';

const REQUEST = [
  'channel',
  'direction',
  'accountId',
  'from',
  'to',
  'body',
  'state',
  'at',
  'requestedBy',
  'requestedAt',
];
const REQUEST_MORE = ['subject', 'references', 'undoSeconds', 'sendAt'];
const CANCELING = ['state', 'canceledAt', 'canceledBy'];

/** A message that is asked for: whole, in one's own name, from an account of this organization to this contact. */
export function isSending(asked: Asked, contact: string, id: string): boolean {
  const sent = asked.after.get(`${contact}/messages/${id}`)!;
  const keys = Object.keys(sent);
  return (
    /^[A-Za-z0-9-]{1,64}$/.test(id) &&
    REQUEST.every((key) => keys.includes(key)) &&
    keys.every((key) => REQUEST.includes(key) || REQUEST_MORE.includes(key)) &&
    isOwnRequest(sent, asked.uid) &&
    isContent(sent) &&
    isRouted(asked, contact, sent)
  );
}

function isOwnRequest(sent: DocumentData, uid: string): boolean {
  const later = sent.sendAt as unknown;
  return (
    sent.direction === 'out' &&
    sent.state === 'requested' &&
    sent.requestedBy === uid &&
    isNow(sent.at) &&
    isNow(sent.requestedAt) &&
    isUndoWindow(sent.undoSeconds) &&
    (later === undefined || later === null || isLater(later, LIMITS.sendLaterDays))
  );
}

function isContent(sent: DocumentData): boolean {
  if (sent.channel === 'sms') {
    return isText(sent.body, 1, LIMITS.smsBody) && !('subject' in sent) && !('references' in sent);
  }
  return (
    sent.channel === 'email' &&
    isText(sent.body, 1, LIMITS.emailBody) &&
    (!('subject' in sent) || isText(sent.subject, 0, LIMITS.subject)) &&
    (!('references' in sent) ||
      areTexts(sent.references, LIMITS.references, (id) => id.length <= LIMITS.referenceId))
  );
}

function isRouted({ before }: Asked, contact: string, sent: DocumentData): boolean {
  const org = contact.split('/').slice(0, 2).join('/');
  const read = (path: string): DocumentData => before.get(path) ?? {};
  const account = isId(sent.accountId) ? read(`${org}/accounts/${sent.accountId}`) : {};
  const addresses = (read(contact)[sent.channel === 'sms' ? 'phones' : 'emails'] ?? []) as unknown[];
  return (
    account.state === 'active' &&
    account.channel === sent.channel &&
    account.address === sent.from &&
    addresses.includes(sent.to) &&
    isPaidFor(read(org).access)
  );
}

/** Who pays sends; who tries it out does until the trial ends, and who is behind with a payment until the grace does. */
function isPaidFor(access: unknown): boolean {
  if (!isMap(access)) return false;
  switch (access.status) {
    case 'active':
      return true;
    case 'trialing': // a trial of a plan goes over into it
      return (access.planId ?? null) !== null || isOpenEnd(access.trialEndsAt);
    case 'past_due':
      return isOpenEnd(access.graceEndsAt);
    default:
      return false;
  }
}

/** An end that is not set, or ahead; moments of the tests keep a minute's distance. */
function isOpenEnd(end: unknown): boolean {
  if (end === undefined || end === null) return true;
  return end instanceof Timestamp && end.toMillis() > Date.now();
}

/** A message that has not left is taken back in one's own name; what an opt-out is answered with is not. */
export function isCancel({ uid, before, after }: Asked, path: string): boolean {
  const [old, message] = [before.get(path)!, after.get(path)!];
  return (
    changedKeys(old, message).every((key) => CANCELING.includes(key)) &&
    ['requested', 'scheduled'].includes(old.state as string) &&
    (old.purpose ?? 'conversation') === 'conversation' &&
    message.state === 'canceled' &&
    message.canceledBy === uid &&
    isNow(message.canceledAt)
  );
}

/** A note as its author leaves it. */
export function isNote({ uid, before, after }: Asked, contact: string, path: string): boolean {
  const note = after.get(path)!;
  return (
    before.has(contact) &&
    isId(path.split('/').at(-1)) &&
    hasExactly(note, ['body', 'authorUid', 'at', 'mentions']) &&
    isText(note.body, 1, LIMITS.note) &&
    note.authorUid === uid &&
    isNow(note.at) &&
    areTexts(note.mentions, 20, isId)
  );
}
