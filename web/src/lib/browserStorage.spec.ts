import { storedThing } from '@leadpulse/policy/storage';
import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keptHere } from './browserStorage.js';

const WEB = join(import.meta.dirname, '../..');
const DOOR = 'src/lib/browserStorage.ts';

/** Whatever a browser keeps beyond the page, by any of its names. */
const STORAGE =
  /\b(localStorage|sessionStorage|indexedDB|cookieStore|caches|navigator\.storage|document\.cookie)\b/;

/** Types, the words of a page, Firebase's own names, and Mantine's, whose key the type of `SCHEME_KEY` holds to the list. */
const NAMES_ONLY = new RegExp(
  [
    "KeyIn<'\\w+'>",
    "\\b\\w+: '[A-Z]",
    '\\b(indexedDBLocalPersistence|browserLocalPersistence|localStorageColorSchemeManager)\\b',
  ].join('|'),
  'g',
);

function sources(folder: string): string[] {
  return readdirSync(join(WEB, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|js|html)$/.test(name) && !/\.spec\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

function reaches(text: string): boolean {
  return STORAGE.test(text.replace(NAMES_ONLY, ''));
}

describe('what the app keeps in a browser', () => {
  it('goes through one door, which takes registered keys only', () => {
    const around = sources('src').filter((file) => reaches(readFileSync(join(WEB, file), 'utf8')));
    expect(around).to.deep.equal([DOOR]);
  });

  it('is only read by the script that runs before the app, under a registered key', () => {
    const script = readFileSync(join(WEB, 'public/scheme.js'), 'utf8');
    expect(script).not.to.match(/setItem|indexedDB|cookie/);
    const keys = [...script.matchAll(/getItem\('([^']+)'\)/g)].map(([, key = '']) => key);
    expect(keys).to.deep.equal(['leadpulse-scheme']);
    for (const key of keys) expect(storedThing('localStorage', key)).not.to.equal(undefined);
  });

  it('would be found beside the door', () => {
    for (const text of [
      "localStorage.setItem('x', '1')",
      'window["sessionStorage"]',
      'document.cookie = "x=1"',
    ])
      expect(reaches(text), text).to.equal(true);
    expect(reaches('persistence: [indexedDBLocalPersistence, browserLocalPersistence]')).to.equal(false);
  });

  it('is nothing where there is no storage, and nothing breaks', () => {
    keptHere.set('leadpulse-last-org', 'o1'); // there is none here
    expect(keptHere.get('leadpulse-last-org')).to.equal(null);
    keptHere.removeAll('leadpulse-');
    // @ts-expect-error a key of no list does not compile
    keptHere.set('leadpulse-visitor-id', '1');
  });
});
