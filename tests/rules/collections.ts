import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = 'functions/src';

/** A path without its ids: `orgs/{org}/contacts/{contact}` is `orgs/contacts`. */
export function collectionOf(path: string): string {
  return path
    .split('/')
    .filter((_, index) => index % 2 === 0)
    .join('/');
}

/** Every collection that a `match` of the rules leads to. */
export function collectionsInRules(rules: string): string[] {
  const found: string[] = [];
  const above: { indent: number; path: string }[] = [];
  for (const [, spaces, path] of rules.matchAll(/^( *)match \/(\S+) \{/gm)) {
    const indent = spaces!.length;
    while (above.length > 0 && above.at(-1)!.indent >= indent) above.pop();
    above.push({ indent, path: path!.startsWith('databases/') ? '' : path! });
    const whole = above.map((match) => match.path).filter((part) => part !== '');
    if (whole.length > 0) found.push(collectionOf(whole.join('/')));
  }
  return found;
}

/** The name of every collection in the sources of the functions, in a call or in a path. */
export function collectionsInFunctions(): string[] {
  const names = new Set<string>();
  for (const file of readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })) {
    if (!/(?<!spec)\.ts$/.test(file)) continue;
    const source = readFileSync(join(SOURCES, file), 'utf8');
    for (const [, name] of source.matchAll(/\.collection(?:Group)?\('(\w+)'\)/g)) names.add(name!);
    for (const [, path] of source.matchAll(/\.(?:doc|collection)\([`'](\w+\/[^`']*)[`']/g)) {
      for (const name of collectionOf(path!).split('/')) names.add(name);
    }
  }
  return [...names].sort();
}
