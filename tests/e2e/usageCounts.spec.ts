import type { FeatureCounts, TelemetryBatch } from '@leadpulse/model';
import { batchKey, dayOf, userSchema } from '@leadpulse/model';
import { expect } from 'chai';
import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { adminDb, eventually } from '../../local/worldClient.js';
import type { Person, Practice } from './people.js';
import { optional } from './keptInBrowser.js';
import { composer, openThread, write } from './inboxScreen.js';
import { addLead, foundPractice, phoneOf, signIn, takeSeat } from './people.js';
import { misses, sees } from './sights.js';
import type { Visitor } from './stage.js';
import { stage } from './stage.js';

const KEY = 'leadpulse-sent-counts';

describe('usage counts [P3]', function () {
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
    [telemetry, cookies]: [boolean, 'unasked' | 'necessary' | 'all'],
    signal?: string,
  ): Promise<Visitor & { person: Person }> {
    const person = await takeSeat(practice, 'Carla Counts', 'agent');
    const choices = { 'preferences.telemetry': telemetry, 'preferences.cookies': cookies };
    await adminDb().doc(`users/${person.uid}`).update(choices);
    const visited = await visitor();
    if (signal !== undefined) await visited.context.addInitScript(signal);
    await signIn(visited.page, person);
    await sees(visited.page.getByRole('navigation', { name: 'Queues' }));
    return { ...visited, person };
  }

  const stored = (page: Page) => page.evaluate<string | null>(`localStorage.getItem('${KEY}')`);
  const kept = (page: Page, words: string) =>
    eventually(async () => {
      await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`); // a page keeps what it counted then
      return ((await stored(page)) ?? '').includes(words) || undefined;
    }, `${words} was not kept`);
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
    const { page, person, kept: written } = await arrive(telling, [false, 'unasked']);
    await page.getByRole('button', { name: 'Allow usage counts too' }).click();
    await misses(page.getByRole('button', { name: 'Allow usage counts too' }));
    await eventually(
      async () =>
        (await adminDb().doc(`users/${person.uid}`).get()).get('preferences.cookies') === 'all' || undefined,
      'The answer did not arrive',
    );
    expect(optional(written())).to.deep.equal([]); // nothing of the time before the answer
    await own(page, telling);
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

  it('hold nothing of what was written, searched or saved [P4]', async () => {
    const practice = await foundPractice('Word House');
    const lead = { name: 'Zelda Quartz', phones: [phoneOf('05')], emails: ['zelda.quartz@example.test'] };
    const contactId = await addLead(practice, lead);
    const { page } = await arrive(practice, [true, 'all']);
    await openThread(page, practice.orgId, contactId);
    await write(page, 'The vault code is quincunx-4711.');
    await composer(page).getByRole('button', { name: 'Note' }).click();
    await page.getByRole('textbox', { name: 'Note for your team' }).fill('Wears a harlequin hat.');
    await page.getByRole('button', { name: 'Save note' }).click();
    await sees(page.getByText('Wears a harlequin hat.'));
    await page.getByRole('link', { name: 'Contacts', exact: true }).click();
    await page.getByRole('region', { name: 'Contacts' }).getByRole('searchbox').fill('Zelda'); // the inbox has one, too
    await sees(page.getByText('Zelda Quartz'));
    await kept(page, 'contact.search');
    const inBrowser = (await stored(page)) ?? '';
    await page.goto('about:blank');
    const usage = adminDb().doc(`orgs/${practice.orgId}/usage/${dayOf(Date.now())}`);
    const day = await eventually(async () => {
      const data = (await usage.get()).data();
      return data && 'contact.search' in (data.counts as FeatureCounts) ? data : undefined;
    }, 'The day did not come to hold it');
    const counts = day.counts as FeatureCounts;
    expect(counts).to.include({ 'message.sendText': 1, 'note.add': 1, 'contact.search': 1 });
    for (const text of [inBrowser, JSON.stringify(day)]) {
      const typed = ['vault', 'quincunx', '4711', 'harlequin', 'Zelda', 'Quartz', lead.phones[0], contactId];
      for (const word of typed) expect(text).not.to.include(word);
    }
    await practice.client.close();
  });

  it('are asked for by two answers that are alike, and refused by one press for good [P5]', async () => {
    const { page, person, kept: written } = await arrive(silent, [false, 'unasked']);
    const answers = ['Only what is needed', 'Allow usage counts too'].map((name) =>
      page.getByRole('button', { name }),
    );
    const looks = await Promise.all(
      answers.map(async (answer) => {
        const { width, height } = (await answer.boundingBox()) ?? {};
        const style = await answer.evaluate((button) => {
          const { color, backgroundColor, borderColor, fontWeight, fontSize } = getComputedStyle(button);
          return [color, backgroundColor, borderColor, fontWeight, fontSize].join();
        });
        return { size: `${Math.round(width ?? 0)} x ${Math.round(height ?? 0)}`, style };
      }),
    );
    expect(looks[0]).to.deep.equal(looks[1]);
    await page.goto(`/o/${silent.orgId}/privacy`); // which asks by itself, and once
    await sees(page.getByRole('group', { name: 'What your browser may keep' }));
    expect(await answers[0]!.count()).to.equal(1);
    await page.goto(`/o/${silent.orgId}/inbox/all`);
    await answers[0]!.click();
    await misses(answers[0]!);
    const { preferences } = await eventually(async () => {
      const profile = userSchema.parse((await adminDb().doc(`users/${person.uid}`).get()).data());
      return profile.preferences.cookies === 'unasked' ? undefined : profile;
    }, 'The answer was not saved');
    expect(preferences).to.include({ cookies: 'necessary', telemetry: false });
    await useThings(page);
    await page.reload();
    await sees(page.getByText('No contacts yet'));
    expect(await answers[0]!.count()).to.equal(0);
    expect(optional(written())).to.deep.equal([]);
  });

  it('are not asked for in a browser that sends Global Privacy Control, and the privacy center says why [P5]', async () => {
    const signal = `Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })`;
    const { page } = await arrive(silent, [false, 'unasked'], signal);
    await page.goto(`/o/${silent.orgId}/privacy`);
    await sees(page.getByText('Counting is off, because your browser sends Global Privacy Control.'));
    expect(await page.getByRole('region', { name: /^May your browser count/ }).count()).to.equal(0);
  });

  it('are dropped with the list of what was sent when only what is needed may be kept', async () => {
    const { page } = await arrive(telling, [true, 'all']);
    await lookAtKeys(page);
    await kept(page, 'keys.help');
    await page.goto(`/o/${telling.orgId}/privacy`);
    await page.getByRole('button', { name: 'Only what is needed' }).click();
    await sees(page.getByText('Counting is off. Nothing is added up, kept or sent.'));
    await eventually(async () => ((await stored(page)) === null ? true : undefined), 'The list did not go');
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
