import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Everything that is generated for a world lies here; deleting it is always safe. */
export const WORLDS = join(ROOT, '.world');

export function inRoot(...path: string[]): string {
  return join(ROOT, ...path);
}
