import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { securityMarkdown } from './securityText.js';
import { inRoot } from './world/places.js';

const FILE = inRoot('docs/security.md');

/** `npm run docs:security` */
const options = await resolveConfig(FILE);
const text = securityMarkdown(readFileSync(inRoot('docs/security.json'), 'utf8'));
writeFileSync(FILE, await format(text, { ...options, filepath: FILE }));
