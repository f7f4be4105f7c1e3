import type { BrowserFamily } from '@leadpulse/model';

/** Each family names those it descends from, so the younger ones come first; relatives of Chrome with names of their own are others. */
const MARKS: readonly [mark: RegExp, family: BrowserFamily][] = [
  [/\b(OPR|SamsungBrowser|YaBrowser|Vivaldi|UCBrowser|DuckDuckGo)\//, 'other'],
  [/\bEdg(e|A|iOS)?\//, 'edge'],
  [/\b(Firefox|FxiOS)\//, 'firefox'],
  [/\b((Headless)?Chrome|Chromium|CriOS)\//, 'chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'safari'],
];

/** The family of a browser; its version, its system and its device stay where they are. */
export function browserFamily(userAgent: string): BrowserFamily {
  return MARKS.find(([mark]) => mark.test(userAgent))?.[1] ?? 'other';
}
