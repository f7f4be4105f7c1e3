import { expect } from 'chai';
import { hueOf, initialsOf } from './avatarHue.js';

describe('avatars', () => {
  it('show the first and the last initial', () => {
    expect(initialsOf('Maya Torres')).to.equal('MT');
    expect(initialsOf('Ana María de la Cruz')).to.equal('AC');
    expect(initialsOf('Cher')).to.equal('CH');
    expect(initialsOf('李小龙')).to.equal('李小');
  });

  it('have something to show for an address, a number and nothing', () => {
    expect(initialsOf('kim.lee@example.com')).to.equal('KC');
    expect(initialsOf('+1 415 555 0132')).to.equal('32');
    expect(initialsOf(' ')).to.equal('?');
  });

  it('keep their hue', () => {
    expect(hueOf('Maya')).to.equal(hueOf('Maya'));
    expect(hueOf('Maya') % 30).to.equal(0);
  });
});
