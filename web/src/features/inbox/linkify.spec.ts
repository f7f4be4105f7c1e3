import { expect } from 'chai';
import { linkify } from './linkify.js';

const links = (text: string) => linkify(text).flatMap((part) => (part.href ? [part.href] : []));

describe('links in a message [P16]', () => {
  it('a web address becomes a link and the words around it stay', () => {
    expect(linkify('see https://a.example/x?y=1, please')).to.deep.equal([
      { text: 'see ' },
      { text: 'https://a.example/x?y=1', href: 'https://a.example/x?y=1' },
      { text: ', please' },
    ]);
  });

  it('www alone is linked over https', () => {
    expect(links('(www.example.com/a)')).to.deep.equal(['https://www.example.com/a']);
  });

  it('a bracket that belongs to the address stays in it', () => {
    expect(links('https://en.example/Tea_(drink)')).to.deep.equal(['https://en.example/Tea_(drink)']);
  });

  it('a script or data address is never a link', () => {
    expect(links('javascript:alert(1) data:text/html,x vbscript:x')).to.deep.equal([]);
  });

  it('nothing of the text is lost', () => {
    const text = 'a http://b.example! c www.d.example… e https://';
    expect(
      linkify(text)
        .map((part) => part.text)
        .join(''),
    ).to.equal(text);
  });
});
