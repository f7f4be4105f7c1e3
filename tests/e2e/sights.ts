import type { Locator, Page } from 'playwright-core';
import { eventually } from '../../local/worldClient.js';

/** Waits until it is in sight. */
export async function sees(...things: Locator[]): Promise<void> {
  for (const thing of things) await thing.first().waitFor();
}

/** Waits until it is out of sight. */
export async function misses(thing: Locator): Promise<void> {
  await thing.first().waitFor({ state: 'hidden' });
}

/** Waits until there are so many. */
export async function counts(things: Locator, many: number): Promise<void> {
  const areThere = async (): Promise<true | undefined> => (await things.count()) === many || undefined;
  await eventually(areThere, `There did not come to be ${many} of them`);
}

/** Waits until the field holds these words. */
export async function holds(field: Locator, words: string): Promise<void> {
  const isHeld = async (): Promise<true | undefined> => (await field.inputValue()) === words || undefined;
  await eventually(isHeld, `The field did not come to hold “${words}”`);
}

/** Waits until this is true in the page. From outside: a page of ours lets nobody evaluate words, not even to wait. */
export async function becomes(page: Page, truth: string): Promise<void> {
  const isTrue = async (): Promise<true | undefined> => (await page.evaluate<boolean>(truth)) || undefined;
  await eventually(isTrue, `It did not become true that ${truth}`);
}

/** Follows a link of the page and waits for the address it leads to. */
export async function follows(page: Page, link: Locator, address: RegExp): Promise<void> {
  await link.click();
  await page.waitForURL(address);
}

/** Marks the page; the mark is gone if it was loaded anew. */
export async function mark(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate('window.leadpulseMark = true');
  return async () => (await page.evaluate('window.leadpulseMark === true')) === true;
}

/** Goes to a place of the app without loading it anew. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate(
    `history.pushState(null, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'))`,
  );
}

/** Changes the colours of the system, and waits until the page wears them and nothing moves any more. */
export async function wears(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await becomes(page, `document.documentElement.dataset.mantineColorScheme === '${colorScheme}'`);
  await page.evaluate(`(async () => {
    for (let quiet = 0; quiet < 3; quiet = document.getAnimations().length === 0 ? quiet + 1 : 0)
      await new Promise(requestAnimationFrame);
  })()`);
}
