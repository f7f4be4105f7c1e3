import { expect } from 'chai';
import { newestPart } from './newestPart.js';

describe('the newest part of an email', () => {
  const cases: [string, string][] = [
    ['quoted lines', 'Yes, at 5.\n\n> Can you come?\n>> When?'],
    ['an attribution', 'Yes, at 5.\r\n\r\nOn Mon, Jan 6, 2025, Ana <a@b.co> wrote:\r\n\r\nCan you come?'],
    [
      'an attribution folded over two lines',
      'Yes, at 5.\n\nOn Mon, Jan 6, 2025 at 9:12 AM Ana Alvarez\n<a@b.co> wrote:\n> x',
    ],
    ['an Outlook original', 'Yes, at 5.\n\n-----Original Message-----\nFrom: Ana\nCan you come?'],
    ['Outlook headers', 'Yes, at 5.\n\nFrom: Ana\nSent: Monday\nTo: Bo\n\nCan you come?'],
    ['a forwarded message', 'Yes, at 5.\n---------- Forwarded message ---------\nFrom: Ana'],
    ['a signature', 'Yes, at 5.\n-- \nBo Bell, Acme'],
    ["a phone's signature", 'Yes, at 5.\n\nSent from my iPhone'],
    ['a rule above a quote', 'Yes, at 5.\n________________________________\nFrom: Ana'],
    ['nothing', 'Yes, at 5.'],
  ];
  for (const [title, body] of cases) {
    it(`ends above ${title}`, () => expect(newestPart(body)).to.equal('Yes, at 5.'));
  }

  it('keeps lines that only begin like an attribution or a header', () => {
    const body = 'On Monday I can come.\nFrom: the station, I walk.\nThey wrote: fine.';
    expect(newestPart(body)).to.equal(body);
  });

  it('keeps answers between quoted lines', () => {
    expect(newestPart('> When?\nAt 5.\n> Where?\nAt home.')).to.equal('At 5.\nAt home.');
  });

  it('keeps a line that begins like the attribution below it', () => {
    expect(newestPart('On my way!\nOn Tue, Jan 7, 2025, Ana <a@b.co> wrote:\n> When?')).to.equal(
      'On my way!',
    );
    expect(newestPart('Ok\nAna <a@b.co> schrieb so:\n> When?')).to.equal('Ok');
  });

  it('is what stands below a quote, or between quotes, but not the rest of a quoted line that was broken', () => {
    expect(newestPart('On Mon, Ana wrote:\n> When?\n\nAt 5.')).to.equal('At 5.');
    const inline = 'Below:\n\nOn Mon, Ana wrote:\n> Reply to this and write\nSTOP to end.\n\nAt 5.\n\n> Bye';
    expect(newestPart(inline)).to.equal('Below:\n\nAt 5.');
  });

  it('is found in a long body within a moment, whatever its lines look like', () => {
    const began = Date.now();
    for (const line of ['On a', '<', '> a\nb', '发', 'On x <a@b.co>', ' '.repeat(40)])
      newestPart(`${line}\n`.repeat(50_000 / (line.length + 1)));
    expect(Date.now() - began).to.be.below(3000);
  });

  it('is empty when everything is quoted', () => {
    expect(newestPart('> a\n> b')).to.equal('');
  });
});
