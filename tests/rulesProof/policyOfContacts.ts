import { inboxStatusSchema, LIMITS, orgSettingsSchema, stageSchema } from '@leadpulse/model';
import type { DocumentData } from 'firebase/firestore';
import type { Asked } from './policy.js';
import {
  areTexts,
  changedKeys,
  hasExactly,
  isId,
  isLater,
  isNow,
  isText,
  isWhole,
  isZone,
} from './shapes.js';
import { isMap, same } from './values.js';

const ORG_FIELDS = ['name', 'timeZone', 'postalAddress', 'defaultCountry', 'settings'];

/** What an owner or admin may make of the organization. */
export function isOrgWork({ before, after }: Asked, path: string): boolean {
  const [old, org] = [before.get(path)!, after.get(path)!];
  return (
    changedKeys(old, org).every((key) => ORG_FIELDS.includes(key)) &&
    isText(org.name, 1, LIMITS.orgName) &&
    isZone(org.timeZone) &&
    isText(org.postalAddress, 0, LIMITS.postalAddress) &&
    /^[A-Z]{2}$/.test(String(org.defaultCountry)) &&
    orgSettingsSchema.safeParse(org.settings).success
  );
}

type Judge = (value: unknown, before: DocumentData, asked: Asked, contact: string) => boolean;

/** The fields of a contact that people work on, each with what it may become. */
const WORK: Record<string, Judge> = {
  company: (value) => isText(value, 0, LIMITS.company),
  tags: (value) =>
    areTexts(value, LIMITS.tagsPerContact, (tag) => isText(tag, 1, LIMITS.tag) && tag === tag.trim()),
  stage: (value) => stageSchema.safeParse(value).success,
  assigneeUid: (value, _, { before }, contact) =>
    value === null || (isId(value) && before.has(`orgs/${contact.split('/')[1]!}/members/${value}`)),
  custom: isCustom,
  timeZone: (value) => value === null || isZone(value),
  inbox: (value, before) => isInbox(before.inbox as DocumentData, value),
  lastMessage: () => true, // with waitingSince, below
  waitingSince: () => true,
};

/** What a writer may make of a contact: its work fields, nothing dropped, nothing else. */
export function isContactWork(asked: Asked, contact: string): boolean {
  const [before, after] = [asked.before.get(contact)!, asked.after.get(contact)!];
  const changed = changedKeys(before, after);
  const isFine = (key: string): boolean =>
    key in WORK && key in after && WORK[key]!(after[key], before, asked, contact);
  if (!changed.every(isFine)) return false;
  const moved = changed.some((key) => key === 'lastMessage' || key === 'waitingSince');
  return !moved || isMove(asked, contact);
}

function isCustom(value: unknown): boolean {
  if (!isMap(value)) return false;
  return (
    areTexts(Object.keys(value), LIMITS.customFields, (key) => isText(key, 1, LIMITS.customKey)) &&
    areTexts(Object.values(value), LIMITS.customFields, (text) => text.length <= LIMITS.customValue)
  );
}

/** Unread goes to none, to one, or stays; a snooze ends later, or is the one that stands. */
function isInbox(before: DocumentData, after: unknown): boolean {
  if (!isMap(after) || !hasExactly(after, ['status', 'unread', 'snoozedUntil'])) return false;
  const status = inboxStatusSchema.safeParse(after.status);
  if (!status.success || ![0, 1, before.unread].includes(after.unread)) return false;
  if (status.data !== 'snoozed') return after.snoozedUntil === null;
  const isKept = after.snoozedUntil !== null && same(before.snoozedUntil, after.snoozedUntil);
  return isKept || isLater(after.snoozedUntil, LIMITS.sendLaterDays);
}

/**
 * The last message is the one sent in this batch, or, when the one it named was taken back, an earlier one or none;
 * the lead waits exactly when it came in.
 */
function isMove({ before, after }: Asked, contact: string): boolean {
  const messageOf = (id: unknown): DocumentData | undefined =>
    isId(id) ? after.get(`${contact}/messages/${id}`) : undefined;
  const old = before.get(contact)!.lastMessage as DocumentData | null;
  const isTakenBack = old !== null && messageOf(old.messageId)?.state === 'canceled';
  const { lastMessage: last, waitingSince } = after.get(contact)!;
  if (last === null) return waitingSince === null && isTakenBack;
  if (!isMap(last) || !isDescription(last, messageOf(last.messageId))) return false;
  const waits = last.direction === 'in' ? same(waitingSince, last.at) : waitingSince === null;
  return waits && (isNow(last.at) || isTakenBack);
}

function isDescription(last: DocumentData, message: DocumentData | undefined): boolean {
  if (!message || message.state === 'canceled') return false;
  return (
    hasExactly(last, ['messageId', 'at', 'channel', 'direction', 'preview']) &&
    isText(last.preview, 0, LIMITS.preview) &&
    ['at', 'channel', 'direction'].every((key) => same(last[key], message[key]))
  );
}

/** The undo window of a message: the organization's limit holds for it too. */
export function isUndoWindow(value: unknown): boolean {
  return value === undefined || isWhole(value, 0, LIMITS.undoSeconds);
}
