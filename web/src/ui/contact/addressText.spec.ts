import { expect } from 'chai';
import { addressText, contactName } from './addressText.js';

describe('what a contact is called', () => {
  it('a number of the North American plan is written as people there write it', () => {
    expect(addressText('+14155550132')).to.equal('(415) 555-0132');
    expect(addressText('+442079460018')).to.equal('+442079460018');
    expect(addressText('a@b.example')).to.equal('a@b.example');
  });

  it('a contact without a name is called by its number, then its email', () => {
    expect(contactName({ name: ' ', phones: ['+14155550132'], emails: ['a@b.example'] })).to.equal(
      '(415) 555-0132',
    );
    expect(contactName({ name: '', phones: [], emails: ['a@b.example'] })).to.equal('a@b.example');
    expect(contactName({ name: 'Ada', phones: [], emails: [] })).to.equal('Ada');
  });
});
