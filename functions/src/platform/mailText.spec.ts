import { expect } from 'chai';
import { escapeHtml, oneLine, plainName } from './mailText.js';

describe('a name in a mail of ours', () => {
  const names: [string, string, string][] = [
    ['a plain one', 'Harbor Realty, Inc.', 'Harbor Realty, Inc.'],
    ['one with letters of any script', 'Søren 李 & Söhne', 'Søren 李 & Söhne'],
    ['a header behind it', 'Eve\r\nBcc: x', 'Eve Bcc: x'],
    ['a header behind a line separator', 'Eve\u2028Bcc: x', 'Eve Bcc: x'],
    ['a site', 'Pay at evil.example/now', 'Pay at evil. example/now'],
    ['a site without a dot', 'http://16843009/', 'http:// 16843009/'],
    ['a site with wide dots', 'evil\uFF0Eexample', 'evil. example'],
    ['a site with the ideographic full stop', 'evil。example', 'evil。 example'],
    ['an address', 'pay@evil.example', 'pay@ evil. example'],
    ['a text that runs backwards', 'abc\u202Egpj', 'abcgpj'],
    ['letters that nobody sees', 'ev\u200Bil.ex\u00ADample', 'evil. example'],
    ['a site in parts that nobody sees', 'evil.\u200Bexample', 'evil. example'],
  ];
  for (const [what, name, told] of names) {
    it(`is told without harm for ${what}`, () => {
      expect(plainName(name)).to.equal(told);
    });
  }

  it('is no markup', () => {
    const told = escapeHtml(`<a href="x" title='y'>&`);
    expect(told).to.equal('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;');
  });

  it('stays in its line', () => {
    expect(oneLine('a\u0000\r\n\u0085\u2029b\n')).to.equal('a b');
  });
});
