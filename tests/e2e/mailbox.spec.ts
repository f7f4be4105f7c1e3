import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { mail, mailWithPicture } from '../functions/rawMail.js';
import { MAILBOX_PASSWORD } from '../mailHouse/dovecot.js';
import type { MailHouse } from '../mailHouse/mailHouse.js';
import { openMailHouse } from '../mailHouse/mailHouse.js';
import { bubble, composer, field, row, sendButton, timeline, write } from './inboxScreen.js';
import type { Practice } from './people.js';
import { foundPractice, setUndo, signIn, unique } from './people.js';
import { misses, sees } from './sights.js';
import type { Visitor } from './stage.js';
import { stage } from './stage.js';

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
  });
  after(async () => {
    await practice.client.close();
    await house.stop();
  });

  const card = (page: Page) => page.getByRole('listitem').filter({ hasText: address });
  const syncNow = async (page: Page): Promise<void> => {
    await page.goto(`/o/${practice.orgId}/accounts`);
    await card(page)
      .getByRole('button', { name: /^Sync now / })
      .click();
    await sees(card(page).getByText(/^Synced to/));
    await sees(card(page).locator('button:not([data-loading])', { hasText: 'Sync now' }));
  };

  it('is connected step by step, with what is wrong said at its field', async () => {
    const { page, watch } = owner;
    watch.expect(/connectAccount|status of 4\d\d/);
    await page.goto(`/o/${practice.orgId}/accounts?add=choose`);
    await page.getByRole('button', { name: /^Mailbox/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Connect a mailbox' });
    await dialog.getByLabel('Email address').fill('sam@gmail.com');
    await dialog.getByRole('button', { name: 'Find its settings' }).click();
    await sees(dialog.getByText(/Gmail: imap.gmail.com and smtp.gmail.com/));
    await sees(dialog.getByText(/wants an app password here/));
    await dialog.getByRole('button', { name: 'Change address' }).click();
    await dialog.getByLabel('Email address').fill(address);
    await dialog.getByRole('button', { name: 'Find its settings' }).click();
    expect(await dialog.getByLabel('Incoming server (IMAP)').inputValue()).to.equal('imap.quayside.test');

    for (const [name, port] of [
      ['Incoming', house.imap.port],
      ['Outgoing', house.smtp.port],
    ] as const) {
      await dialog.getByLabel(new RegExp(`^${name} server`)).fill('127.0.0.1');
      await dialog.getByRole('combobox', { name: `${name} encryption` }).click();
      await page.getByRole('option', { name: /^STARTTLS/ }).click();
      await dialog.getByLabel(`${name} port`).fill(String(port));
    }
    await dialog.getByLabel('User').fill(user);
    await dialog.getByRole('textbox', { name: 'Password' }).fill('not this one');
    await dialog.getByRole('button', { name: 'Connect mailbox' }).click();
    await sees(dialog.getByText(/The mailbox refused this user and password/));
    await dialog.getByRole('textbox', { name: 'Password' }).fill(MAILBOX_PASSWORD);
    await dialog.getByRole('button', { name: 'Connect mailbox' }).click();
    await sees(card(page).getByText('Active'));
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
    const [, messageId] = /^Message-ID:\s+(\S+)/im.exec(sent) ?? [];

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

  it('is paused, resumed and disconnected', async () => {
    const { page } = owner;
    await page.goto(`/o/${practice.orgId}/accounts`);
    await card(page)
      .getByRole('button', { name: /^Pause / })
      .click();
    await page.getByRole('button', { name: 'Pause account' }).click();
    await sees(card(page).getByText('Paused'));
    await card(page)
      .getByRole('button', { name: /^Resume / })
      .click();
    await sees(card(page).getByText('Active'));
    await card(page)
      .getByRole('button', { name: /^Disconnect / })
      .click();
    await page.getByRole('button', { name: 'Disconnect account' }).click();
    await sees(card(page).getByText('Disconnected'));
    await misses(page.getByRole('dialog'));
  });
});
