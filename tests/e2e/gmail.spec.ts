import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { googleControlOf } from '../../local/google/control/client.js';
import { HOST } from '../../local/ports.js';
import { adminDb, eventually, worldPorts } from '../../local/worldClient.js';
import { card, cardButton, openAccounts, restAndLeave } from './accountsScreen.js';
import { bubble, composer, field, openThread, row, sendButton, timeline, write } from './inboxScreen.js';
import type { Practice } from './people.js';
import { addLead, foundPractice, setUndo, signIn, unique } from './people.js';
import { misses, sees } from './sights.js';
import type { Visitor } from './stage.js';
import { stage } from './stage.js';

const NAME = 'Sales mailbox';

describe('a Gmail account', function () {
  this.timeout(120_000);
  const { visitor } = stage();
  const google = googleControlOf(`http://${HOST}:${worldPorts().google}`);
  const lead = `jo.${unique()}@lead.example`.toLowerCase();
  let practice: Practice;
  let owner: Visitor;
  let mailbox: string;

  before(async () => {
    practice = await foundPractice(`Mill Road ${unique()}`);
    await setUndo(practice, 0);
    mailbox = (await google.newMailbox()).address;
    owner = await visitor();
    await signIn(owner.page, practice.owner);
    owner.watch.expect(/finishGoogle|status of [45]\d\d/);
  });
  after(() => practice.client.close());

  const goToGoogle = async (page: Page): Promise<void> => {
    const dialog = page.getByRole('dialog', { name: 'Connect Gmail' });
    await dialog.getByLabel('Name').fill(NAME);
    await dialog.getByRole('button', { name: 'Continue at Google' }).click();
    await page.getByLabel('Google Account').fill(mailbox);
  };
  const agree = (page: Page) => page.getByRole('button', { name: 'Continue' }).click();
  const widen = async (page: Page): Promise<void> => {
    await card(page, NAME).getByRole('button', { name: 'Bring mails in here' }).click();
    await page.getByLabel('Google Account').waitFor();
  };
  const untilRead = async (): Promise<void> => {
    const { historyId } = await google.mailbox(mailbox);
    const accountId = (await practice.accounts()).find(({ address }) => address === mailbox)?.accountId ?? '';
    const account = adminDb().doc(`orgs/${practice.orgId}/accounts/${accountId}`);
    const isRead = async () => Number((await account.get()).get('health.syncedTo')) >= historyId || undefined;
    await eventually(isRead, 'The mailbox was not read to its end');
  };
  const writeMail = async (words: string): Promise<void> => {
    const name = `Lead ${unique()}`;
    const contactId = await addLead(practice, { name, emails: [`${unique()}@leads.test`] });
    await openThread(owner.page, practice.orgId, contactId);
    await composer(owner.page)
      .getByRole('button', { name: /^Send by / })
      .click();
    await owner.page.getByRole('menuitem', { name: new RegExp(`Email from ${NAME}`) }).click();
    await composer(owner.page).getByLabel('Subject').fill('The loft');
    await write(owner.page, words);
  };

  it('says what is missing when nobody agrees, a box is left out or Google is silent, and connects after that', async () => {
    const { page } = owner;
    await page.goto(`/o/${practice.orgId}/accounts?add=choose`);
    await page.getByRole('button', { name: /^Gmail/ }).click();
    await goToGoogle(page);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await sees(page.getByText('You did not agree on Google’s page, so nothing was connected.'));
    await page.getByRole('link', { name: 'Try once more' }).click();
    await goToGoogle(page);
    await page.getByLabel('Send email on your behalf').uncheck();
    await agree(page);
    await sees(page.getByText(/was not ticked on Google’s page.*Begin anew and leave it ticked/));
    await page.getByRole('link', { name: 'Try once more' }).click();
    await google.failNext({ method: 'POST', path: '/token', when: 'before', status: 503, mailbox });
    await goToGoogle(page);
    await agree(page);
    await sees(
      page.getByText('Google does not answer right now. Nothing was changed; try again in a minute.'),
    );
    await page.getByRole('link', { name: 'Try once more' }).click();
    await goToGoogle(page);
    await agree(page);
    await sees(card(page, NAME).getByText('Active'));
    await sees(card(page, NAME).getByText('Only sends: its mails do not come in here'));
  });

  it('is widened to bring mails in with the box ticked, or stays as it was', async () => {
    const { page } = owner;
    await widen(page);
    await page.getByLabel('View your email').uncheck();
    await agree(page);
    await sees(page.getByText(/“View your email messages” was not ticked/));
    await page.getByRole('link', { name: 'Back to its card under Accounts' }).click();
    await sees(card(page, NAME).getByText('Only sends: its mails do not come in here'));
  });

  it('is widened by its own mailbox only', async () => {
    const { page } = owner;
    await widen(page);
    await page.getByLabel('Google Account').fill((await google.newMailbox()).address);
    await agree(page);
    await sees(page.getByText(`Choose ${mailbox} there; nothing was changed.`, { exact: false }));
    await page.getByRole('link', { name: 'Back to its card under Accounts' }).click();
    await widen(page);
    await agree(page);
    await sees(card(page, NAME).getByText('Gmail tells us of new mails at once'));
  });

  it('receives a mail, answers it in its thread, and falls silent after STOP', async () => {
    const { page } = owner;
    await google.mail({ mailbox, from: lead, subject: 'The loft', body: 'Is the loft still free?' });
    await page.goto(`/o/${practice.orgId}/inbox/all`);
    await row(page, 'Is the loft still free?').click();
    await write(page, 'It is. Would Friday suit you?');
    await sees(bubble(page, 'It is. Would Friday suit you?').getByText(/^Sent /));
    const [sent] = (await google.mails(mailbox)).filter(({ to }) => to.includes(lead));
    expect(sent?.subject).to.equal('Re: The loft');
    await google.mail({ mailbox, from: lead, body: 'STOP' });
    await sees(timeline(page).getByText('Read as an opt-out', { exact: false }));
    const toLead = async () => (await google.mails(mailbox)).filter(({ to }) => to.includes(lead));
    await eventually(async () => (await toLead()).length === 2 || undefined, 'The opt-out was not confirmed');
    await field(page).fill('Just one more thing');
    await sees(composer(page).getByText(/They asked not to be emailed/));
    expect(await sendButton(page).isDisabled()).to.equal(true);
  });

  it('tells of a mail that waits for Gmail, and of one that came back', async () => {
    const { page } = owner;
    await google.failNext({ method: 'POST', path: '/messages/send', when: 'before', status: 429, mailbox });
    await writeMail('Shall we meet on Monday?');
    const waiting = bubble(page, 'Shall we meet on Monday?');
    await sees(
      waiting.getByText(/^Trying again /),
      waiting.getByText(/sending limit is reached\. It does again/),
    );
    await sees(waiting.getByRole('button', { name: 'Cancel sending' }));
    await writeMail('Or on Tuesday?');
    await sees(bubble(page, 'Or on Tuesday?').getByText(/^Sent /));
    const sent = (await google.mails(mailbox)).find(({ raw }) => raw.includes('Or on Tuesday?'));
    await google.mail({
      mailbox,
      from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      subject: 'Delivery Status Notification (Failure)',
      body: `Final-Recipient: rfc822; x@example.com\nAction: failed\nStatus: 5.2.2\n\nX-LeadPulse-Id: ${sent?.ownId}`,
      headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Auto-Submitted': 'auto-replied' },
    });
    const returned = bubble(page, 'Or on Tuesday?');
    await sees(
      returned.getByText('Not delivered'),
      returned.getByText(/The mailbox is full\. Try again later/),
    );
  });

  it('whose consent was taken back asks to be connected again, and sends on after that', async () => {
    const { page } = owner;
    await google.change({ mailbox, pushes: 'lost' }); // the next mail is to find it out, and no look at what came
    await untilRead();
    await google.change({ mailbox, revokes: true, tokensEnd: true });
    await writeMail('Are you there?');
    await sees(bubble(page, 'Are you there?').getByText(/taken back, or the password was changed/));
    const thread = page.url();
    await openAccounts(page, practice);
    await sees(card(page, NAME).getByText('Needs attention'));
    await sees(card(page, NAME).getByText(/Connect the account again\./));
    await cardButton(page, NAME, 'Connect again').click();
    await page.getByLabel('Google Account').waitFor();
    expect(await page.getByLabel('Google Account').inputValue()).to.equal(mailbox);
    await agree(page);
    await sees(card(page, NAME).getByText('Active'));
    await misses(card(page, NAME).getByText(/Connect the account again\./));
    await page.goto(thread);
    await bubble(page, 'Are you there?').getByRole('button', { name: 'Try again' }).click();
    await sees(bubble(page, 'Are you there?').getByText(/^Sent /));
  });

  it('is paused, resumed and disconnected, with its consent revoked at Google', async () => {
    await restAndLeave(owner.page, practice, NAME);
    expect(await google.grants(mailbox)).to.have.length(0);
  });
});
