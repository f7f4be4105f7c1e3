import type { Message, Note } from '@leadpulse/model';
import { expect } from 'chai';
import type { Row } from '../../lib/live.js';
import { buildTimeline, type TimelineItem } from './timeline.js';

const start = Date.parse('2026-11-23T10:00:00Z');
const minutes = (count: number) => ({ toMillis: () => start + count * 60_000 });

function row<T>(id: string, data: T): Row<T> {
  return { id, data, isPending: false };
}

function message(id: string, at: number, fields: Partial<Message> = {}): Row<Message> {
  return row(id, {
    channel: 'sms',
    direction: 'in',
    accountId: 'number',
    from: '+1',
    to: '+2',
    body: id,
    state: 'received',
    at: minutes(at),
    ...fields,
  });
}

const note = (id: string, at: number): Row<Note> =>
  row(id, { body: id, authorUid: 'u', at: minutes(at), mentions: [] });

const build = (messages: Row<Message>[], rest: Partial<Parameters<typeof buildTimeline>[0]> = {}) =>
  buildTimeline({ messages, notes: [], hasOlderMessages: false, unread: 0, ...rest }, 'UTC');

const keys = (items: TimelineItem[]) => items.map((item) => item.key);

describe('the timeline', () => {
  it('runs oldest first, a mark above each day', () => {
    const items = build([message('c', 24 * 60), message('b', 1), message('a', 0)]);
    expect(keys(items)).to.deep.equal(['day-2026-11-23', 'a', 'b', 'day-2026-11-24', 'c']);
  });

  it('puts a note between the messages it was written between', () => {
    expect(keys(build([message('b', 2), message('a', 0)], { notes: [note('n', 1)] })).slice(1)).to.deep.equal(
      ['a', 'n', 'b'],
    );
  });

  it('keeps a note back that is older than the messages read so far', () => {
    const items = build([message('b', 2)], { notes: [note('n', 1)], hasOlderMessages: true });
    expect(keys(items)).not.to.include('n');
  });

  it('groups what one side sent within minutes by one account', () => {
    const out = { direction: 'out', state: 'sent', requestedBy: 'u' } as const;
    const items = build([message('d', 20, out), message('c', 2, out), message('b', 1), message('a', 0)]);
    const groups = items.flatMap((item) =>
      item.kind === 'message' ? [[item.key, item.startsGroup, item.endsGroup]] : [],
    );
    expect(groups).to.deep.equal([
      ['a', true, false],
      ['b', false, true],
      ['c', true, true],
      ['d', true, true],
    ]);
  });

  it('marks where the unread messages begin', () => {
    const items = build([message('c', 2), message('b', 1), message('a', 0)], { unread: 2 });
    expect(keys(items)).to.deep.equal(['day-2026-11-23', 'a', 'new', 'b', 'c']);
  });

  it('hides what was undone at once and shows what was canceled later', () => {
    const undone = { direction: 'out', state: 'canceled' } as const;
    const items = build([
      message('later', 5, { ...undone, canceledAt: minutes(60) }),
      message('undone', 1, { ...undone, canceledAt: minutes(1) }),
    ]);
    expect(keys(items).slice(1)).to.deep.equal(['later']);
  });
});
