import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { googleControlOf } from '../../local/google/control/client.js';
import { HOST } from '../../local/ports.js';
import { worldPorts } from '../../local/worldClient.js';
import { bubble, composer, field, row, sendButton, timeline, write } from './inboxScreen.js';
import type { Practice } from './people.js';
import { foundPractice, phoneOf, setUndo, signIn, unique } from './people.js';
import { misses, sees } from './sights.js';
import type { Visitor } from './stage.js';
import { stage } from './stage.js';

const VOICE = '+14155550100';

describe('Gmail and Google Voice', function () {
  this.timeout(120_000);
  const { visitor } = stage();
  const google = googleControlOf(`http://${HOST}:${worldPorts().google}`);
  const lead = `jo.${unique()}@lead.example`.toLowerCase();
  const phone = phoneOf('06');
  let practice: Practice;
  let owner: Visitor;
  let mailbox: string;

  before(async () => {
    practice = await foundPractice(`Mill Road ${unique()}`);
    await setUndo(practice, 0);
    mailbox = (await google.newMailbox()).address;
    owner = await visitor();
    await signIn(owner.page, practice.owner);
  });
  after(() => practice.client.close());

  const card = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });
  const accounts = () => `/o/${practice.orgId}/accounts`;
  const sentTo = async (to: string) => (await google.mails(mailbox)).filter((mail) => mail.to.includes(to));

  it('says what is missing when a box is left out at Google, and connects when it is ticked', async () => {
    const { page, watch } = owner;
    watch.expect(/finishGoogle|status of 4\d\d/);
    await page.goto(`${accounts()}?add=choose`);
    await page.getByRole('button', { name: /^Gmail/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Connect Gmail' });
    await dialog.getByLabel('Name').fill('Sales mailbox');
    await dialog.getByLabel('Bring the mails of this mailbox in here too').check();
    await dialog.getByRole('button', { name: 'Continue at Google' }).click();
    await page.getByLabel('Google Account').fill(mailbox);
    await page.getByLabel('Send email on your behalf').uncheck();
    await page.getByRole('button', { name: 'Continue' }).click();
    await sees(page.getByText(/was not ticked on Google’s page/));
    await page.getByRole('link', { name: 'Try once more' }).click();
    await dialog.getByLabel('Name').fill('Sales mailbox');
    await dialog.getByLabel('Bring the mails of this mailbox in here too').check();
    await dialog.getByRole('button', { name: 'Continue at Google' }).click();
    await page.getByLabel('Google Account').fill(mailbox);
    await page.getByRole('button', { name: 'Continue' }).click();
    await sees(card(page, 'Sales mailbox').getByText('Active'));
    await sees(card(page, 'Sales mailbox').getByText('Gmail tells us of new mails at once'));
  });

  it('receives a mail, answers it in its thread, and falls silent after STOP', async () => {
    const { page } = owner;
    await google.mail({ mailbox, from: lead, subject: 'The loft', body: 'Is the loft still free?' });
    await page.goto(`/o/${practice.orgId}/inbox/all`);
    await row(page, 'Is the loft still free?').click();
    await write(page, 'It is. Would Friday suit you?');
    await sees(bubble(page, 'It is. Would Friday suit you?').getByText(/^Sent /));
    const [sent] = await sentTo(lead);
    expect(sent?.subject).to.equal('Re: The loft');
    await google.mail({ mailbox, from: lead, body: 'STOP' });
    await sees(timeline(page).getByText('Read as an opt-out', { exact: false }));
    await field(page).fill('Just one more thing');
    await sees(composer(page).getByText(/They asked not to be emailed/));
    expect(await sendButton(page).isDisabled()).to.equal(true);
  });

  it('connects a Google Voice number, answers a text by it, and falls silent after STOP', async () => {
    const { page } = owner;
    await page.goto(`${accounts()}?add=googleVoice`);
    const dialog = page.getByRole('dialog', { name: 'Connect Google Voice' });
    await dialog.getByLabel('Google Voice number').fill(VOICE);
    await dialog.getByLabel('Name').fill('Voice line');
    await dialog.getByRole('button', { name: 'Connect Google Voice' }).click();
    await sees(card(page, 'Voice line').getByText('Active'));
    await google.text({ mailbox, from: phone, number: VOICE, body: 'Can I see it today?' });
    await page.goto(`/o/${practice.orgId}/inbox/all`);
    await row(page, 'Can I see it today?').click();
    await write(page, 'Yes, at five.');
    await sees(bubble(page, 'Yes, at five.').getByText(/^Sent /));
    expect(await sentTo('@txt.voice.google.com')).to.have.length(1);
    await google.text({ mailbox, from: phone, number: VOICE, body: 'STOP' });
    await sees(timeline(page).getByText('Read as an opt-out', { exact: false }));
    await field(page).fill('Just one more thing');
    await sees(composer(page).getByText(/They asked not to be texted/));
  });

  it('is disconnected, and the number with it', async () => {
    const { page } = owner;
    await page.goto(accounts());
    await card(page, 'Sales mailbox').getByRole('button', { name: 'Disconnect Sales mailbox' }).click();
    await page.getByRole('button', { name: 'Disconnect account' }).click();
    await sees(card(page, 'Sales mailbox').getByText('Disconnected'));
    await sees(card(page, 'Voice line').getByText('Disconnected'));
    await misses(page.getByRole('dialog'));
    expect(await google.grants(mailbox)).to.have.length(0);
  });
});
