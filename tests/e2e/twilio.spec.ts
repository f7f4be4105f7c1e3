import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { HOST } from '../../local/ports.js';
import type { FreshAccount } from '../../local/twilio/control/client.js';
import { twilioControlOf } from '../../local/twilio/control/client.js';
import { worldPorts } from '../../local/worldClient.js';
import { bubble, composer, field, row, sendButton, timeline, write } from './inboxScreen.js';
import type { Practice } from './people.js';
import { foundPractice, phoneOf, setUndo, signIn, unique } from './people.js';
import { misses, sees } from './sights.js';
import type { Visitor } from './stage.js';
import { stage } from './stage.js';

describe('a Twilio number', function () {
  this.timeout(120_000);
  const { visitor } = stage();
  const twilio = twilioControlOf(`http://${HOST}:${worldPorts().twilio}`);
  let practice: Practice;
  let owner: Visitor;
  let keys: FreshAccount;

  before(async () => {
    practice = await foundPractice(`Signal Hill ${unique()}`);
    await setUndo(practice, 0);
    keys = await twilio.newAccount();
    owner = await visitor();
    await signIn(owner.page, practice.owner);
  });
  after(() => practice.client.close());

  const card = (page: Page) => page.getByRole('listitem').filter({ hasText: 'Sales texts' });

  it('is connected step by step, with what is wrong said at its field', async () => {
    const { page, watch } = owner;
    watch.expect(/listTwilioNumbers|status of 4\d\d/);
    await page.goto(`/o/${practice.orgId}/accounts?add=choose`);
    await page.getByRole('button', { name: /^Twilio number/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Connect a Twilio number' });
    await dialog.getByLabel('Account SID').fill('AC123');
    await dialog.getByRole('button', { name: 'Show my numbers' }).click();
    await sees(dialog.getByText('It begins with AC and has 34 characters.'));
    await dialog.getByLabel('Account SID').fill(keys.accountSid);
    await dialog.getByLabel('Auth Token').fill('0'.repeat(32));
    await dialog.getByRole('button', { name: 'Show my numbers' }).click();
    await sees(dialog.getByText(/Twilio refuses this Account SID and Auth Token/));
    await dialog.getByLabel('Auth Token').fill(keys.authToken);
    await dialog.getByRole('button', { name: 'Show my numbers' }).click();
    await dialog.getByLabel('Name').fill('Sales texts');
    await dialog.getByRole('button', { name: 'Connect number' }).click();
    await sees(card(page).getByText('Active'));
    expect((await twilio.numbers(keys.accountSid))[0]?.smsUrl).to.include(practice.orgId);
  });

  it('receives, answers, is told of the delivery, and falls silent after STOP', async () => {
    const { page } = owner;
    const phone = phoneOf('05');
    await twilio.text({ from: phone, to: keys.number, body: 'Is the loft still free?', pictures: 1 });
    await page.goto(`/o/${practice.orgId}/inbox/all`);
    await row(page, 'Is the loft still free?').click();
    await timeline(page).getByRole('button', { name: 'Show picture-1.png' }).click();
    await sees(timeline(page).getByRole('img', { name: 'Picture picture-1.png' }));
    await write(page, 'It is. Would Friday suit you?');
    await sees(bubble(page, 'It is. Would Friday suit you?').getByText(/^Delivered /));
    const sent = await twilio.messages(phone);
    expect(
      sent.filter(({ direction }) => direction === 'outbound-api').map(({ body }) => body),
    ).to.deep.equal(['It is. Would Friday suit you?']);
    await twilio.text({ from: phone, to: keys.number, body: 'STOP' });
    await sees(timeline(page).getByText('Read as an opt-out', { exact: false }));
    await field(page).fill('Just one more thing');
    await sees(composer(page).getByText(/They asked not to be texted/));
    expect(await sendButton(page).isDisabled()).to.equal(true);
  });

  it('is paused, resumed and disconnected, and leads here no more', async () => {
    const { page } = owner;
    await page.goto(`/o/${practice.orgId}/accounts`);
    await card(page).getByRole('button', { name: 'Pause Sales texts' }).click();
    await page.getByRole('button', { name: 'Pause account' }).click();
    await sees(card(page).getByText('Paused'));
    await card(page).getByRole('button', { name: 'Resume Sales texts' }).click();
    await sees(card(page).getByText('Active'));
    await card(page).getByRole('button', { name: 'Disconnect Sales texts' }).click();
    await page.getByRole('button', { name: 'Disconnect account' }).click();
    await sees(card(page).getByText('Disconnected'));
    await misses(page.getByRole('dialog')); // it closes when Twilio has been told
    expect((await twilio.numbers(keys.accountSid))[0]?.smsUrl).to.equal('');
  });
});
