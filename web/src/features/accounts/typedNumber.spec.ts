import { expect } from 'chai';
import { typedAmericanNumber, typedNumber } from './typedNumber.js';

describe('a number that is typed', () => {
  for (const typed of ['+1 (415) 555-0132', '+14155550132', '+1.415.555.0132']) {
    it(`"${typed}" is complete`, () => expect(typedNumber(typed)).to.equal('+14155550132'));
  }
  for (const typed of ['', '415 555 0132', '+1', '+1 415 555 0132 ext 4', 'sam@example.com']) {
    it(`"${typed}" is not`, () => expect(typedNumber(typed)).to.equal(null));
  }
});

describe('a number of Google Voice that is typed', () => {
  for (const typed of ['(415) 555-0132', '415 555 0132', '1 415 555 0132', '+1 415-555-0132']) {
    it(`"${typed}" is complete`, () => expect(typedAmericanNumber(typed)).to.equal('+14155550132'));
  }
  for (const typed of ['', '555 0132', '115 555 0132', '+44 20 7946 0018', '415 555 0132 4']) {
    it(`"${typed}" is not`, () => expect(typedAmericanNumber(typed)).to.equal(null));
  }
});
