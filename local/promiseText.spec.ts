import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { formatted } from './formatted.js';
import { promisesMarkdown } from './promiseText.js';
import { inRoot } from './world/places.js';

describe('docs/promises.md', () => {
  it('says what the register and the recorded run say', async () => {
    const file = inRoot('docs/promises.md');
    const text = promisesMarkdown(readFileSync(inRoot('docs/promises.json'), 'utf8'));
    expect(readFileSync(file, 'utf8'), 'npm run docs:promises').to.equal(await formatted(file, text));
  });
});
