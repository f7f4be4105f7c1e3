import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { sealAt } from '../../functions/src/messaging/credentials.js';
import { adminDb } from '../../local/worldClient.js';
import { LOCAL_SECRETS } from '../../local/world/environment.js';
import { bounceOf, mail, mailWithPicture } from '../functions/rawMail.js';
import { MAILBOX_PASSWORD } from '../mailHouse/dovecot.js';
import type { ImapManners } from '../mailHouse/imapStub.js';
import { imapStub } from '../mailHouse/imapStub.js';
import type { MailHouse } from '../mailHouse/mailHouse.js';
import { openMailHouse } from '../mailHouse/mailHouse.js';
import { card, cardButton, openAccounts, restAndLeave, submit } from './accountsScreen.js';
import { bubble, composer, field, openThread, row, sendButton, timeline, write } from './inboxScreen.js';
import type { Practice } from './people.js';
import { addLead, foundPractice, setUndo, signIn, unique } from './people.js';
import { holds, misses, sees } from './sights.js';
import type { Visitor } from './stage.js';
import { stage } from './stage.js';

process.env.SEALING_KEY = LOCAL_SECRETS.SEALING_KEY;

describe('a mailbox of one’s own', function () {
  this.timeout(120_000);
  const { visitor } = stage();
  const user = `sales-${unique()}`;
  const address = `${user}@quayside.test`;
  const lead = `wim-${unique()}@leads.test`;
  let house: MailHouse;
  let practice: Practice;
  let owner: Visitor;

  before(async () => {
    house = await openMailHouse();
    practice = await foundPractice(`Quay Nine ${unique()}`);
    await setUndo(practice, 0);
    owner = await visitor();
    await signIn(owner.page, practice.owner);
    owner.watch.expect(/connectAccount|syncNow|status of [45]\d\d/);
  });
  after(async () => {
    await practice.client.close();
    await house.stop();
  });

  const syncNow = async (page: Page): Promise<void> => {
    await openAccounts(page, practice);
    await cardButton(page, address, 'Sync now').click();
    await sees(card(page, address).getByText(/^Synced to/));
    await sees(card(page, address).locator('button:not([data-loading])', { hasText: 'Sync now' }));
  };
  const form = () => owner.page.getByRole('dialog', { name: /^Connect (a mailbox|.* again)$/ });
  const findSettings = async (of: string): Promise<void> => {
    await form().getByLabel('Email address').fill(of);
    await form().getByRole('button', { name: 'Find its settings' }).click();
  };
  const give = async (
    half: 'Incoming' | 'Outgoing',
    port: number,
    how: 'TLS' | 'STARTTLS',
  ): Promise<void> => {
    await form()
      .getByLabel(new RegExp(`^${half} server`))
      .fill('127.0.0.1');
    await form()
      .getByRole('combobox', { name: `${half} encryption` })
      .click();
    await owner.page.getByRole('option', { name: new RegExp(`^${how} `) }).click();
    await form().getByLabel(`${half} port`).fill(String(port));
  };
  const givePassword = async (password: string): Promise<void> => {
    await form().getByRole('textbox', { name: 'Password' }).fill(password);
    await submit(form(), 'Connect mailbox');
  };

  it('says before any try what its provider wants, and which mailbox cannot be connected', async () => {
    const { page } = owner;
    await page.goto(`/o/${practice.orgId}/accounts?add=choose`);
    await page.getByRole('button', { name: /^Mailbox/ }).click();
    await findSettings('sam@outlook.com');
    await sees(form().getByText(/Microsoft ended sign-in by password.*Have it forward its mails/));
    await form().getByRole('button', { name: 'Change address' }).click();
    await findSettings('sam@gmail.com');
    await sees(form().getByText(/Gmail: imap.gmail.com and smtp.gmail.com/));
    await sees(form().getByText(/wants an app password here/));
    await form().getByRole('button', { name: 'Change address' }).click();
  });

  it('is connected step by step, with what is wrong said at its field', async () => {
    const { page } = owner;
    await findSettings(address);
    await holds(form().getByLabel('Incoming server (IMAP)'), 'imap.quayside.test');
    await form().getByLabel('User').fill(user);
    await form().getByLabel('Incoming server (IMAP)').fill('imap.nowhere.invalid');
    await givePassword('not this one');
    await sees(form().getByText('There is no mail server of this name.', { exact: false }));
    expect(await page.evaluate('document.activeElement.dataset.path')).to.equal('imapHost'); // where somebody goes on

    await give('Incoming', house.imap.tlsPort, 'TLS');
    await givePassword('not this one');
    await sees(form().getByText(/The encryption failed.*a server with a valid certificate/));
    await give('Incoming', 9, 'STARTTLS');
    await givePassword('not this one');
    await sees(form().getByText(/Nothing answers on this port\. Most servers use 993/));
    await form().getByLabel('Incoming port').fill(String(house.imap.port));
    await givePassword('not this one');
    await sees(form().getByText(/The mailbox refused this user and password\. Many providers want an app/));
    await give('Outgoing', 9, 'STARTTLS');
    await givePassword(MAILBOX_PASSWORD);
    await sees(form().getByText(/Nothing answers on this port\. Most servers use 465 or 587/));
    await form().getByLabel('Outgoing port').fill(String(house.smtp.port));
    await form().getByRole('button', { name: 'Connect mailbox' }).click();
    await sees(card(page, address).getByText('Active'));
  });

  it('that is busy, lets no other program in or does not answer says so where one goes on', async () => {
    const { page } = owner;
    const manners: ImapManners = { signIn: 'NO [UNAVAILABLE] Too many connections, try again later' };
    const stub = await imapStub(manners);
    await page.goto(`/o/${practice.orgId}/accounts?add=choose`);
    await page.getByRole('button', { name: /^Mailbox/ }).click();
    const busy = `busy-${unique()}@quayside.test`;
    await findSettings(busy);
    await give('Incoming', stub.port, 'STARTTLS');
    await give('Outgoing', house.smtp.port, 'STARTTLS');
    await givePassword(MAILBOX_PASSWORD);
    await sees(form().getByText('The mailbox takes no sign-in right now. Try again in a few minutes.'));
    manners.signIn = 'NO IMAP access is disabled for this account';
    await givePassword(MAILBOX_PASSWORD);
    await sees(form().getByText(/does not let other programs sign in by password\. Look in its settings/));
    manners.signIn = null;
    await givePassword(MAILBOX_PASSWORD);
    await sees(form().getByText('The server did not answer within 10 seconds.', { exact: false }));
    stub.close();
    await form().getByLabel('Incoming port').fill(String(house.imap.port));
    await form().getByRole('button', { name: 'Connect mailbox' }).click();
    await sees(card(page, busy).getByText('Active'));
  });

  it('receives, answers, files the answer under Sent, and falls silent after STOP', async () => {
    const { page } = owner;
    await house.put(user, mailWithPicture({ address }, `Wim Duisen <${lead}>`, 'Is the loft still free?'));
    await syncNow(page);
    await page.goto(`/o/${practice.orgId}/inbox/all`);
    await row(page, 'Wim Duisen').click();
    await sees(bubble(page, 'Is the loft still free?'));
    await timeline(page).getByRole('button', { name: 'Show house.png' }).click();
    await sees(timeline(page).getByRole('img', { name: 'Picture house.png' }));
    await write(page, 'It is. Would Friday suit you?');
    await sees(bubble(page, 'It is. Would Friday suit you?').getByText(/^Sent /));
    const [sent = ''] = house.smtp.mails.filter((each) => each.includes('Would Friday suit you?'));
    expect(sent)
      .to.match(new RegExp(`^To: ${lead}`, 'm'))
      .and.to.match(/^Subject: Re: About the flat/m);
    const messageId = idOf(sent);

    await house.put(user, mail({ address }, lead, 'STOP'));
    await syncNow(page);
    await page.goto(`/o/${practice.orgId}/inbox/all`);
    await row(page, 'Wim Duisen').click();
    await sees(timeline(page).getByText('Read as an opt-out', { exact: false }));
    await field(page).fill('Just one more thing');
    await sees(composer(page).getByText(/They asked not to be emailed/));
    expect(await sendButton(page).isDisabled()).to.equal(true);
    expect(await house.messageIds(user, 'Sent')).to.include(messageId);
  });

  it('that has another password by now asks to be connected again, and goes on after that', async () => {
    const { page } = owner;
    const { accountId } = (await practice.accounts()).find((each) => each.address === address)!;
    const secret = adminDb().doc(`orgs/${practice.orgId}/accounts/${accountId}/secrets/imap`);
    await secret.set({ ...sealAt(secret, { ...house.settings(user), password: 'of last year' }) });
    await openAccounts(page, practice);
    await cardButton(page, address, 'Sync now').click();
    await sees(page.getByText('The mailbox could not be read. Its card says why.'));
    await sees(card(page, address).getByText('Needs attention'));
    await sees(card(page, address).getByText(/refuses our sign-in\. Connect the account again\./));
    await cardButton(page, address, 'Connect again').click();
    await sees(form().getByText(`mailboxes like ${address} have`, { exact: false }));
    await give('Incoming', house.imap.port, 'STARTTLS');
    await give('Outgoing', house.smtp.port, 'STARTTLS');
    await form().getByLabel('User').fill(user);
    await form().getByRole('textbox', { name: 'Password' }).fill(MAILBOX_PASSWORD);
    await form().getByRole('button', { name: 'Connect mailbox' }).click();
    await sees(card(page, address).getByText('Active'), card(page, address).getByText(/^Last in: \d/));
    await misses(card(page, address).getByText(/refuses our sign-in/));
  });

  it('shows a mail that came back as failed, with the reason', async () => {
    const { page } = owner;
    const contactId = await addLead(practice, { name: 'Nora Body', emails: [`gone-${unique()}@leads.test`] });
    await openThread(page, practice.orgId, contactId);
    await composer(page)
      .getByRole('button', { name: /^Send by / })
      .click();
    await page
      .getByRole('menuitem', { name: new RegExp(address) })
      .first()
      .click();
    await composer(page).getByLabel('Subject').fill('Your visit');
    await write(page, 'Shall we meet on Monday?');
    await sees(bubble(page, 'Shall we meet on Monday?').getByText(/^Sent /));
    const sent = house.smtp.mails.find((each) => each.includes('Shall we meet on Monday?')) ?? '';
    await house.put(user, bounceOf({ address }, idOf(sent)));
    await syncNow(page);
    await openThread(page, practice.orgId, contactId);
    const returned = bubble(page, 'Shall we meet on Monday?');
    await sees(
      returned.getByText('Not delivered'),
      returned.getByText('The address does not exist', { exact: false }),
    );
  });

  it('is paused, resumed and disconnected', async () => {
    await restAndLeave(owner.page, practice, address);
  });
});

/** The Message-ID that a mail went out under. */
function idOf(raw: string): string {
  return /^Message-ID:\s+(\S+)/im.exec(raw)?.[1] ?? '';
}
