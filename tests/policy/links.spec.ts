import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { inRoot } from '../../local/world/places.js';
import { lintCodes } from './lint.js';
import { OWN_TAB } from '../../web/src/ui/ownTab.js';

/** What lint says of code in a file of the app. */
const complaints = (code: string): string[] => lintCodes('web/src/features/inbox/Somewhere.tsx', code);

describe('links to other sites [P16]', function () {
  this.timeout(30_000);
  for (const code of [
    `<a href="https://elsewhere.test" target="_blank">x</a>;`,
    `<a href={url} target={somewhere} rel="noopener">x</a>;`,
    `window.open('https://elsewhere.test');`,
  ]) {
    it(`are refused by lint outside of their one file: ${code}`, () => {
      expect(complaints(code)).to.have.length(1);
    });
  }

  it('are let through elsewhere in code', () => {
    expect(complaints('<a href={url} {...OWN_TAB}>x</a>; dialog.open();')).to.deep.equal([]);
  });

  it('cannot reach back to us, and learn nothing of where they were opened', () => {
    expect(OWN_TAB.rel.split(' ')).to.include.members(['noopener', 'noreferrer']);
  });

  it('go by that file wherever an address of another site is followed', () => {
    const files = readdirSync(inRoot('web/src'), { recursive: true, encoding: 'utf8' });
    const bare = files
      .filter((file) => file.endsWith('.tsx') && !file.endsWith('ExternalLink.tsx'))
      .filter((file) =>
        /<a\s[^>]*href=(?!"#|\{`#|\{`(mailto|tel):)/.test(readFileSync(inRoot(`web/src/${file}`), 'utf8')),
      );
    expect(bare).to.deep.equal([]);
  });
});
