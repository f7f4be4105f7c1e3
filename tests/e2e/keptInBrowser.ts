import type { Place } from '@leadpulse/policy/storage';
import { storedThing } from '@leadpulse/policy/storage';
import type { BrowserContext, Page } from 'playwright-core';
import { siteUrl } from '../../local/worldClient.js';

/** Something that a page of ours put into the browser. */
export interface Kept {
  place: Place | 'cache';
  key: string;
}

/** Runs before every page: tells of each thing at the moment it is written, also of what is gone soon after. */
const TELL = `(() => {
  const tell = (place, key) => void window.leadpulseKept(place, String(key));
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (key, value) {
    tell(this === window.sessionStorage ? 'sessionStorage' : 'localStorage', key);
    return setItem.call(this, key, value);
  };
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (name, ...rest) {
    tell('indexedDB', name);
    return open.call(this, name, ...rest);
  };
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  Object.defineProperty(Document.prototype, 'cookie', {
    ...cookie,
    set(value) {
      tell('cookie', String(value).split('=')[0]);
      cookie.set.call(this, value);
    },
  });
  if (window.CacheStorage === undefined) return;
  const { open: openCache } = CacheStorage.prototype;
  CacheStorage.prototype.open = function (name) {
    tell('cache', name);
    return openCache.call(this, name);
  };
})()`;

/** Everything that pages of our site keep in this browser from now on. */
export async function watchKept(context: BrowserContext): Promise<() => Kept[]> {
  const found = new Map<string, Kept>();
  await context.exposeBinding('leadpulseKept', ({ frame }, place: Kept['place'], key: string) => {
    if (frame.url().startsWith(siteUrl())) found.set(`${place} ${key}`, { place, key });
  });
  await context.addInitScript(TELL);
  return () => [...found.values()];
}

/** Those that stand in no list. */
export function unregistered(kept: readonly Kept[]): Kept[] {
  return kept.filter(({ place, key }) => place === 'cache' || !storedThing(place, key));
}

/** Those that need a yes. */
export function optional(kept: readonly Kept[]): Kept[] {
  return kept.filter(({ place, key }) => place !== 'cache' && storedThing(place, key)?.isNeeded === false);
}

/** What lies in the browser now, whoever put it there. */
export async function keptNow(page: Page): Promise<Kept[]> {
  const cookies = await page.context().cookies();
  const others = await page.evaluate<Kept[]>(`(async () => [
    ...Object.keys(localStorage).map((key) => ({ place: 'localStorage', key })),
    ...Object.keys(sessionStorage).map((key) => ({ place: 'sessionStorage', key })),
    ...(await indexedDB.databases()).map(({ name }) => ({ place: 'indexedDB', key: name })),
    ...(await caches.keys()).map((key) => ({ place: 'cache', key })),
  ])()`);
  return [...cookies.map(({ name }): Kept => ({ place: 'cookie', key: name })), ...others];
}
