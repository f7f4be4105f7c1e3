import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { formatted } from './formatted.js';
import { securityMarkdown } from './securityText.js';

describe('docs/security.md [P10]', () => {
  it('says what docs/security.json and the table of roles say (npm run docs:security)', async () => {
    const file = 'docs/security.md';
    const text = securityMarkdown(readFileSync('docs/security.json', 'utf8'));
    expect(readFileSync(file, 'utf8')).to.equal(await formatted(file, text));
  });
});
