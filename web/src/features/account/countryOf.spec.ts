import { expect } from 'chai';
import { countryOf } from './countryOf.js';

describe('the country of a browser', () => {
  it('comes from the region of its language, or from where the language is spoken most', () => {
    expect(countryOf('en-GB')).to.equal('GB');
    expect(countryOf('de')).to.equal('DE');
    expect(countryOf('en')).to.equal('US');
  });

  it('is the United States where the language says nothing usable', () => {
    expect(countryOf('es-419')).to.equal('US');
    expect(countryOf('not a language')).to.equal('US');
    expect(countryOf('')).to.equal('US');
  });
});
