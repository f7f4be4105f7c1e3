import { expect } from 'chai';
import { LetterProblem, readLetter } from './letter.js';
import { renderLetter } from './letterMail.js';

const FOOT = { why: 'You asked.', button: 'Stop it', link: 'https://x.example/p#1.a', address: '1 <Street>' };

describe('a letter', () => {
  it('has a subject, headings, lists and links, in text and HTML alike', () => {
    const letter = readLetter(
      '# What is new\r\n\r\nSee [the <guide>](https://x.example/g?a=1&b=2)\nfor "more".\n\n## Soon\n\n- One\n- Two & three\n',
    );
    expect(letter.subject).to.equal('What is new');
    const { text, html } = renderLetter(letter, FOOT);
    expect(text).to.equal(
      'See the <guide> (https://x.example/g?a=1&b=2) for "more".\n\nSoon\n\n- One\n- Two & three\n\n-- \nYou asked.\nStop it:\nhttps://x.example/p#1.a\n\n1 <Street>\n',
    );
    expect(html).to.include(
      '<a href="https://x.example/g?a=1&amp;b=2" style="color:#0f766e">the &lt;guide&gt;</a>',
    );
    expect(html).to.include('<li>Two &amp; three</li>').and.include('1 &lt;Street&gt;');
  });

  const refused: [string, string, RegExp][] = [
    ['without a subject', 'Hello\n\nThere', /first line must be the subject/],
    ['with nothing below', '# Hello', /nothing below/],
    ['with a subject too long', `# ${'x'.repeat(201)}\n\nHello`, /longer than 200/],
    ['with a picture', '# Hello\n\n![pixel](https://x.example/p.gif)', /Pictures are not sent/],
    ['with a link that is not secure', '# Hello\n\n[go](http://x.example)', /must begin with https/],
    ['with a link to a script', '# Hello\n\n[go](javascript:alert)', /must begin with https/],
  ];
  for (const [what, source, words] of refused) {
    it(`${what} is refused with words for its author`, () => {
      expect(() => readLetter(source)).to.throw(LetterProblem, words);
    });
  }
});
