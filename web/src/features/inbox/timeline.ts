import type { Message, Note } from '@leadpulse/model';
import type { Row } from '../../lib/live.js';
import { dayKey } from '../../lib/time.js';

export type TimelineItem =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'new'; key: string }
  | { kind: 'message'; key: string; row: Row<Message>; startsGroup: boolean; endsGroup: boolean }
  | { kind: 'note'; key: string; row: Row<Note> };

const GROUP_MS = 5 * 60_000;
const QUIET_UNDO_MS = 2 * 60_000;

interface Source {
  messages: Row<Message>[]; // newest first, as the query gives them
  notes: Row<Note>[]; // newest first
  hasOlderMessages: boolean; // notes older than the oldest message shown wait for it
  unread: number; // how many of the newest inbound messages are new to the reader
}

type Entry = { at: number } & ({ message: Row<Message> } | { note: Row<Note> });

/** One timeline of all channels, oldest first: days, runs of messages by one side, notes where they were written. */
export function buildTimeline(source: Source, timeZone?: string): TimelineItem[] {
  const entries = entriesOf(source);
  const firstNew = firstUnread(source);
  const items: TimelineItem[] = [];
  let day = '';
  for (const [index, entry] of entries.entries()) {
    const key = dayKey(entry.at, timeZone);
    const isNewDay = key !== day;
    if (isNewDay) items.push({ kind: 'day', key: `day-${key}`, at: entry.at });
    day = key;
    if ('note' in entry) {
      items.push({ kind: 'note', key: entry.note.id, row: entry.note });
      continue;
    }
    const isFirstNew = entry.message.id === firstNew;
    if (isFirstNew) items.push({ kind: 'new', key: 'new' });
    items.push({
      kind: 'message',
      key: entry.message.id,
      row: entry.message,
      startsGroup: isNewDay || isFirstNew || !isSameGroup(entries[index - 1], entry),
      endsGroup: !isSameGroup(entry, entries[index + 1]),
    });
  }
  return items;
}

function entriesOf({ messages, notes, hasOlderMessages }: Source): Entry[] {
  const shown = messages.filter((row) => !isQuietlyUndone(row.data));
  const oldest = hasOlderMessages ? (messages.at(-1)?.data.at.toMillis() ?? 0) : 0;
  const entries: Entry[] = [
    ...shown.map((message) => ({ at: message.data.at.toMillis(), message })),
    ...notes
      .filter((row) => row.data.at.toMillis() >= oldest)
      .map((note) => ({ at: note.data.at.toMillis(), note })),
  ];
  return entries.sort((a, b) => a.at - b.at);
}

/** What was taken back within the undo window went nowhere; nobody needs to see it again. */
function isQuietlyUndone(message: Message): boolean {
  if (message.state !== 'canceled') return false;
  const until = (message.canceledAt ?? message.at).toMillis();
  return until - message.at.toMillis() < QUIET_UNDO_MS;
}

function isSameGroup(one: Entry | undefined, other: Entry | undefined): boolean {
  if (!one || !other || !('message' in one) || !('message' in other)) return false;
  const [a, b] = [one.message.data, other.message.data];
  return (
    a.direction === b.direction &&
    a.channel === b.channel &&
    a.accountId === b.accountId &&
    a.requestedBy === b.requestedBy &&
    other.at - one.at < GROUP_MS
  );
}

function firstUnread({ messages, unread }: Source): string | null {
  if (unread < 1) return null;
  const inbound = messages.filter((row) => row.data.direction === 'in').slice(0, unread);
  return inbound.at(-1)?.id ?? null;
}
