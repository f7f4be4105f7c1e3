import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { siteUrl } from '../../local/worldClient.js';
import { launchBrowser } from './browser.js';
import { signIn } from './people.js';
import { setScene } from './scene.js';
import type { Scene, ScreenToSee } from './screenList.js';
import { ORG_SCREENS, PUBLIC_SCREENS } from './screenList.js';
import { visit, wears } from './sights.js';

/** Pictures of every screen, to be looked at: `npx tsx tests/e2e/screens.ts <folder> [part of a name]...` */
const SIZES = [
  { width: 1440, height: 900 },
  { width: 768, height: 1024 },
  { width: 360, height: 740 },
];

async function takePictures(page: Page, folder: string, name: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await wears(page, colorScheme);
      await page.screenshot({ path: join(folder, `${name}-${size.width}-${colorScheme}.png`) });
    }
  }
}

async function show(page: Page, screen: ScreenToSee, scene: Scene, isInside: boolean): Promise<void> {
  await page.setViewportSize(SIZES[0] ?? { width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.keyboard.press('Escape');
  if (isInside) await visit(page, screen.path(scene));
  else await page.goto(screen.path(scene));
  await screen.ready(page, scene);
}

async function main(): Promise<void> {
  process.env.WORLD_BASE ??= '5300';
  const [folder, ...parts] = process.argv.slice(2);
  if (folder === undefined) throw new Error('npx tsx tests/e2e/screens.ts <folder> [part of a name]...');
  mkdirSync(folder, { recursive: true });
  const { practice, scene } = await setScene();
  const browser = await launchBrowser();
  const arrive = (): Promise<BrowserContext> =>
    browser.newContext({ baseURL: siteUrl(), reducedMotion: 'reduce', timezoneId: 'America/New_York' });
  const guest = await (await arrive()).newPage();
  const member = await (await arrive()).newPage();
  await signIn(member, practice.owner);
  for (const [page, screens] of [
    [guest, PUBLIC_SCREENS],
    [member, ORG_SCREENS],
  ] as const) {
    for (const screen of screens) {
      if (parts.length > 0 && !parts.some((part) => screen.name.includes(part))) continue;
      await show(page, screen, scene, page === member);
      await takePictures(page, folder, screen.name);
    }
  }
  await browser.close();
  await practice.client.close();
}

await main();
