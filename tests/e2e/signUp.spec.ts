import { orgSchema, userSchema } from '@leadpulse/model';
import { POLICY_VERSION } from '@leadpulse/policy';
import { expect } from 'chai';
import { adminAuth, adminDb, mailbox, siteUrl } from '../../local/worldClient.js';
import { unique } from './people.js';
import { follows, misses, sees } from './sights.js';
import { answerAge, signUp } from './signUpScreen.js';
import { stage } from './stage.js';

const DAY_MS = 86_400_000;

describe('signing up [P1]', function () {
  this.timeout(120_000);
  const { visitor } = stage();

  it('gives a new person an empty organization with first steps, and the mailed link confirms the address', async () => {
    const { page } = await visitor();
    const email = `ada-${unique()}@newcomer.test`;
    const orgName = `Lakeside Homes ${unique()}`;
    const orgId = await signUp(page, { name: 'Ada Byron', email, password: 'analytical-engine', orgName });

    await sees(page.getByText('1 of 6 done')); // the practice number comes with the organization
    for (const title of ['Add your first lead', 'Send a text', 'See the answer come in', 'Connect a mailbox'])
      await sees(page.getByRole('heading', { name: title }));
    await follows(page, page.getByRole('link', { name: 'Inbox', exact: true }), /\/inbox/);
    await sees(page.getByText('No open conversations'));

    const user = await adminAuth().getUserByEmail(email);
    const org = orgSchema.parse((await adminDb().doc(`orgs/${orgId}`).get()).data());
    expect(org.access.status).to.equal('trialing');
    expect((org.access.trialEndsAt?.toMillis() ?? 0) - Date.now()).to.be.within(13.9 * DAY_MS, 14 * DAY_MS);
    const person = userSchema.parse((await adminDb().doc(`users/${user.uid}`).get()).data());
    expect(person.acceptedPolicy.version).to.equal(POLICY_VERSION);
    expect(person.preferences.promotionalEmails).to.equal(false);
    expect(JSON.stringify([person, org, user])).not.to.include('1987');

    await sees(page.getByText(`Confirm your email address: open the link we sent to ${email}.`));
    const { text } = await mailbox().find(
      ({ to, subject }) => to.some(({ address }) => address === email) && subject.startsWith('Confirm'),
    );
    const link = /http\S+/.exec(text)?.[0] ?? '';
    expect(link.startsWith(`${siteUrl()}/auth/action?mode=verifyEmail`), link).to.equal(true);
    await page.goto(link);
    await sees(page.getByRole('heading', { name: 'Your address is confirmed' }));
    expect((await adminAuth().getUser(user.uid)).emailVerified).to.equal(true);
    await page.getByRole('link', { name: 'Open LeadPulse' }).click();
    await sees(page.getByRole('navigation', { name: 'Main' }));
    await misses(page.getByText('Confirm your email address:'));
  });

  it('refuses a child kindly; neither reloading nor going back helps, and nothing is sent or kept [P17]', async () => {
    const { page, watch } = await visitor();
    const refusal = page.getByRole('heading', { name: 'Thank you for your interest' });
    await page.goto('/');
    await page.getByRole('link', { name: 'Start your free trial' }).click();
    await answerAge(page, new Date().getFullYear() - 12);
    await sees(refusal);
    await page.reload();
    await sees(refusal);
    await page.goBack();
    await page.getByRole('link', { name: 'Start your free trial' }).click();
    await sees(refusal);
    expect(await page.getByRole('textbox').count()).to.equal(0);

    const elsewhere = watch.requested().filter((url) => !url.startsWith(`${siteUrl()}/`));
    expect(elsewhere, 'asked of Auth, Firestore or Functions').to.deep.equal([]);
    const kept = await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])');
    expect(kept).to.equal('[{},{"leadpulse-sign-up":"closed"}]');
  });

  it('refuses a child who was invited as well, forgets the invite, and does not ask a second time [P17]', async () => {
    const { page, watch } = await visitor();
    const refusal = page.getByRole('heading', { name: 'Thank you for your interest' });
    await page.goto('/invite/o1/i1#token');
    await page.getByRole('button', { name: 'Create an account' }).click();
    await answerAge(page, new Date().getFullYear() - 9);
    await sees(refusal);
    const kept = await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])');
    expect(kept).to.equal('[{},{"leadpulse-sign-up":"closed"}]');
    await page.goto('/');
    await page.goBack(); // the same link, as it was opened
    await page.getByRole('button', { name: 'Create an account' }).click();
    await sees(refusal);
    await page.goto('/sign-up');
    await sees(refusal);
    const elsewhere = watch.requested().filter((url) => !url.startsWith(`${siteUrl()}/`));
    expect(elsewhere, 'asked of Auth, Firestore or Functions').to.deep.equal([]);
  });

  it('asks the age without saying which one is wanted [P17]', async () => {
    const { page } = await visitor();
    await page.goto('/sign-up');
    await sees(page.getByRole('group', { name: 'When were you born?' }));
    const said = (await page.locator('main :is(h1, p, legend, label, button)').allInnerTexts()).join(' ');
    expect(said)
      .to.include('When were you born?')
      .and.not.match(/13|thirteen|old enough|at least/i);
    await page.getByRole('button', { name: 'Go on' }).click();
    await sees(page.getByText('Choose the month, the day and the year of your birth.'));
  });

  it('names each field of the account that is missing or wrong, and makes nothing [P9]', async () => {
    const { page, watch } = await visitor();
    await page.goto('/sign-up');
    await answerAge(page, 1990);
    await page.getByLabel('Work email').fill('not-an-address');
    await page.getByLabel('Password', { exact: true }).fill('short');
    await page.getByRole('button', { name: 'Create account' }).click();
    for (const [label, words] of [
      ['Your name', 'Enter your name.'],
      ['Work email', 'complete address'],
      ['Password', 'at least'],
      ['Organization', 'Enter the name of your organization.'],
    ] as const) {
      const described = await page.getByLabel(label, { exact: true }).evaluate((input) =>
        (input.getAttribute('aria-describedby') ?? '')
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent)
          .join(' '),
      );
      expect(described.toLowerCase(), label).to.include(words.toLowerCase());
    }
    await sees(page.getByText('An account needs your agreement to the privacy policy.'));
    expect(await page.getByRole('checkbox', { name: /news/ }).isChecked()).to.equal(false);
    expect(watch.requested().filter((url) => url.includes('accounts:signUp'))).to.deep.equal([]);
  });
});
