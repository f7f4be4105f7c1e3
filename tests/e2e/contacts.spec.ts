import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { adminDb } from '../../local/worldClient.js';
import { fillLead, submitLead } from './leadForm.js';
import { nameOf, seedContacts } from './manyContacts.js';
import type { Practice } from './people.js';
import { addLead, foundPractice, signIn, unique } from './people.js';
import { becomes, misses, sees } from './sights.js';
import type { Visitor } from './stage.js';
import { stage } from './stage.js';

const MANY = 10_500;
const FAR = 700;
const MOST_ROWS = 60; // those in sight, and a few above and below

describe('contacts', function () {
  this.timeout(120_000);
  const { visitor } = stage();
  let practice: Practice;
  let owner: Visitor;
  const place = (rest = ''): string => `/o/${practice.orgId}/contacts${rest}`;

  before(async () => {
    practice = await foundPractice(`Contacts ${unique()}`);
    owner = await visitor();
    await signIn(owner.page, practice.owner);
  });
  after(() => practice.client.close());

  it('refuse a number that is none, at its field, and store nothing until it is right', async () => {
    const { page } = owner;
    await page.goto(place());
    await sees(page.getByText('No contacts yet'));
    await page.getByRole('link', { name: 'Add contact' }).first().click();
    await fillLead(page, { name: 'Harriet Vane', phone: '12345', email: 'Harriet.Vane@Oxford.test' });
    await submitLead(page);
    const phone = page.getByLabel('Phone', { exact: true });
    await sees(page.locator('[type="tel"][aria-invalid="true"]'));
    expect(await describedBy(phone)).to.match(/number/i);
    expect((await adminDb().collection(`orgs/${practice.orgId}/contacts`).get()).size).to.equal(0);
    await phone.fill('202 555 0143');
    await sees(page.getByText(/\+12025550143/)); // how it will be read
    await submitLead(page);
    await sees(page.getByRole('link', { name: 'Open conversation' }));
    const { docs } = await adminDb().collection(`orgs/${practice.orgId}/contacts`).get();
    expect(docs.map((doc) => doc.data())).to.have.length(1);
    expect(docs[0]?.get('phones')).to.deep.equal(['+12025550143']);
    expect(docs[0]?.get('emails')).to.deep.equal(['harriet.vane@oxford.test']);
  });

  it('flag a number that another contact has, and keep both', async () => {
    const { page } = owner;
    await page.goto(place('/new'));
    await fillLead(page, { name: 'Harry Vane', phone: '(202) 555-0143' });
    await submitLead(page);
    await sees(page.getByText('Possible duplicate:'));
    await page.getByRole('link', { name: 'another contact' }).click();
    await sees(page.getByRole('heading', { name: 'Harriet Vane' }));
    await sees(
      rowsOf(page).filter({ hasText: 'Harry Vane' }),
      rowsOf(page).filter({ hasText: 'Harriet Vane' }),
    );
  });

  it('are edited where they stand: stage, tag, name', async () => {
    const { page } = owner;
    const contactId = await addLead(practice, {
      name: 'Piter Wimsy',
      emails: [`peter-${unique()}@leads.test`],
    });
    await page.goto(place(`/${contactId}`));
    await page.getByRole('link', { name: 'Edit contact' }).click();
    const pane = page.getByRole('complementary', { name: 'Piter Wimsy' });
    await pane.getByLabel('Name').fill('Peter Wimsey');
    await pane.getByLabel('Stage').selectOption('Qualified');
    await pane.getByLabel('Tags').fill('collector');
    await page.keyboard.press('Enter');
    await pane.getByRole('button', { name: 'Save contact' }).click();
    const saved = page.getByRole('complementary', { name: 'Peter Wimsey' });
    await sees(saved.getByText('collector'), saved.getByText('Qualified'));
    await page
      .getByRole('group', { name: 'Filters' })
      .getByLabel('Tag', { exact: true })
      .selectOption('collector');
    await misses(rowsOf(page).filter({ hasText: 'Harry Vane' }));
    await sees(rowsOf(page).filter({ hasText: 'Peter Wimsey' }));
  });

  it('are found by the beginning of a name, a number or an email', async () => {
    const { page } = owner;
    await page.goto(place());
    for (const [typed, found] of [
      ['harriet', ['Harriet Vane']],
      ['van', ['Harriet Vane', 'Harry Vane']],
      ['202555', ['Harriet Vane', 'Harry Vane']],
      ['0143', ['Harriet Vane', 'Harry Vane']],
      ['harriet.vane@ox', ['Harriet Vane']],
    ] as const) {
      await page.getByRole('searchbox').fill(typed);
      await misses(rowsOf(page).filter({ hasText: 'Peter Wimsey' }));
      await sees(...found.map((name) => rowsOf(page).filter({ hasText: name })));
      await becomes(
        page,
        `document.querySelectorAll('[aria-label="Contacts"] li').length === ${found.length}`,
      );
    }
    await page.getByRole('searchbox').fill('nobody at all');
    await sees(page.getByText('Nobody found'));
    await page.getByRole('button', { name: 'Clear search and filters' }).click();
    await sees(rowsOf(page).filter({ hasText: 'Peter Wimsey' }));
  });

  it(`scroll through ${MANY} with few rows drawn, and far ones arrive`, async () => {
    const crowd = await foundPractice(`Crowd ${unique()}`);
    await seedContacts(crowd.orgId, MANY);
    const { page } = await visitor();
    await signIn(page, crowd.owner);
    await page.goto(`/o/${crowd.orgId}/contacts`);
    await sees(rowsOf(page).filter({ hasText: nameOf(0) }));
    let furthest = 0;
    let most = 0;
    while (furthest < FAR) {
      await becomes(page, `Math.max(...${POSITIONS}) > ${furthest}`);
      furthest = Number(await page.evaluate(`Math.max(...${POSITIONS})`));
      most = Math.max(most, await rowsOf(page).count());
      await page.evaluate(`${LIST}.parentElement.scrollTop = ${LIST}.scrollHeight`);
    }
    expect(most).to.be.within(5, MOST_ROWS);
    await sees(rowsOf(page).filter({ hasText: /Lead 00[67]\d\d/ }));
    await page.evaluate(`${LIST}.parentElement.scrollTop = 0`);
    await sees(rowsOf(page).filter({ hasText: nameOf(0) }));
    await page.getByRole('searchbox').fill(String(MANY - 1));
    await sees(rowsOf(page).filter({ hasText: nameOf(MANY - 1) }));
    await crowd.client.close();
  });
});

const LIST = `document.querySelector('ul[aria-label="Contacts"]')`;
const POSITIONS = `[...${LIST}.children].map((item) => Number(item.getAttribute('aria-posinset')))`;

function rowsOf(page: Page): Locator {
  return page.getByRole('list', { name: 'Contacts' }).getByRole('listitem');
}

async function describedBy(input: Locator): Promise<string> {
  const ids = ((await input.getAttribute('aria-describedby')) ?? '').split(' ').filter((id) => id !== '');
  const texts = await Promise.all(ids.map((id) => input.page().locator(`[id="${id}"]`).innerText()));
  return texts.join(' ');
}
