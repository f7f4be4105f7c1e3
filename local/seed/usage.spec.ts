import { dayOf, usageDaySchema } from '@leadpulse/model';
import { expect } from 'chai';
import { harborRealty } from './organizations.js';
import { usageOf } from './usage.js';

describe('the demo’s usage', () => {
  const now = new Date('2026-11-25T15:00:00Z');
  const days = usageOf(harborRealty(now), now);

  it('reads as functions would have counted it, today the newest', () => {
    for (const day of days) expect(usageDaySchema.safeParse(day).error?.message).to.equal(undefined);
    expect(days[0]?.day).to.equal(dayOf(now.getTime()));
    expect(days[0]?.talliedAt).to.equal(undefined);
  });

  it('tells of the demo’s own conversations', () => {
    const received = days.reduce(
      (sum, { messages }) => sum + (messages?.textsIn ?? 0) + (messages?.emailsIn ?? 0),
      0,
    );
    const answered = days.reduce(
      (sum, { answers }) => sum + (answers?.within5m ?? 0) + (answers?.within1h ?? 0),
      0,
    );
    expect(received).to.be.greaterThan(20);
    expect(answered).to.be.greaterThan(5);
  });
});
