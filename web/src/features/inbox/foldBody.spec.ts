import { expect } from 'chai';
import { foldBody } from './foldBody.js';

describe('a long body', () => {
  it('a short one is shown whole', () => {
    expect(foldBody('Hi\nthere', 'email')).to.deep.equal({ visible: 'Hi\nthere', hidden: 'nothing' });
  });

  it('the quoted message below an answer is folded', () => {
    const body = 'Yes, Tuesday works.\n\nOn Mon, Nov 23, 2026 at 3:00 PM Ada wrote:\n> Does Tuesday work?';
    expect(foldBody(body, 'email')).to.deep.equal({ visible: 'Yes, Tuesday works.', hidden: 'quote' });
  });

  it('quoted lines at the end are folded without the line that announces them', () => {
    expect(foldBody('Yes\n\n> Does Tuesday work?\n>\n> Ada', 'email')).to.include({
      visible: 'Yes',
      hidden: 'quote',
    });
  });

  it('a body that is only a quote is shown', () => {
    expect(foldBody('> alone', 'email')).to.include({ hidden: 'nothing' });
  });

  it('a text message that starts a line with > is not a quote', () => {
    expect(foldBody('ok\n> really', 'sms')).to.include({ hidden: 'nothing' });
  });

  it('a very long one shows its beginning, cut between words', () => {
    const { visible, hidden } = foldBody('word '.repeat(1000), 'email');
    expect(hidden).to.equal('rest');
    expect(visible).to.match(/word$/u).and.have.length.within(450, 900);
  });

  it('many lines show the first ones', () => {
    const { visible } = foldBody(Array.from({ length: 60 }, (_, i) => `line ${i}`).join('\n'), 'sms');
    expect(visible.split('\n')).to.have.length(14);
  });
});
