import type { FeatureCounts, TelemetryBatch } from '@leadpulse/model';
import { batchKey, dayOf } from '@leadpulse/model';
import { expect } from 'chai';
import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { adminDb, eventually } from '../../local/worldClient.js';
import type { Person, Practice } from './people.js';
import { foundPractice, signIn, takeSeat } from './people.js';
import { misses, sees } from './sights.js';
import type { Visitor } from './stage.js';
import { stage } from './stage.js';

const KEY = 'leadpulse-sent-counts';

describe('usage counts', function () {
  this.timeout(120_000);
  const { visitor } = stage();
  let silent: Practice;
  let telling: Practice;
  before(async () => {
    silent = await foundPractice('Silent House');
    telling = await foundPractice('Counting House');
  });
  after(() => Promise.all([silent.client.close(), telling.client.close()]));

  /** A member who has chosen, on their first screen. */
  async function arrive(
    practice: Practice,
    [telemetry, cookies]: [boolean, 'necessary' | 'all'],
    signal?: string,
  ): Promise<Visitor & { person: Person }> {
    const person = await takeSeat(practice, 'Carla Counts', 'agent');
    const choices = { 'preferences.telemetry': telemetry, 'preferences.cookies': cookies };
    await adminDb().doc(`users/${person.uid}`).update(choices);
    const visited = await visitor();
    if (signal !== undefined) await visited.context.addInitScript(signal);
    await signIn(visited.page, person);
    await sees(visited.page.getByText('No open conversations'));
    return { ...visited, person };
  }

  const stored = (page: Page) => page.evaluate<string | null>(`localStorage.getItem('${KEY}')`);
  const kept = (page: Page, words: string) =>
    eventually(
      async () => ((await stored(page)) ?? '').includes(words) || undefined,
      `${words} was not kept`,
    );
  const own = (page: Page, { orgId }: Practice) => page.goto(`/o/${orgId}/privacy/usage-counts`);

  async function useThings(page: Page): Promise<void> {
    await page.getByRole('link', { name: 'Contacts', exact: true }).click();
    await sees(page.getByText('No contacts yet'));
    await lookAtKeys(page);
  }

  async function lookAtKeys(page: Page): Promise<void> {
    await page.keyboard.press('?');
    await sees(page.getByRole('dialog', { name: 'Keyboard' }));
    await page.keyboard.press('Escape');
    await misses(page.getByRole('dialog', { name: 'Keyboard' }));
  }

  for (const [what, choice, signal] of [
    ['who said no', [false, 'all']],
    ['who chose necessary storage only', [true, 'necessary']],
    [
      'whose browser sends Global Privacy Control',
      [true, 'all'],
      `Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })`,
    ],
    [
      'whose browser sends Do Not Track',
      [true, 'all'],
      `Object.defineProperty(navigator, 'doNotTrack', { value: '1' })`,
    ],
  ] as [string, [boolean, 'necessary' | 'all'], string?][]) {
    it(`are neither made nor kept of a member ${what}`, async () => {
      const { page } = await arrive(silent, choice, signal);
      await useThings(page);
      await own(page, silent);
      await sees(page.getByText(/^Counting is off/), page.getByText('Nothing was sent.'));
      expect(await stored(page)).to.equal(null);
      await page.goto('about:blank');
    });
  }

  it('leave with the page, as the member sees them, and come to the organization’s day', async () => {
    const { page, person } = await arrive(telling, [false, 'all']);
    await own(page, telling);
    await page.getByLabel('Count which features I use').check();
    await sees(page.getByText(/^Counting is on/));
    await useThings(page);
    await kept(page, 'keys.help');
    await page.goto('about:blank');
    const usage = adminDb().doc(`orgs/${telling.orgId}/usage/${dayOf(Date.now())}`);
    const counts = await eventually(
      async () => (await usage.get()).get('counts') as FeatureCounts | undefined,
      'The day did not come to hold it',
    );
    expect(counts).to.deep.equal({ 'contacts.open': 1, 'keys.help': 1 });
    expect((await usage.get()).get('browsers')).to.deep.equal({ chrome: 1 });

    await own(page, telling);
    await sees(page.getByText('Left with the page'));
    const [path, ...json] = ((await page.locator('pre').textContent()) ?? '').split('\n');
    const document = JSON.parse(json.join('\n')) as TelemetryBatch;
    expect(document).to.deep.include({ day: dayOf(Date.now()), browser: 'chrome', counts });
    const id = createHash('sha256')
      .update(batchKey(person.uid, telling.orgId, document))
      .digest('hex');
    expect(path).to.equal(`orgs/${telling.orgId}/telemetry/${id}`);
  });

  it('are dropped when the member switches them off', async () => {
    const { page } = await arrive(telling, [true, 'all']);
    await own(page, telling);
    await sees(page.getByText(/^Counting is on/));
    await lookAtKeys(page);
    await kept(page, 'keys.help');
    await sees(page.getByText('Leaves by'));
    await page.getByLabel('Count which features I use').uncheck();
    await sees(page.getByText('Counting is off. Nothing is added up, kept or sent.'));
    await kept(page, '"pending":[]');
    await page.goto('about:blank');
  });

  it('came from none of those who did not allow them, long after', async () => {
    const org = adminDb().doc(`orgs/${silent.orgId}`);
    const found = await Promise.all(['usage', 'telemetry'].map((name) => org.collection(name).get()));
    expect(found.flatMap(({ docs }) => docs.map((doc) => doc.ref.path))).to.deep.equal([]);
  });
});
