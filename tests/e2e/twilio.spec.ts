import { expect } from 'chai';
import { Timestamp } from 'firebase-admin/firestore';
import { HOST } from '../../local/ports.js';
import type { FreshAccount } from '../../local/twilio/control/client.js';
import { twilioControlOf } from '../../local/twilio/control/client.js';
import { adminDb, worldPorts } from '../../local/worldClient.js';
import { freshPhone } from '../functions/twilio.js';
import { card, cardButton, openAccounts, restAndLeave, submit } from './accountsScreen.js';
import { bubble, composer, field, openThread, row, sendButton, timeline, write } from './inboxScreen.js';
import type { Practice } from './people.js';
import { addLead, foundPractice, phoneOf, setUndo, signIn, unique } from './people.js';
import { sees } from './sights.js';
import type { Visitor } from './stage.js';
import { stage } from './stage.js';

const NAME = 'Sales texts';
const CONNECTING = /\/connectAccount$/;

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
    owner.watch.expect(/listTwilioNumbers|connectAccount|status of [45]\d\d/);
  });
  after(() => practice.client.close());

  const form = () => owner.page.getByRole('dialog', { name: /^Connect (a Twilio number|Sales texts again)/ });
  const giveKeys = async ({ accountSid, authToken }: Omit<FreshAccount, 'number'>): Promise<void> => {
    await form().getByLabel('Account SID').fill(accountSid);
    await form().getByLabel('Auth Token').fill(authToken);
    await form().getByRole('button', { name: 'Show my numbers' }).click();
  };
  const writeTo = async (phone: string, words: string): Promise<string> => {
    const contactId = await addLead(practice, { name: `Lead ${phone}`, phones: [phone] });
    const contact = adminDb().doc(`orgs/${practice.orgId}/contacts/${contactId}`);
    await contact.update({ lastInboundAt: Timestamp.now() }); // or a night would hold it back
    await openThread(owner.page, practice.orgId, contactId);
    await composer(owner.page)
      .getByRole('button', { name: /^Send by / })
      .click();
    await owner.page.getByRole('menuitem', { name: /Text from Sales texts/ }).click();
    await write(owner.page, words);
    return contactId;
  };

  it('is not opened by keys that are wrong, an account that is suspended, or while Twilio is silent', async () => {
    const { page } = owner;
    await page.goto(`/o/${practice.orgId}/accounts?add=choose`);
    await page.getByRole('button', { name: /^Twilio number/ }).click();
    await giveKeys({ accountSid: 'AC123', authToken: keys.authToken });
    await sees(form().getByText('It begins with AC and has 34 characters.'));
    await giveKeys({ ...keys, authToken: '0'.repeat(32) });
    await sees(form().getByText(/Twilio refuses this Account SID and Auth Token\. Copy both/));
    await twilio.change({ ...keys, status: 'suspended' });
    await giveKeys(keys);
    await sees(form().getByText(/suspended or closed\. Settle that in the Twilio console, then try again/));
    await twilio.change({ accountSid: keys.accountSid, status: 'active' });
    await twilio.failNext({ method: 'GET', path: `${keys.accountSid}.json`, when: 'before' });
    await giveKeys(keys);
    await sees(form().getByText(/Twilio does not answer right now\. Nothing was changed; try again/));
  });

  it('is connected when it can text, is in the account, serves nobody else, and Twilio reaches us', async () => {
    const { page } = owner;
    const { accountSid } = keys;
    const [calls, elsewhere, released] = [freshPhone(), freshPhone(), freshPhone()];
    await twilio.addNumber({ accountSid, number: calls, canText: false });
    for (const number of [elsewhere, released]) await twilio.addNumber({ accountSid, number });
    await twilio.addService({
      accountSid,
      name: 'Old CRM',
      number: elsewhere,
      inboundUrl: 'https://crm.example.com/twilio',
    });
    await form().getByRole('button', { name: 'Show my numbers' }).click();
    const choose = (number: string) => form().getByRole('radio', { name: new RegExp(number.slice(-4)) });
    expect(await choose(calls).isDisabled()).to.equal(true);
    await sees(form().getByText('For calls only: it cannot text.'));
    await form().getByLabel('Name').fill(NAME);

    await choose(elsewhere).check();
    await submit(form(), 'Connect number');
    await sees(form().getByText(/in the Messaging Service “Old CRM”.*choose “Defer to sender’s webhook”/));
    await twilio.release(released);
    await choose(released).check();
    await submit(form(), 'Connect number');
    await sees(form().getByText(/not in this Twilio account\. Choose one of its numbers/));

    await choose(keys.number).check();
    const reason = { reason: 'twilio-webhook-not-reachable', allowed: 'https://app.example' };
    await page.route(CONNECTING, (route) =>
      route.fulfill({
        status: 400, // as the function refuses where SITE_URL leads elsewhere
        headers: { 'access-control-allow-origin': '*' },
        json: { error: { status: 'FAILED_PRECONDITION', message: reason.reason, details: reason } },
      }),
    );
    await submit(form(), 'Connect number');
    await sees(form().getByText(/could not reach LeadPulse at its public address.*set SITE_URL/));
    await page.unroute(CONNECTING);
    await form().getByRole('button', { name: 'Connect number' }).click();
    await sees(card(page, NAME).getByText('Active'));
    const numbers = await twilio.numbers(accountSid);
    expect(numbers.filter(({ smsUrl }) => smsUrl !== '').map(({ number }) => number)).to.deep.equal([
      keys.number,
    ]);
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

  it('says in words why a text did not arrive, and hears a STOP that Twilio heard', async () => {
    const { page } = owner;
    await writeTo('+15005553034', 'Are you coming?');
    await sees(bubble(page, 'Are you coming?').getByText('Not delivered'));
    await sees(bubble(page, 'Are you coming?').getByText(/without A2P 10DLC registration\. Register/));
    await writeTo('+15005550004', 'Shall I call you?');
    await sees(bubble(page, 'Shall I call you?').getByText(/They texted STOP to this number/));
    await field(page).fill('Just one more thing');
    await sees(composer(page).getByText(/They asked not to be texted/));
    await openAccounts(page, practice);
    await sees(card(page, NAME).getByText(/: US carriers block texts .* 10DLC/));
  });

  it('that has lost its token asks to be connected again, and sends on after that', async () => {
    const { page } = owner;
    const authToken = 'c'.repeat(32);
    await twilio.change({ accountSid: keys.accountSid, authToken });
    const contactId = await writeTo(phoneOf('05'), 'Are you there?');
    await sees(bubble(page, 'Are you there?').getByText(/Connect the account again/));
    await openAccounts(page, practice);
    await sees(card(page, NAME).getByText('Needs attention'));
    await cardButton(page, NAME, 'Connect again').click();
    await giveKeys({ ...keys, authToken });
    await sees(form().getByRole('radio', { name: new RegExp(keys.number.slice(-4)), checked: true }));
    expect(await form().getByLabel('Name').inputValue()).to.equal(NAME);
    await form().getByRole('button', { name: 'Connect number' }).click();
    await sees(card(page, NAME).getByText('Active'), card(page, NAME).getByText(/^Last out: \d/));
    await openThread(page, practice.orgId, contactId);
    await bubble(page, 'Are you there?').getByRole('button', { name: 'Try again' }).click();
    await sees(bubble(page, 'Are you there?').getByText(/^Delivered /));
  });

  it('is paused, resumed and disconnected, and leads here no more', async () => {
    await restAndLeave(owner.page, practice, NAME);
    expect((await twilio.numbers(keys.accountSid)).every(({ smsUrl }) => smsUrl === '')).to.equal(true);
  });
});
