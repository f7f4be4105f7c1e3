import { aliasOf } from '@leadpulse/model';
import { expect } from 'chai';
import { writerName } from './writerName.js';

describe('the name of who wrote', () => {
  it('is the one that the team knows', () => expect(writerName('u1', () => 'Ann')).to.equal('Ann'));
  it('tells no more of an erased person', () =>
    expect(writerName(aliasOf('r123'), () => null)).to.equal('A former member'));
  it('is a colleague’s while the names load', () =>
    expect(writerName('u1', () => null)).to.equal('A colleague'));
});
