import { LIMITS } from './limits.js';

/** The first characters of a body on one line, at most LIMITS.preview UTF-16 units, no character cut in half. */
export function previewOf(body: string): string {
  const line = body.replace(/\s+/gu, ' ').trim();
  if (line.length <= LIMITS.preview) return line;
  let preview = '';
  for (const character of line) {
    if (preview.length + character.length > LIMITS.preview - 1) break;
    preview += character;
  }
  return `${preview.trimEnd()}…`;
}
