import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { formatted } from './formatted.js';
import { promisesMarkdown } from './promiseText.js';
import { inRoot } from './world/places.js';

const RUN = inRoot('reports/promises.json');
const FACTS = inRoot('docs/promises.json');
const PAGE = inRoot('docs/promises.md');

/** `npm run docs:promises`: records the last whole run of `npm test`, if there was one, and writes docs/promises.md of it. */
if (existsSync(RUN)) writeFileSync(FACTS, await formatted(FACTS, readFileSync(RUN, 'utf8')));
writeFileSync(PAGE, await formatted(PAGE, promisesMarkdown(readFileSync(FACTS, 'utf8'))));
