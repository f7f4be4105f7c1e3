import { LEAD_DATA, PERSON_DATA } from '@leadpulse/model';
import { expect } from 'chai';
import { FIELD_WORDS } from './heldWords.js';

describe('the words of the register', () => {
  for (const { path, fields } of [...PERSON_DATA, ...LEAD_DATA]) {
    it(`name each field of ${path}`, () => expect(FIELD_WORDS).to.include.all.keys(Object.keys(fields)));
  }
});
