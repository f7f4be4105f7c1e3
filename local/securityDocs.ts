import { readFileSync, writeFileSync } from 'node:fs';
import { formatted } from './formatted.js';
import { securityMarkdown } from './securityText.js';
import { inRoot } from './world/places.js';

const FILE = inRoot('docs/security.md');

/** `npm run docs:security` */
const text = securityMarkdown(readFileSync(inRoot('docs/security.json'), 'utf8'));
writeFileSync(FILE, await formatted(FILE, text));
