import { expect } from 'chai';
import { typedNumber } from './typedNumber.js';

describe('a number that is typed', () => {
  for (const typed of ['+1 (415) 555-0132', '+14155550132', '+1.415.555.0132']) {
    it(`"${typed}" is complete`, () => expect(typedNumber(typed)).to.equal('+14155550132'));
  }
  for (const typed of ['', '415 555 0132', '+1', '+1 415 555 0132 ext 4', 'sam@example.com']) {
    it(`"${typed}" is not`, () => expect(typedNumber(typed)).to.equal(null));
  }
});
