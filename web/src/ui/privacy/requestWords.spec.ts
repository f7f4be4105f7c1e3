import { expect } from 'chai';
import { standingOf } from './requestWords.js';

const DAY_MS = 86_400_000;
const NOW = 1_800_000_000_000;
const open = (inMs: number) => standingOf({ state: 'open', dueAt: { toMillis: () => NOW + inMs } }, NOW);

describe('how a request stands', () => {
  it('tells the days that are left', () => {
    expect(open(30 * DAY_MS)).to.deep.equal({ words: '30 days left', tone: 'waiting' });
    expect(open(30 * DAY_MS + 59_000).words).to.equal('30 days left');
    expect(open(DAY_MS)).to.deep.equal({ words: '1 day left', tone: 'late' });
  });

  it('tells that it is due, and that it is late', () => {
    expect(open(0).words).to.equal('Due today');
    expect(open(-2 * DAY_MS)).to.deep.equal({ words: 'Overdue', tone: 'late' });
  });

  it('has no clock once it was answered', () => {
    const dueAt = { toMillis: () => 0 };
    expect(standingOf({ state: 'done', dueAt }, NOW)).to.deep.equal({ words: 'Done', tone: 'done' });
    expect(standingOf({ state: 'declined', dueAt }, NOW).words).to.equal('Declined');
    expect(standingOf({ state: 'running', dueAt }, NOW).words).to.equal('Running');
  });
});
