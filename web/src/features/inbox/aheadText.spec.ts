import { expect } from 'chai';
import { aheadText, choiceText } from './aheadText.js';

const zone = 'America/New_York';
const now = Date.parse('2026-11-23T15:00:00-05:00');
const ahead = (iso: string) => aheadText(Date.parse(iso), now, zone);

describe('a moment ahead', () => {
  it('names the day unless it is today', () => {
    expect(ahead('2026-11-23T18:00:00-05:00')).to.equal('6:00 PM');
    expect(ahead('2026-11-24T08:00:00-05:00')).to.equal('tomorrow, 8:00 AM');
    expect(ahead('2026-12-01T08:00:00-05:00')).to.equal('Tue, Dec 1, 8:00 AM');
  });

  it('beside a choice it is a weekday and a clock', () => {
    expect(choiceText(Date.parse('2026-11-23T18:00:00-05:00'), now, zone)).to.equal('6:00 PM');
    expect(choiceText(Date.parse('2026-11-24T09:00:00-05:00'), now, zone)).to.equal('Tue 9:00 AM');
  });
});
