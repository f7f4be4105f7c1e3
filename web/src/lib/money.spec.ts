import { expect } from 'chai';
import { money, priceTag } from './money.js';

describe('money', () => {
  it('is told to the cent', () => {
    expect(money(19_700)).to.equal('$197.00');
    expect(money(123_456_789)).to.equal('$1,234,567.89');
    expect(money(0)).to.equal('$0.00');
    expect(money(-9_850)).to.equal('-$98.50');
  });

  it('stands on a price tag without cents that are none', () => {
    expect(priceTag(9_700)).to.equal('$97');
    expect(priceTag(9_950)).to.equal('$99.50');
  });
});
