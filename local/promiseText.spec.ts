import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { promisesMarkdown } from './promiseText.js';
import { inRoot } from './world/places.js';

describe('docs/promises.md', () => {
  it('says what the register and the recorded run say', async () => {
    const file = inRoot('docs/promises.md');
    const text = promisesMarkdown(readFileSync(inRoot('docs/promises.json'), 'utf8'));
    const options = await resolveConfig(file);
    const written = await format(text, { ...options, filepath: file });
    expect(readFileSync(file, 'utf8'), 'npm run docs:promises').to.equal(written);
  });
});
