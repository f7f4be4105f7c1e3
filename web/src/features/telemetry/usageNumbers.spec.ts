import type { UsageDay } from '@leadpulse/model';
import { EMPTY_TALLY } from '@leadpulse/model';
import { expect } from 'chai';
import {
  answerTimes,
  busiestHours,
  hourLabel,
  messagesByDay,
  shownDays,
  talliedAt,
  usesByDay,
  usesOver,
} from './usageNumbers.js';

const moment = (ms: number) => ({ toMillis: () => ms });
const DAYS = ['2026-03-07', '2026-03-08'];
const usageDay = (day: string, more: Partial<UsageDay>): [string, UsageDay] => [
  day,
  { day, expireAt: moment(0), ...more },
];
const hoursIn = (counts: Record<number, number>): number[] =>
  Array.from({ length: 24 }, (_, hour) => counts[hour] ?? 0);
const messages = (counts: object) => ({ ...EMPTY_TALLY.messages, ...counts });

describe('the numbers of the usage screen', () => {
  it('are those of the last four weeks, today the last', () => {
    const days = shownDays(Date.UTC(2026, 2, 8, 23));
    expect(days).to.have.length(28);
    expect([days[0], days[27]]).to.deep.equal(['2026-02-09', '2026-03-08']);
  });

  it('show a day without a document as one on which nothing happened', () => {
    const usage = new Map([
      usageDay('2026-03-07', { messages: messages({ textsIn: 2, emailsIn: 1, emailsOut: 4 }) }),
    ]);
    expect(messagesByDay(DAYS, usage)).to.deep.equal([
      { day: '2026-03-07', label: 'Mar 7', received: 3, sent: 4 },
      { day: '2026-03-08', label: 'Mar 8', received: 0, sent: 0 },
    ]);
  });

  it('tell the wait that half of the answers stayed within', () => {
    const answers = { ...EMPTY_TALLY.answers, within5m: 1, within1h: 2, later: 1 };
    const usage = new Map([usageDay('2026-03-07', { answers }), usageDay('2026-03-08', { answers })]);
    const { rows, total, half } = answerTimes(DAYS, usage);
    expect(rows.map((row) => row.answers)).to.deep.equal([2, 4, 0, 0, 2]);
    expect([total, half]).to.deep.equal([8, 'Up to 1 hour']);
    expect(answerTimes(DAYS, new Map())).to.include({ total: 0, half: null });
  });

  it('put hours into the organization’s day, over a change of its clocks too', () => {
    const usage = new Map([
      usageDay('2026-03-07', { messages: messages({ hoursIn: hoursIn({ 14: 1 }) }) }), // 9 AM in New York
      usageDay('2026-03-08', { messages: messages({ hoursIn: hoursIn({ 14: 5 }) }) }), // 10 AM: summer time
    ]);
    const hours = busiestHours(DAYS, usage, 'America/New_York');
    expect(hours.filter(({ received }) => received > 0)).to.deep.equal([
      { label: '9 AM', received: 1 },
      { label: '10 AM', received: 5 },
    ]);
  });

  it('name the hours as a clock does', () => {
    expect([0, 1, 11, 12, 13, 23].map(hourLabel)).to.deep.equal([
      '12 AM',
      '1 AM',
      '11 AM',
      '12 PM',
      '1 PM',
      '11 PM',
    ]);
  });

  it('add up the uses of features, and tell them by day', () => {
    const usage = new Map([
      usageDay('2026-03-07', { counts: { 'note.add': 3 } }),
      usageDay('2026-03-08', { counts: { 'note.add': 4, 'keys.help': 1 } }),
    ]);
    expect(usesOver(DAYS, usage)).to.deep.equal({ 'note.add': 7, 'keys.help': 1 });
    expect(usesByDay(DAYS, usage, ['keys.help'])).to.deep.equal([
      { day: '2026-03-07', label: 'Mar 7', uses: { 'keys.help': 0 } },
      { day: '2026-03-08', label: 'Mar 8', uses: { 'keys.help': 1 } },
    ]);
  });

  it('know when they were counted', () => {
    expect(talliedAt(new Map([usageDay('2026-03-07', {})]))).to.equal(null);
    const usage = new Map([
      usageDay('2026-03-07', { talliedAt: moment(5) }),
      usageDay('2026-03-08', { talliedAt: moment(9) }),
    ]);
    expect(talliedAt(usage)).to.equal(9);
  });
});
