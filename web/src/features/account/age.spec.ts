import { expect } from 'chai';
import { ageOn, isBirthDate, mayHaveAccount, todayOf } from './age.js';

const on = (year: number, month: number, day: number) => ({ year, month, day });
const today = on(2026, 11, 23);

describe('the age question [P17]', () => {
  it('counts full years only', () => {
    expect(ageOn(on(2000, 11, 23), today)).to.equal(26);
    expect(ageOn(on(2000, 11, 24), today)).to.equal(25);
    expect(ageOn(on(2026, 11, 23), today)).to.equal(0);
  });

  it('lets a person in on their thirteenth birthday and not the day before', () => {
    expect(mayHaveAccount(on(2013, 11, 23), today)).to.equal(true);
    expect(mayHaveAccount(on(2013, 11, 24), today)).to.equal(false);
  });

  it('makes a leap-day child older on 1 March of a common year', () => {
    expect(ageOn(on(2012, 2, 29), on(2025, 2, 28))).to.equal(12);
    expect(ageOn(on(2012, 2, 29), on(2025, 3, 1))).to.equal(13);
  });

  it('refuses days that the calendar lacks or that are still to come', () => {
    expect(isBirthDate(on(2001, 2, 29), today)).to.equal(false);
    expect(isBirthDate(on(2000, 2, 29), today)).to.equal(true);
    expect(isBirthDate(on(2026, 11, 24), today)).to.equal(false);
    expect(isBirthDate(on(2026, 11, 23), today)).to.equal(true);
    expect(isBirthDate(on(1999, 13, 1), today)).to.equal(false);
  });

  it('reads today from the clock of the device', () => {
    expect(todayOf(new Date(2026, 10, 23, 23, 59))).to.deep.equal(today);
  });
});
