import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { mailbox } from '../../local/worldClient.js';
import { bubble, composer, field, openThread, row, write } from './inboxScreen.js';
import type { Practice } from './people.js';
import { addLead, foundPractice, PASSWORD, phoneOf, setUndo, signIn, takeSeat, unique } from './people.js';
import { becomes, misses, sees } from './sights.js';
import type { Visitor } from './stage.js';
import { stage } from './stage.js';

const LEADS = ['Anna Lindh', 'Boris Vian', 'Carla Bruni'];

describe('finding one’s way', function () {
  this.timeout(120_000);
  const { visitor } = stage();
  let practice: Practice;
  let olivia: Visitor;
  const ids: string[] = [];
  const list = (): string => `/o/${practice.orgId}/inbox/all`;

  before(async () => {
    practice = await foundPractice(`Ways ${unique()}`);
    await setUndo(practice, 0);
    for (const name of LEADS) ids.push(await addLead(practice, { name, phones: [phoneOf('05')] }));
    olivia = await visitor();
    const { page } = olivia;
    await page.goto(`${list()}/${ids[0] ?? ''}`);
    await page.waitForURL(/\/sign-in\?next=/); // a deep link waits for the sign-in
    await signIn(page, practice.owner);
    for (const contactId of ids) {
      await openThread(page, practice.orgId, contactId);
      await write(page, 'Good morning.');
      await sees(bubble(page, 'Good morning.').getByText(/^(Sent|Delivered) /)); // a page that is left too early takes it along
    }
  });
  after(() => practice.client.close());

  it('comes back to a deep link after the sign-in', async () => {
    const { page } = await visitor();
    await page.goto(`${list()}/${ids[1] ?? ''}`);
    await page.waitForURL(/\/sign-in/);
    await signIn(page, practice.owner);
    await sees(page.getByRole('heading', { name: 'Boris Vian' }), bubble(page, 'Good morning.'));
    expect(new URL(page.url()).pathname).to.equal(`${list()}/${ids[1] ?? ''}`);
    await page.reload();
    await sees(bubble(page, 'Good morning.'));
  });

  it('goes back from any thread to the list, and from queue to queue', async () => {
    const { page } = olivia;
    await page.goto(list());
    await row(page, 'Carla Bruni').click();
    await sees(page.getByRole('heading', { name: 'Carla Bruni' }));
    await row(page, 'Anna Lindh').click();
    await sees(page.getByRole('heading', { name: 'Anna Lindh' }));
    await page.goBack();
    await sees(page.getByText('Choose a conversation'));
    expect(new URL(page.url()).pathname).to.equal(list());
    await page.getByRole('link', { name: /^Closed/ }).click();
    await sees(page.getByText('Nothing is closed yet'));
    await page.goBack();
    await sees(row(page, 'Anna Lindh'));
    await page.getByRole('link', { name: 'Contacts', exact: true }).click();
    await sees(page.getByRole('heading', { name: 'Contacts' })); // the inbox has a Boris Vian too
    await page.getByRole('link', { name: /Boris Vian/ }).click();
    await sees(page.getByRole('link', { name: 'Open conversation' }));
    await page.goBack();
    await misses(page.getByRole('link', { name: 'Open conversation' }));
    expect(new URL(page.url()).pathname).to.equal(`/o/${practice.orgId}/contacts`);
    await page.goto(`/o/${practice.orgId}/nonsense`);
    await sees(page.getByText('There is no such page'));
  });

  it('is worked by single keys: j and k step, r writes, e closes and passes on', async () => {
    const { page } = olivia;
    await page.goto(list());
    await sees(row(page, 'Carla Bruni'));
    await page.keyboard.press('j');
    await sees(page.getByRole('heading', { name: 'Carla Bruni' }));
    await page.keyboard.press('j');
    await sees(page.getByRole('heading', { name: 'Boris Vian' }));
    await page.keyboard.press('k');
    await sees(page.getByRole('heading', { name: 'Carla Bruni' }), field(page));
    await page.keyboard.press('r');
    await focused(page, 'Text to Carla Bruni');
    await page.keyboard.type('jkere'); // keys in a field are letters
    expect(await field(page).inputValue()).to.equal('jkere');
    await field(page).fill('');
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await focused(page, 'Note for your team');
    await page.keyboard.press('Escape');
    await page.keyboard.press('e');
    await sees(page.getByText('Conversation closed.'), page.getByRole('heading', { name: 'Boris Vian' }));
    await misses(row(page, 'Carla Bruni'));
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await sees(row(page, 'Carla Bruni'));
    await page.keyboard.press('s');
    await page.getByRole('menuitem', { name: /^Tomorrow morning/ }).click();
    await misses(row(page, 'Boris Vian'));
    await page.getByRole('link', { name: /^Snoozed/ }).click();
    await sees(row(page, 'Boris Vian').getByText(/^Until tomorrow/));
  });

  it('does everything from the palette, and shows the keys', async () => {
    const { page } = olivia;
    await page.goto(list());
    await sees(row(page, 'Anna Lindh'));
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog');
    await palette.getByLabel('Search commands').fill('settings');
    await sees(palette.getByText('Go to Settings'));
    await page.keyboard.press('Enter');
    await sees(page.getByRole('heading', { name: 'Settings' }));
    await misses(palette);
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await sees(row(page, 'Anna Lindh'));
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'Keyboard' });
    await sees(keys.getByText('Go to the next conversation'), keys.getByText('Show the keys'));
    await page.keyboard.press('Escape');
    await misses(keys);
  });

  it('reaches everything that matters with the Tab key, and leaves it again', async () => {
    const { page } = olivia;
    await openThread(page, practice.orgId, ids[0] ?? '');
    await field(page).fill('Hello'); // an empty message cannot be sent
    await page.evaluate('document.activeElement.blur()');
    const reached = await tabThrough(page);
    const wanted = [
      'Skip to the content',
      /^Organization: /,
      ...['Inbox', 'Contacts', 'Accounts', 'Team', 'Settings', 'Search commands', /^Your account: /],
      ...['Search contacts', /^Mine/, /^Closed/, /Anna Lindh.*Good morning/],
      ...['Assign', 'Snooze', /^Close( conversation)?$/, 'More actions', 'Conversation with Anna Lindh'],
      ...['Message', 'Note', /^Send by /, 'Text to Anna Lindh', 'Send later', 'Send'],
      ...['Edit contact', 'Stage', 'Assigned to', 'Company', 'Tags'],
    ];
    const missing = wanted.filter((name) => !reached.some((each) => matches(each, name)));
    expect(missing, `reached: ${reached.join(' | ')}`).to.deep.equal([]);
    await field(page).fill('');
  });

  it('signs out, and neither Back nor the address shows anything any more', async () => {
    const { page } = await visitor();
    await signIn(page, practice.owner);
    await sees(row(page, 'Anna Lindh'));
    await page.getByRole('link', { name: 'Contacts', exact: true }).click();
    await sees(page.getByRole('link', { name: /Anna Lindh/ }));
    await page.getByRole('button', { name: /^Your account: / }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForURL(/\/sign-in$/);
    await page.goBack();
    await page.waitForURL(/\/sign-in/);
    await page.goto(list());
    await page.waitForURL(/\/sign-in\?next=/);
    expect(await page.getByText('Anna Lindh').count()).to.equal(0);
  });

  it('resets a forgotten password by the link in the mail', async () => {
    const { page, watch } = await visitor();
    const forgetful = await takeSeat(practice, 'Fay Weldon', 'agent');
    const { email } = forgetful;
    watch.expect(/signInWithPassword|status of 400/);
    await page.goto('/sign-in');
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password', { exact: true }).fill('not-the-password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await sees(page.getByRole('alert').getByText(/do not belong together/));
    await page.getByRole('link', { name: 'Reset a forgotten password' }).click();
    await sees(page.getByRole('heading', { name: 'Reset your password' }));
    await page.getByLabel('Email').fill(email);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await sees(page.getByText(`If ${email} has an account, the link is on its way.`));
    const { text } = await mailbox().find(
      ({ to, subject }) => to.some(({ address }) => address === email) && subject.includes('password'),
    );
    await page.goto(/http\S+/.exec(text)?.[0] ?? '');
    await page.getByLabel('New password', { exact: true }).fill('a-brand-new-one');
    await page.getByRole('button', { name: 'Save password and sign in' }).click();
    await sees(page.getByRole('navigation', { name: 'Main' }));

    const { page: elsewhere, watch: other } = await visitor();
    other.expect(/signInWithPassword|status of 400/);
    await elsewhere.goto('/sign-in');
    await elsewhere.getByLabel('Email').fill(email);
    await elsewhere.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await elsewhere.getByRole('button', { name: 'Sign in' }).click();
    await sees(elsewhere.getByRole('alert').getByText(/do not belong together/));
    await signIn(elsewhere, forgetful, 'a-brand-new-one');
  });

  it('shows one pane at a time on a phone, and Back leads through them', async () => {
    const phone = await visitor({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    const { page } = phone;
    await signIn(page, practice.owner);
    await row(page, 'Anna Lindh').click();
    await sees(composer(page));
    await misses(row(page, 'Anna Lindh'));
    await page.getByRole('link', { name: /^Anna Lindh/, includeHidden: false }).click();
    await sees(page.getByRole('complementary', { name: 'Contact details' }));
    await misses(composer(page));
    await page.getByRole('button', { name: 'Close contact details' }).click();
    await sees(composer(page));
    await page.getByRole('button', { name: 'Back to the list' }).click();
    await sees(row(page, 'Anna Lindh'));
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(overflow).to.equal(0);
  });
});

async function focused(page: Page, name: string): Promise<void> {
  await becomes(page, `document.activeElement?.getAttribute('aria-label') === ${JSON.stringify(name)}`);
}

const NAME = `(() => {
  const at = document.activeElement;
  if (at === null || at === document.body) return '';
  const label = at.labels?.[0]?.innerText;
  return (at.getAttribute('aria-label') ?? label ?? at.innerText).replace(/\\s+/g, ' ').trim();
})()`;

/** The names of everything the Tab key stops at, until it leaves the page. */
async function tabThrough(page: Page): Promise<string[]> {
  const names: string[] = [];
  for (let step = 0; step < 100; step++) {
    await page.keyboard.press('Tab');
    const name = String(await page.evaluate(NAME));
    if (name === '' || (names.length > 0 && name === names[0])) return names;
    names.push(name);
  }
  throw new Error(`Tab does not come out again: ${names.join(' | ')}`);
}

function matches(reached: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? reached === wanted : wanted.test(reached);
}
