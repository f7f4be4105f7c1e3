import { expect } from 'chai';
import { Linter } from 'eslint';
import { readdirSync, readFileSync } from 'node:fs';
import { inRoot } from '../../local/world/places.js';
import { OWN_TAB } from '../../web/src/ui/ownTab.js';

type Config = Linter.Config & { files?: string[] };

/** What lint says of code in a file of the app. */
async function complaints(code: string): Promise<string[]> {
  const { default: all } = (await import(inRoot('eslint.config.js'))) as { default: Config[] };
  const [block] = all.filter(({ rules }) => rules && 'no-restricted-syntax' in rules);
  const languageOptions: Linter.LanguageOptions = { parserOptions: { ecmaFeatures: { jsx: true } } };
  const found = new Linter().verify(code, [{ rules: { ...block?.rules }, languageOptions }]);
  return found.map(({ message }) => message);
}

describe('links to other sites [P16]', function () {
  this.timeout(30_000); // the whole configuration of lint is loaded once
  for (const code of [
    `<a href="https://elsewhere.test" target="_blank">x</a>;`,
    `<a href={url} target={somewhere} rel="noopener">x</a>;`,
    `window.open('https://elsewhere.test');`,
  ]) {
    it(`are refused by lint outside of their one file: ${code}`, async () => {
      expect(await complaints(code)).to.have.length(1);
    });
  }

  it('are let through elsewhere in code', async () => {
    expect(await complaints('<a href={url} {...OWN_TAB}>x</a>; dialog.open();')).to.deep.equal([]);
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
