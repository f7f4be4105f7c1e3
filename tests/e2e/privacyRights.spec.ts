import { expect } from 'chai';
import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { adminAuth, adminDb, eventually } from '../../local/worldClient.js';
import type { Practice } from './people.js';
import { addLead, foundPractice, PASSWORD, signIn, takeSeat } from './people.js';
import { misses, sees, visit } from './sights.js';
import type { Visitor } from './stage.js';
import { stage } from './stage.js';

/** Presses what asks for an export, and opens the zip that the browser saved. */
async function saved(page: Page, button: string): Promise<Record<string, string>> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  const files = unzipSync(new Uint8Array(readFileSync(await download.path())));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

describe('rights over one’s data [P20]', function () {
  this.timeout(120_000);
  const { visitor } = stage();
  let practice: Practice;
  let owner: Visitor;

  before(async () => {
    practice = await foundPractice('Rights Realty', 'Rita Holm');
    owner = await visitor({ acceptDownloads: true });
    await signIn(owner.page, practice.owner);
  });
  after(() => practice.client.close());

  it('a person downloads what is held about them, and sees that it is saved', async () => {
    const { page } = owner;
    await visit(page, `/o/${practice.orgId}/privacy`);
    const files = await saved(page, 'Download my data');
    expect(files['page.json']).to.include(practice.owner.email);
    await sees(page.getByText(/^Saved, \d+ entries/));
  });

  it('a person corrects their name, and the team reads the new one', async () => {
    const { page } = owner;
    const change = page.getByRole('button', { name: 'Change name' });
    expect(await change.isDisabled()).to.equal(true);
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill(' Rita Holmberg ');
    await change.click();
    await sees(page.getByText('Your name is changed.'));
    await visit(page, `/o/${practice.orgId}/team`);
    await sees(page.getByText('Rita Holmberg (you)'));
  });

  it('an owner exports a contact, and erases it', async () => {
    const { page } = owner;
    const contactId = await addLead(practice, { name: 'Erasmus Gone', phones: ['+12025550143'] });
    await visit(page, `/o/${practice.orgId}/contacts/${contactId}`);
    const files = await saved(page, 'Export contact');
    expect(files['contact.json']).to.include('Erasmus Gone');
    await page.getByRole('button', { name: 'Erase contact' }).click();
    const dialog = page.getByRole('dialog', { name: 'Erase Erasmus Gone?' });
    await dialog.getByRole('button', { name: 'Erase contact' }).click();
    await misses(dialog);
    await sees(page.getByText('This contact is not here any more'));
    expect((await adminDb().doc(`orgs/${practice.orgId}/contacts/${contactId}`).get()).exists).to.equal(
      false,
    );
  });

  it('a person asks for something, and reads until when it is answered', async () => {
    const { page } = owner;
    await visit(page, `/o/${practice.orgId}/privacy`);
    await page.getByRole('button', { name: 'Make a request' }).click();
    const dialog = page.getByRole('dialog', { name: 'Make a request' });
    await dialog.getByLabel('In your words').fill('Who saw my address?');
    await dialog.getByRole('button', { name: 'Send request' }).click();
    await sees(page.getByText('30 days left'), page.getByText('Who saw my address?'));
  });

  it('an owner sees what a timer would erase before it is kept', async () => {
    const { page } = owner;
    await visit(page, `/o/${practice.orgId}/privacy`);
    await page.getByRole('combobox', { name: 'Keep conversations' }).click();
    await page.getByRole('option', { name: '1 year' }).click();
    await page.getByRole('button', { name: 'Count what would go' }).click();
    const dialog = page.getByRole('dialog', { name: 'Erase after 365 days?' });
    await sees(dialog.getByText(/^No conversation would be erased/));
    await dialog.getByRole('button', { name: 'Start the timer' }).click();
    await misses(dialog);
    const org = await adminDb().doc(`orgs/${practice.orgId}`).get();
    expect(org.get('settings.retentionDays')).to.equal(365);
  });

  it('a member erases their account, and is a stranger from then on', async () => {
    const { page } = await visitor();
    const member = await takeSeat(practice, 'Mona Leaving', 'agent');
    await signIn(page, member);
    await visit(page, `/o/${practice.orgId}/privacy`);
    await page.getByRole('button', { name: 'Erase my account' }).click();
    const dialog = page.getByRole('dialog', { name: 'Erase your account?' });
    await dialog.getByLabel(/^Type your address/).fill(member.email);
    await dialog.getByLabel('Your password').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Erase my account' }).click();
    await page.waitForURL(/\/erased#/);
    await sees(page.getByRole('heading', { name: 'Your account is being erased' }));
    await eventually(async () => {
      const { users } = await adminAuth().getUsers([{ uid: member.uid }]);
      return users.length === 0 || undefined;
    }, 'the sign-in is still there');
    await eventually(
      async () => ((await adminDb().doc(`users/${member.uid}`).get()).exists ? undefined : true),
      'the page is still there',
    );
  });

  it('the last owner among others is told to hand over first', async () => {
    const { page, watch } = owner;
    watch.expect(/eraseMyAccount|status of 400/);
    await takeSeat(practice, 'Nora Staying', 'agent');
    await visit(page, `/o/${practice.orgId}/privacy`);
    await page.getByRole('button', { name: 'Erase my account' }).click();
    const dialog = page.getByRole('dialog', { name: 'Erase your account?' });
    await dialog.getByLabel(/^Type your address/).fill(practice.owner.email);
    await dialog.getByLabel('Your password').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Erase my account' }).click();
    await sees(dialog.getByText('An organization needs an owner. Make somebody else an owner first.'));
  });
});
