import { userConsentSchema, userSchema } from '@leadpulse/model';
import { POLICY_VERSION } from '@leadpulse/policy';
import { expect } from 'chai';
import { Timestamp } from 'firebase-admin/firestore';
import { adminDb, eventually } from '../../local/worldClient.js';
import type { Person, Practice } from './people.js';
import { foundPractice, signIn, takeSeat } from './people.js';
import { follows, misses, sees } from './sights.js';
import { stage } from './stage.js';

const EARLIER = '2026-11-25';
const DAY_MS = 86_400_000;

describe('a new version of the policy [P18]', function () {
  this.timeout(120_000);
  const { visitor } = stage();
  let practice: Practice;
  before(async () => {
    practice = await foundPractice('Policy House');
  });
  after(() => practice.client.close());

  /** A member who accepted the version before. */
  async function reader(name: string, more: object = {}): Promise<Person> {
    const person = await takeSeat(practice, name, 'agent');
    const acceptedPolicy = { version: EARLIER, at: Timestamp.fromMillis(Date.now() - 30 * DAY_MS) };
    await adminDb()
      .doc(`users/${person.uid}`)
      .update({ acceptedPolicy, ...more });
    return person;
  }
  const pageOf = async ({ uid }: Person) =>
    userSchema.parse((await adminDb().doc(`users/${uid}`).get()).data());
  const recordOf = async ({ uid }: Person, step: 'seen' | 'accepted') =>
    userConsentSchema.parse(
      (await adminDb().doc(`users/${uid}/consents/policy_${POLICY_VERSION}_${step}`).get()).data(),
    );

  it('is shown with what changed, and its button puts the acceptance on record', async () => {
    const person = await reader('Rita Reader');
    const { page } = await visitor();
    await signIn(page, person);
    const notice = page.getByRole('region', { name: 'News of the privacy policy' });
    await sees(
      notice.getByRole('heading', { name: 'A new privacy policy is in force since November 26, 2026' }),
    );
    await eventually(async () => (await pageOf(person)).seenPolicy, 'That it was seen was not recorded');
    expect((await pageOf(person)).acceptedPolicy.version).to.equal(EARLIER);
    expect(await recordOf(person, 'seen')).to.include({ what: 'policy-notice', textVersion: POLICY_VERSION });

    await follows(
      page,
      notice.getByRole('link', { name: 'See what changed' }),
      /\/privacy\?since=2026-11-25/,
    );
    const changes = page.getByRole('region', { name: 'What changed since November 25, 2026' });
    await sees(changes.getByRole('heading', { name: 'How long we keep it' }), changes.locator('ins'));
    await sees(changes.locator('del').getByText('LeadPulse collects no usage statistics today'));
    await page.goBack();

    await notice.getByRole('button', { name: 'Accept and go on' }).click();
    await sees(
      notice.getByText(/^That you accepted the privacy policy of November 26, 2026 is on record since/),
    );
    expect((await pageOf(person)).acceptedPolicy.version).to.equal(POLICY_VERSION);
    expect(await recordOf(person, 'accepted')).to.include({ given: true, source: 'policy-notice' });
    await follows(page, notice.getByRole('link', { name: 'See the record' }), /\/privacy$/);
    await sees(
      page.getByText('Accepted with the button of the notice'),
      page.getByText('The notice was shown to you'),
    );
    await notice.getByRole('button', { name: 'Close' }).click();
    await misses(notice);
  });

  it('is accepted by going on a day after it was seen, and that is said', async () => {
    const seenPolicy = { version: POLICY_VERSION, at: Timestamp.fromMillis(Date.now() - DAY_MS - 60_000) };
    const person = await reader('Gus Going-On', { seenPolicy });
    const { page } = await visitor();
    await signIn(page, person);
    await sees(
      page.getByText(/^That you accepted the privacy policy of November 26, 2026 is on record since/),
    );
    expect(await recordOf(person, 'accepted')).to.include({ source: 'going-on' });
  });

  it('is no news to who accepted it', async () => {
    const person = await takeSeat(practice, 'Nora Noted', 'viewer');
    const { page } = await visitor();
    await signIn(page, person);
    await sees(page.getByRole('navigation', { name: 'Main' }));
    expect(await page.getByRole('region', { name: 'News of the privacy policy' }).count()).to.equal(0);
    expect((await pageOf(person)).seenPolicy).to.equal(undefined);
  });
});

describe('the pages about privacy', function () {
  this.timeout(120_000);
  const { visitor } = stage();

  it('lead from one to the other, without a database and without a sign-in [P19]', async () => {
    const { page, watch } = await visitor();
    await page.goto('/');
    const foot = page.getByRole('navigation', { name: 'Privacy and security' });
    for (const [link, heading] of [
      ['Privacy policy', 'Privacy policy'],
      ['Processors', 'Who processes data for us'],
      ['Promises kept', 'What we promise, and how it is kept'],
      ['Ask about your data', 'Ask about your data'],
      ['Security', 'Security'],
    ] as const) {
      await foot.getByRole('link', { name: link, exact: true }).click();
      await sees(page.getByRole('heading', { name: heading, level: 1 }));
    }
    await page.goto('/privacy/contact');
    await sees(page.getByRole('link', { name: 'support@leadpulse.app' }));
    expect(watch.requested().filter((url) => /firestore|mantine/i.test(url))).to.deep.equal([]);
  });

  it('name who gets which data [P12], and what keeps each promise', async () => {
    const { page } = await visitor();
    await page.goto('/privacy/processors');
    const stripe = page.getByRole('article').filter({ has: page.getByRole('heading', { name: 'Stripe' }) });
    await sees(stripe.getByText('the email address of the owner who buys'));
    expect(await page.getByText('Practice leads').count()).to.equal(0);
    await page.goto('/privacy/promises');
    await sees(page.getByRole('heading', { name: 'Questions reach a person.' }));
    expect(await page.getByRole('article').count()).to.equal(20);
    await follows(page, page.getByRole('link', { name: 'Links to other sites' }), /\/privacy#other-sites$/);
    await sees(page.getByRole('heading', { name: 'Links to other sites' }));
  });
});
