import { expect } from 'chai';
import type { Practice } from './people.js';
import { composer, openThread } from './inboxScreen.js';
import { addLead, foundPractice, PASSWORD, phoneOf, signIn, takeSeat, unique } from './people.js';
import { misses, sees } from './sights.js';
import type { Visitor } from './stage.js';
import { stage } from './stage.js';
import { choose, confirm, memberRow, openTeam, SOON_MS, within } from './teamScreen.js';

describe('seats and owners', function () {
  this.timeout(120_000);
  const { visitor } = stage();
  let practice: Practice;
  let olivia: Visitor;
  let ada: Visitor;

  before(async () => {
    practice = await foundPractice(`Quay ${unique()}`);
    const admin = await takeSeat(practice, 'Ada Byron', 'admin');
    await takeSeat(practice, 'Ben Okri', 'agent');
    olivia = await visitor();
    await signIn(olivia.page, practice.owner);
    ada = await visitor();
    await signIn(ada.page, admin);
  });
  after(() => practice.client.close());

  it('shows who was active', async () => {
    await openTeam(olivia.page, practice.orgId);
    await sees(memberRow(olivia.page, 'Ada Byron').getByText('Active today'));
    await sees(memberRow(olivia.page, 'Ben Okri').getByText('Not active yet'));
  });

  it('offers an admin nothing on an owner’s seat, and no way to make owners', async () => {
    await openTeam(ada.page, practice.orgId);
    expect(await ada.page.getByRole('button', { name: 'Change Olivia Grant' }).count()).to.equal(0);
    await ada.page.getByRole('button', { name: 'Change Ben Okri' }).click();
    await sees(ada.page.getByRole('menuitem', { name: 'Change role' }));
    expect(await ada.page.getByRole('menuitem', { name: 'Make owner' }).count()).to.equal(0);
    await ada.page.keyboard.press('Escape');
  });

  it('tells the last owner that somebody else has to be one before they leave', async () => {
    const dialog = await choose(olivia.page, 'your own seat', 'Leave organization');
    await sees(dialog.getByText('You are the only owner'));
    await confirm(dialog, 'Stay a member');
    await olivia.page.getByRole('button', { name: 'Change your own seat' }).click();
    expect(await olivia.page.getByRole('menuitem', { name: 'Step down' }).count()).to.equal(0);
    await olivia.page.keyboard.press('Escape');
  });

  it('hands the ownership over and makes the one who did an admin', async () => {
    const dialog = await choose(olivia.page, 'Ada Byron', 'Make owner');
    await dialog.getByRole('radio', { name: 'I become an admin' }).check();
    await confirm(dialog, 'Transfer ownership');
    await within(SOON_MS, memberRow(ada.page, 'Olivia Grant').getByText('Admin'));
    await within(SOON_MS, memberRow(olivia.page, 'Ada Byron').getByText('Owner'));
    await misses(olivia.page.getByRole('button', { name: 'Change Ada Byron' }));
  });

  it('closes a deleted organization for everybody at once, and opens it again when its owner restores it', async () => {
    const { page: hers } = ada;
    const lead = { name: 'Mary Quill', phones: [phoneOf('05')], emails: [] };
    await openThread(olivia.page, practice.orgId, await addLead(practice, lead)); // many listeners end at once
    await sees(composer(olivia.page));
    await hers.goto(`/o/${practice.orgId}/settings`);
    await hers.getByRole('button', { name: 'Delete organization' }).click();
    const dialog = hers.getByRole('dialog');
    const act = dialog.getByRole('button', { name: 'Delete organization' });
    await dialog.getByLabel(/^Type the name/).fill('quay');
    await dialog.getByLabel('Your password').fill('not-hers-at-all');
    expect(await act.isDisabled()).to.equal(true);
    await dialog.getByLabel(/^Type the name/).fill(practice.orgName);
    ada.watch.expect(/answered 400|status of 400/); // the wrong password
    await act.click();
    await sees(dialog.getByText('This is not your password. Nothing was deleted.'));
    await dialog.getByLabel('Your password').fill(PASSWORD);
    await act.click();

    await sees(hers.getByRole('heading', { name: `${practice.orgName} was deleted` }));
    await within(SOON_MS, olivia.page.getByRole('heading', { name: `${practice.orgName} was deleted` }));
    expect(await olivia.page.getByRole('button', { name: 'Restore organization' }).count()).to.equal(0);
    await hers.getByRole('button', { name: 'Restore organization' }).click();
    await sees(hers.getByRole('heading', { name: 'Settings' }));
    await within(SOON_MS, composer(olivia.page));
  });

  it('lets a member leave without signing them out', async () => {
    const { page } = olivia;
    await openTeam(page, practice.orgId);
    await confirm(await choose(page, 'your own seat', 'Leave organization'), 'Leave organization');
    await sees(page.getByText(`You are no longer a member of ${practice.orgName}`));
    await page.getByRole('link', { name: 'Create an organization' }).click();
    await sees(page.getByText(`You are signed in as ${practice.owner.email}.`, { exact: false }));
  });
});
