import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type BrowserContext, type Page as Tab } from 'playwright-core';
import { findChromium } from '../../../local/chromium.js';
import { MEMBER, ORG_ID } from '../inbox/seed.js';

export type Page = 'sign-in' | 'inbox' | 'thread';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
];
const AFTERWARDS_MS = 300; // what a page asks for at once when it stands

/**
 * The JavaScript files that a real browser had loaded when the page could be used, by page; undefined without a browser.
 * It sees what no manifest tells: dynamic imports that run at once.
 */
export async function loadedByBrowser(siteUrl: string): Promise<Record<Page, Set<string>> | undefined> {
  const executablePath = findChromium();
  if (!executablePath) return undefined;
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    const context = await browser.newContext();
    const signIn = await load(context, `${siteUrl}/sign-in`, (tab) =>
      tab.locator('input[type=password]').first().waitFor(),
    );
    await signIn.tab.locator('input[type=email]').first().fill(MEMBER.email);
    await signIn.tab.locator('input[type=password]').first().fill(MEMBER.password);
    await signIn.tab.keyboard.press('Enter');
    await signIn.tab.waitForURL((url) => url.pathname.startsWith('/o'));
    const inbox = await load(context, `${siteUrl}/o/${ORG_ID}/inbox`, (tab) =>
      tab.getByText('Lead Number0').first().waitFor(),
    );
    const thread = await load(context, `${siteUrl}/o/${ORG_ID}/inbox/all/c0`, (tab) =>
      tab.getByRole('form', { name: 'Write' }).waitFor(),
    );
    return { 'sign-in': signIn.files, inbox: inbox.files, thread: thread.files };
  } finally {
    await browser.close();
  }
}

async function load(
  context: BrowserContext,
  url: string,
  usable: (tab: Tab) => Promise<void>,
): Promise<{ tab: Tab; files: Set<string> }> {
  const tab = await context.newPage();
  const files = new Set<string>();
  tab.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.js') && response.ok()) files.add(pathname.slice(1));
  });
  await tab.goto(url);
  await usable(tab);
  await wait(AFTERWARDS_MS);
  return { tab, files: new Set(files) };
}
