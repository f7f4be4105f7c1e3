import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { promisesMarkdown } from './promiseText.js';
import { inRoot } from './world/places.js';

const RUN = inRoot('reports/promises.json');
const FACTS = inRoot('docs/promises.json');
const PAGE = inRoot('docs/promises.md');

/** `npm run docs:promises`: records the last whole run of `npm test`, if there was one, and writes docs/promises.md of it. */
if (existsSync(RUN)) {
  const options = await resolveConfig(FACTS);
  writeFileSync(FACTS, await format(readFileSync(RUN, 'utf8'), { ...options, filepath: FACTS }));
}
const options = await resolveConfig(PAGE);
const text = promisesMarkdown(readFileSync(FACTS, 'utf8'));
writeFileSync(PAGE, await format(text, { ...options, filepath: PAGE }));
