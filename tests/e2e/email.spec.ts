import { expect } from 'chai';
import { adminDb } from '../../local/worldClient.js';
import { MAIL_DOMAIN } from '../../local/world/environment.js';
import { bubble, composer, field, openThread, row, sendButton, timeline, write } from './inboxScreen.js';
import { receivedMail } from './mailSource.js';
import type { Practice } from './people.js';
import { addLead, foundPractice, setUndo, signIn, unique } from './people.js';
import { sees } from './sights.js';
import type { Visitor } from './stage.js';
import { stage } from './stage.js';

const ADDRESS = '12 Quay Street\nPortland, ME 04101';

describe('emailing a lead', function () {
  this.timeout(120_000);
  const { visitor } = stage();
  let practice: Practice;
  let owner: Visitor;
  const mailboxAddress = `sales-${unique()}@quayside.test`;

  before(async () => {
    practice = await foundPractice('Quayside Büro & Söhne');
    await setUndo(practice, 0);
    owner = await visitor();
    await signIn(owner.page, practice.owner);
  });
  after(() => practice.client.close());

  it('connects a mailbox only after it answered, and says which field is wrong', async () => {
    const { page, watch } = owner;
    watch.expect(/connectAccount|status of 4\d\d/);
    await page.goto(`/o/${practice.orgId}/accounts`);
    await page.getByRole('button', { name: 'Add account' }).click();
    await page.getByRole('button', { name: /^Sending only/ }).click();
    const form = page.getByRole('dialog', { name: 'Connect a mail server' });
    await form.getByRole('button', { name: 'Use the local mail sink' }).click();
    await form.getByLabel('Sender’s name').fill('Quayside sales');
    await form.getByLabel('Email address').fill(mailboxAddress);
    const port = await form.getByLabel('Port').inputValue();
    await form.getByLabel('Port').fill('9');
    await form.getByRole('button', { name: 'Connect mail server' }).click();
    await form.locator('[aria-invalid="true"]').waitFor();
    expect(await form.getByLabel('Port').getAttribute('aria-invalid')).to.equal('true');
    expect((await practice.accounts()).filter(({ kind }) => kind === 'smtp')).to.deep.equal([]);

    await form.getByLabel('Port').fill(port);
    await form.getByRole('button', { name: 'Connect mail server' }).click();
    await sees(page.getByRole('listitem').filter({ hasText: mailboxAddress }).getByText('Active'));
  });

  it('puts the postal address that the settings keep under every email', async () => {
    const { page } = owner;
    await page.goto(`/o/${practice.orgId}/settings`);
    await page.getByLabel('Postal address').fill(ADDRESS);
    await page.getByRole('button', { name: 'Save settings' }).click();
    await sees(page.getByText('Settings saved.'));
  });

  it('sends a real mail, threads the answer into the conversation and the next mail after it', async () => {
    const { page } = owner;
    const lead = `wim-${unique()}@leads.test`;
    const contactId = await addLead(practice, { name: 'Wim Duisen', emails: [lead] });
    await openThread(page, practice.orgId, contactId);
    await chooseMailbox(owner);
    await composer(page).getByLabel('Subject').fill('Your visit <on> Friday');
    await write(page, 'Dear Wim,\nwould Friday at ten suit you? 5 < 6 & so on');
    const first = await receivedMail(lead, 'would Friday at ten suit you?');
    const messageId = await newestId(practice, contactId, 'out');
    expect(first.messageId).to.equal(`<${messageId}.${contactId}.${practice.orgId}@${MAIL_DOMAIN}>`);
    expect(first.from?.value).to.deep.equal([{ name: practice.orgName, address: mailboxAddress }]);
    expect(first.subject).to.equal('Your visit <on> Friday');
    expect(first.inReplyTo).to.equal(undefined);
    for (const part of [first.text ?? '', String(first.html).replace(/<br>\n?/g, '\n')]) {
      expect(part)
        .to.include('Dear Wim,')
        .and.include(practice.orgName.split('&')[0]?.trim() ?? '');
      expect(part).to.include(ADDRESS);
    }
    expect(String(first.html)).to.include('5 &lt; 6 &amp; so on');

    await sees(timeline(page).getByText('Wim Duisen', { exact: true })); // the answer, in this thread
    await sees(bubble(page, 'would Friday at ten suit you?').getByText(/^Sent /));
    const answerId = await providerIdOf(practice, contactId, 'in');
    expect(await composer(page).getByLabel('Subject').inputValue()).to.equal('Re: Your visit <on> Friday');
    await write(page, 'Then I reserve it for you.');
    const second = await receivedMail(lead, 'Then I reserve it for you.');
    expect(second.subject).to.equal('Re: Your visit <on> Friday');
    expect(second.inReplyTo).to.equal(answerId);
    expect([second.references].flat()).to.deep.equal([first.messageId, answerId]);
    await sees(row(page, 'Wim Duisen'));
    const { docs } = await adminDb().collection(`orgs/${practice.orgId}/contacts`).get();
    expect(docs.map((doc) => doc.id)).to.deep.equal([contactId]); // nobody was made twice
  });

  it('is stopped by an opt-out that came by mail, and says so', async () => {
    const { page } = owner;
    const contactId = await addLead(practice, {
      name: 'Erin Nolan',
      emails: [`stop-${unique()}@leads.test`],
    });
    await openThread(page, practice.orgId, contactId);
    await chooseMailbox(owner);
    await write(page, 'Dear Erin, a house near the school came in.');
    await sees(bubble(page, 'Read as an opt-out: they are not sent any more emails.'));
    await field(page).fill('One more house');
    await sees(composer(page).getByText(/They asked not to be emailed/));
    expect(await sendButton(page).isDisabled()).to.equal(true);
  });
});

/** Writes from the mailbox that was connected, not from the practice one. */
async function chooseMailbox({ page }: Visitor): Promise<void> {
  await composer(page)
    .getByRole('button', { name: /^Send by / })
    .click();
  await page.getByRole('menuitem', { name: /Email from Quayside sales/ }).click();
}

async function newestId(practice: Practice, contactId: string, direction: 'in' | 'out'): Promise<string> {
  return (await newest(practice, contactId, direction)).id;
}

async function providerIdOf(practice: Practice, contactId: string, direction: 'in' | 'out'): Promise<string> {
  return String((await newest(practice, contactId, direction)).get('providerId'));
}

async function newest({ orgId }: Practice, contactId: string, direction: 'in' | 'out') {
  const messages = adminDb().collection(`orgs/${orgId}/contacts/${contactId}/messages`);
  const { docs } = await messages.orderBy('at', 'desc').get();
  const found = docs.find((doc) => doc.get('direction') === direction);
  if (!found) throw new Error(`There is no message ${direction}.`);
  return found;
}
