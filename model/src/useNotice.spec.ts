import { expect } from 'chai';
import type { UseNotice } from './useNotice.js';
import { planUseNotice, useNoticeId } from './useNotice.js';

const NOW = Date.parse('2026-11-20T00:00:00Z');
const MINUTE = 60_000;

const notice = (claimedMs: number, fields: Partial<UseNotice> = {}): UseNotice => ({
  claimedAt: { toMillis: () => claimedMs },
  tries: 1,
  told: [],
  isDone: false,
  ...fields,
});

describe('news of a used allowance', () => {
  it('has one name for each month, level and allowance', () => {
    const news = { month: '2026-11', level: 'near', allowed: 2_500 } as const;
    expect(useNoticeId(news)).to.equal('2026-11_near_2500');
    const others = [{ month: '2026-12' }, { level: 'full' as const }, { allowed: 10_000 }];
    const names = others.map((other) => useNoticeId({ ...news, ...other }));
    expect(new Set([useNoticeId(news), ...names]).size).to.equal(4);
  });

  it('may be told by the first who claims it', () =>
    expect(planUseNotice(null, NOW)).to.deep.equal({ tries: 1, told: [] }));

  it('is left to who claimed it, for ten minutes', () => {
    const told = ['u1'];
    expect(planUseNotice(notice(NOW - 10 * MINUTE + 1, { told }), NOW)).to.be.null;
    expect(planUseNotice(notice(NOW - 10 * MINUTE, { told }), NOW)).to.deep.equal({ tries: 2, told });
  });

  it('is told no more once it was told to all', () =>
    expect(planUseNotice(notice(NOW - 60 * MINUTE, { isDone: true }), NOW)).to.be.null);

  it('is given up after five tries', () => {
    expect(planUseNotice(notice(NOW - 60 * MINUTE, { tries: 4 }), NOW)).to.include({ tries: 5 });
    expect(planUseNotice(notice(NOW - 60 * MINUTE, { tries: 5 }), NOW)).to.be.null;
  });
});
