import type { Contact } from '@leadpulse/model';
import { expect } from 'chai';
import { bestCounts, countsOf, countText } from './queueCounts.js';

const contact = (assigneeUid: string | null, isWaiting: boolean) =>
  ({
    assigneeUid,
    waitingSince: isWaiting ? { toMillis: () => 1 } : null,
    inbox: { status: 'open', unread: 0, snoozedUntil: null },
  }) as Contact;

const open = [contact('me', true), contact('me', false), contact(null, true), contact('you', false)];

describe('counts of the queues', () => {
  it('all open threads tell how many are mine, unassigned and waiting', () => {
    expect(countsOf('all', open, false, 'me')).to.deep.equal({
      mine: { count: 2, isMore: false },
      unassigned: { count: 1, isMore: false },
      all: { count: 4, isMore: false },
      waiting: { count: 2, isMore: false },
    });
  });

  it('another queue tells only of itself', () => {
    expect(countsOf('mine', open.slice(0, 2), true, 'me')).to.deep.equal({
      mine: { count: 2, isMore: true },
    });
  });

  it('a whole live count wins over an old one of the server', () => {
    const counts = bestCounts({ all: { count: 4, isMore: false } }, { all: { count: 5, isMore: false } });
    expect(counts).to.deep.equal({ all: { count: 4, isMore: false } });
  });

  it('what the server counted wins over "at least"', () => {
    const live = { all: { count: 50, isMore: true }, mine: { count: 3, isMore: true } };
    const counts = bestCounts(live, {
      all: { count: 72, isMore: false },
      closed: { count: 9, isMore: false },
    });
    expect(counts).to.deep.equal({
      mine: { count: 3, isMore: true },
      all: { count: 72, isMore: false },
      closed: { count: 9, isMore: false },
    });
  });

  it('a count that may be higher carries a plus', () => {
    expect(countText({ count: 50, isMore: true })).to.equal('50+');
    expect(countText({ count: 50, isMore: false })).to.equal('50');
  });
});
