import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { Practice } from './people.js';
import { signIn } from './people.js';
import { setScene } from './scene.js';
import type { Scene, ScreenToSee } from './screenList.js';
import { ORG_SCREENS, PUBLIC_SCREENS } from './screenList.js';
import { visit, wears } from './sights.js';
import type { Visitor } from './stage.js';
import { DESKTOP, PHONE, stage } from './stage.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** All of axe's rules; where only the colours differ from what was checked before, only those of colours. */
const RULES = { light: '', dark: `runOnly: ['color-contrast', 'link-in-text-block'],` } as const;

/** Only what is wrong is described in full; style sheets are not fetched anew, as no rule in use reads them. */
const ONLY_VIOLATIONS = `resultTypes: ['violations'], preload: false`;

describe('accessibility', function () {
  this.timeout(120_000);
  const { visitor } = stage();
  let scene: Scene;
  let practice: Practice;
  let guest: Visitor;
  let member: Visitor;

  before(async () => {
    ({ practice, scene } = await setScene());
    guest = await visitor();
    member = await visitor();
    for (const { context } of [guest, member]) await context.addInitScript(AXE);
    await signIn(member.page, practice.owner);
  });
  after(() => practice.client.close());

  for (const screen of PUBLIC_SCREENS) {
    it(`finds nothing on ${screen.name}, light and dark, wide and narrow`, async () => {
      await guest.page.goto(screen.path(scene));
      expect(await violations(guest.page, screen, scene)).to.deep.equal([]);
    });
  }

  for (const screen of ORG_SCREENS) {
    it(`finds nothing on ${screen.name}, light and dark, wide and narrow`, async () => {
      await member.page.keyboard.press('Escape'); // what the screen before had open
      await visit(member.page, screen.path(scene));
      expect(await violations(member.page, screen, scene)).to.deep.equal([]);
    });
  }
});

async function violations(page: Page, screen: ScreenToSee, scene: Scene): Promise<string[]> {
  await page.setViewportSize(DESKTOP);
  await page.emulateMedia({ colorScheme: 'light' });
  await screen.ready(page, scene);
  const found: string[] = [];
  for (const [size, name] of [
    [DESKTOP, 'wide'],
    [PHONE, 'narrow'],
  ] as const) {
    await page.setViewportSize(size);
    for (const scheme of ['light', 'dark'] as const) {
      await wears(page, scheme);
      const told = await page.evaluate<string[]>(inspection(scheme));
      found.push(...told.map((words) => `${name} ${scheme}: ${words}`));
    }
  }
  return found;
}

/** Runs in the page: each violation's rule, its place, and what axe says of it. */
function inspection(scheme: keyof typeof RULES): string {
  return `axe.run(document, { ${RULES[scheme]} ${ONLY_VIOLATIONS} }).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => id + ' at ' + target.join(' ') + ' ' + failureSummary)))`;
}
