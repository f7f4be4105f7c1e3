import { expect } from 'chai';
import { HOST } from '../../local/ports.js';
import { adminDb, siteUrl, worldPorts } from '../../local/worldClient.js';
import { keptNow, optional, unregistered, watchKept } from './keptInBrowser.js';
import type { Practice } from './people.js';
import { signIn } from './people.js';
import { setScene } from './scene.js';
import type { Scene, ScreenToSee } from './screenList.js';
import { ORG_SCREENS, PUBLIC_SCREENS } from './screenList.js';
import { misses, visit } from './sights.js';
import type { Visitor } from './stage.js';
import { stage } from './stage.js';

/** Put there by the test itself. */
const STAGED = ['usage-counts-told', 'storage-question', 'storage-question-team'];

describe('a walk through every screen by somebody who refused', function () {
  this.timeout(180_000);
  const { visitor } = stage();
  let practice: Practice;
  let scene: Scene;
  let guest: Visitor;
  let member: Visitor;

  before(async () => {
    ({ practice, scene } = await setScene());
    guest = await visitor();
    member = await visitor();
    const page = adminDb().doc(`users/${practice.owner.uid}`);
    await page.update({ 'preferences.cookies': 'unasked' });
    await signIn(member.page, practice.owner);
    const refusal = member.page.getByRole('button', { name: 'Only what is needed' });
    await refusal.click();
    await misses(refusal);
    await walk(guest, PUBLIC_SCREENS);
    await walk(member, ORG_SCREENS);
  });
  after(() => practice.client.close());

  async function walk({ page }: Visitor, screens: readonly ScreenToSee[]): Promise<void> {
    for (const screen of screens.filter(({ name }) => !STAGED.includes(name))) {
      await page.keyboard.press('Escape'); // what the screen before had open
      if (page === guest.page) await page.goto(screen.path(scene));
      else await visit(page, screen.path(scene));
      await screen.ready(page, scene);
    }
  }

  it('leaves in the browser only what is needed, and no cookie [P5]', async () => {
    for (const { page, kept } of [guest, member]) {
      const found = [...kept(), ...(await keptNow(page))];
      expect(unregistered(found)).to.deep.equal([]);
      expect(optional(found)).to.deep.equal([]);
      expect(found.filter(({ place }) => place === 'cookie')).to.deep.equal([]);
    }
    expect(member.kept()).to.deep.include({ place: 'indexedDB', key: 'firebaseLocalStorageDb' });
  });

  it('asks nobody but the site and Firebase [P14]', () => {
    const { auth, firestore, functions } = worldPorts();
    const ours = [siteUrl(), ...[auth, firestore, functions].map((port) => `http://${HOST}:${port}`)];
    const asked = [guest, member].flatMap(({ watch }) => watch.requested());
    const origins = new Set(
      asked.filter((url) => !/^(blob|data):/.test(url)).map((url) => new URL(url).origin),
    );
    expect([...origins].filter((origin) => !ours.includes(origin))).to.deep.equal([]);
    expect([...origins]).to.include.members(ours.slice(0, 3));
  });

  it('tells nothing of what was used [P4]', async () => {
    await member.page.goto('about:blank');
    const sent = member.watch.requested().filter((url) => url.endsWith(':commit')); // as a document of counts leaves
    expect(sent).to.deep.equal([]);
    for (const orgId of [scene.orgId, scene.emptyOrgId]) {
      const { size } = await adminDb().collection(`orgs/${orgId}/telemetry`).get();
      expect(size).to.equal(0);
    }
    const { size } = await adminDb().collection(`orgs/${scene.emptyOrgId}/usage`).get();
    expect(size).to.equal(0);
  });

  it('would have noticed a key of no list, a database, a cache and a cookie', async () => {
    const context = await guest.context.browser()!.newContext({ baseURL: siteUrl() });
    const kept = await watchKept(context);
    const page = await context.newPage();
    await page.goto('/sign-in');
    await page.evaluate(`(async () => {
      localStorage.setItem('visitor', '1');
      localStorage.removeItem('visitor');
      sessionStorage.setItem('visitor', '1');
      localStorage.setItem('leadpulse-sent-counts', '{}');
      indexedDB.open('visitors');
      document.cookie = 'visitor=1';
      await caches.open('visitors');
    })()`);
    const expected = [
      { place: 'localStorage', key: 'visitor' },
      { place: 'sessionStorage', key: 'visitor' },
      { place: 'indexedDB', key: 'visitors' },
      { place: 'cookie', key: 'visitor' },
      { place: 'cache', key: 'visitors' },
    ];
    expect(unregistered(kept())).to.have.deep.members(expected);
    expect(unregistered(await keptNow(page))).to.have.deep.members(expected.slice(1));
    expect(optional(kept())).to.deep.equal([{ place: 'localStorage', key: 'leadpulse-sent-counts' }]);
    await context.close();
  });
});
