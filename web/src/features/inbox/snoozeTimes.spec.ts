import { expect } from 'chai';
import { inputValueOf, snoozeTimes } from './snoozeTimes.js';

const keys = (now: Date) => snoozeTimes(now).map((choice) => choice.key);
const at = (now: Date, key: string) =>
  new Date(snoozeTimes(now).find((choice) => choice.key === key)?.at ?? 0);

describe('snooze times', () => {
  it('this evening is offered only while it is well ahead', () => {
    expect(keys(new Date(2026, 10, 23, 9))).to.deep.equal(['hour', 'evening', 'tomorrow', 'week']);
    expect(keys(new Date(2026, 10, 23, 17, 30))).to.deep.equal(['hour', 'tomorrow', 'week']);
  });

  it('tomorrow is the next day at nine, over the end of a month too', () => {
    expect(at(new Date(2026, 10, 30, 15), 'tomorrow')).to.deep.equal(new Date(2026, 11, 1, 9));
  });

  it('next week is the coming Monday, on a Monday the one after', () => {
    expect(at(new Date(2026, 10, 23, 9), 'week')).to.deep.equal(new Date(2026, 10, 30, 9));
    expect(at(new Date(2026, 10, 29, 9), 'week')).to.deep.equal(new Date(2026, 10, 30, 9));
  });

  it('the value of a date-time input is in local time', () => {
    expect(inputValueOf(new Date(2026, 0, 2, 3, 4).getTime())).to.equal('2026-01-02T03:04');
  });
});
