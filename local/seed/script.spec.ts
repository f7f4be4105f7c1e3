import { expect } from 'chai';
import { randomFrom } from './random.js';
import { fillIn, readScript } from './script.js';

describe('a conversation script', () => {
  it('tells speaker, channel and pause of each turn', () => {
    const turns = readScript('> Hi\n+5m < Hello\n+2h << About it :: Dear you,\n\nbye\n+1d # call them');
    expect(turns).to.deep.equal([
      { by: 'lead', channel: 'sms', afterMinutes: 0, text: 'Hi' },
      { by: 'team', channel: 'sms', afterMinutes: 5, text: 'Hello' },
      { by: 'team', channel: 'email', afterMinutes: 120, subject: 'About it', text: 'Dear you,\n\nbye' },
      { by: 'note', channel: 'sms', afterMinutes: 1440, text: 'call them' },
    ]);
  });

  it('fills in words and takes one of the choices, the same at every run', () => {
    const fill = (): string =>
      fillIn('{Hi|Hello} $first, $410 for $street', { first: 'Ann', street: '7 Elm' }, randomFrom(3));
    expect(fill()).to.match(/^(Hi|Hello) Ann, \$410 for 7 Elm$/);
    expect(fill()).to.equal(fill());
  });
});
