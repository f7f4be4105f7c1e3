import { readFileSync } from 'node:fs';
import type { FormatConfig } from 'oxfmt';
import { format } from 'oxfmt';
import { inRoot } from './world/places.js';

/** A text as `npm run format` would leave it in the file of that name. Throws if it cannot be read as what the name says. */
export async function formatted(file: string, text: string): Promise<string> {
  const options = JSON.parse(readFileSync(inRoot('.oxfmtrc.json'), 'utf8')) as FormatConfig;
  const { code, errors } = await format(file, text, options);
  const [error] = errors;
  if (error) throw new Error(`${file}: ${error.message}`);
  return code;
}
