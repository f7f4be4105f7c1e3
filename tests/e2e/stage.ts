import { expect } from 'chai';
import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { siteUrl } from '../../local/worldClient.js';
import { launchBrowser } from './browser.js';
import type { Kept } from './keptInBrowser.js';
import { unregistered, watchKept } from './keptInBrowser.js';
import type { Watch } from './watch.js';
import { watch } from './watch.js';

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 360, height: 740 };

const PATIENCE_MS = 30_000; // the first call of each function starts a process
const PICTURES = 'reports/e2e';

/** One person at a browser of their own. */
export interface Visitor {
  page: Page;
  context: BrowserContext;
  watch: Watch;
  /** What pages of ours have put into this browser so far. */
  kept: () => Kept[];
}

export interface Stage {
  visitor: (options?: BrowserContextOptions) => Promise<Visitor>;
}

let shared: Promise<Browser> | undefined; // by the spec files of one mocha, which ends it; each visitor has a profile of their own

/** A browser for a spec file; after each test nobody's page may have complained of anything, or hold what no list names. */
export function stage(): Stage {
  let browser: Browser;
  const visitors: Visitor[] = [];
  before(async function () {
    this.timeout(60_000);
    browser = await (shared ??= launchBrowser());
  });
  afterEach(async function () {
    const test = this.currentTest;
    if (test?.state === 'failed') await takePictures(test.fullTitle(), visitors);
    expect(visitors.flatMap((visitor) => visitor.watch.complaints())).to.deep.equal([]);
    expect(visitors.flatMap(({ kept }) => unregistered(kept()))).to.deep.equal([]);
  });
  after(() => Promise.all(visitors.map(({ context }) => context.close())));
  return {
    visitor: async (options = {}) => {
      const context = await browser.newContext({
        baseURL: siteUrl(),
        viewport: DESKTOP,
        reducedMotion: 'reduce',
        locale: 'en-US',
        timezoneId: 'America/New_York',
        ...options,
      });
      context.setDefaultTimeout(PATIENCE_MS);
      const kept = await watchKept(context);
      const visitor = { context, kept, watch: watch(context), page: await context.newPage() };
      visitors.push(visitor);
      return visitor;
    },
  };
}

async function takePictures(title: string, visitors: Visitor[]): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  const name = title.replace(/[^\w]+/g, '-').slice(0, 120);
  const pages = visitors.flatMap(({ context }) => context.pages());
  for (const [at, page] of pages.entries()) await page.screenshot({ path: `${PICTURES}/${name}-${at}.png` });
}
