import { expect } from 'chai';
import { connectGmail, google } from '../functions/gmail.js';
import { card, cardButton, disconnect, openAccounts, pause, resume } from './accountsScreen.js';
import { bubble, composer, field, openThread, row, timeline, write } from './inboxScreen.js';
import type { Practice } from './people.js';
import { addLead, foundPractice, phoneOf, setUndo, signIn, unique } from './people.js';
import { sees } from './sights.js';
import type { Visitor } from './stage.js';
import { stage } from './stage.js';

const VOICE = `+1415${String(Date.now()).slice(-7).replace(/^[01]/, '2')}`;
const NAME = 'Voice line';

describe('a number of Google Voice', function () {
  this.timeout(120_000);
  const { visitor } = stage();
  const phone = phoneOf('06');
  let practice: Practice;
  let owner: Visitor;
  let mailbox: string;

  before(async () => {
    practice = await foundPractice(`Mill Lane ${unique()}`);
    await setUndo(practice, 0);
    owner = await visitor();
    await signIn(owner.page, practice.owner);
  });
  after(() => practice.client.close());

  it('wants its mailbox first, and all of its digits', async () => {
    const { page } = owner;
    await openAccounts(page, practice, 'googleVoice');
    const dialog = page.getByRole('dialog', { name: 'Connect Google Voice' });
    await sees(dialog.getByText(/Connect that mailbox first/));
    await sees(dialog.getByRole('button', { name: 'Connect Gmail' }));
    ({ mailbox } = await connectGmail(practice, practice.client, { withSync: true }));
    await dialog.getByLabel('Google Voice number').fill('555-0100');
    await dialog.getByLabel('Name').fill(NAME);
    await dialog.getByRole('button', { name: 'Connect Google Voice' }).click();
    await sees(dialog.getByText(/Enter all ten digits/));
    await dialog.getByLabel('Google Voice number').fill(VOICE.slice(2));
    await dialog.getByRole('button', { name: 'Connect Google Voice' }).click();
    await sees(card(page, NAME).getByText('Active'));
  });

  it('answers a text that came in, and falls silent after STOP', async () => {
    const { page } = owner;
    await google().text({ mailbox, from: phone, number: VOICE, body: 'Can I see it today?' });
    await page.goto(`/o/${practice.orgId}/inbox/all`);
    await row(page, 'Can I see it today?').click();
    await write(page, 'Yes, at five.');
    await sees(bubble(page, 'Yes, at five.').getByText(/^Sent /));
    const relayed = (await google().mails(mailbox)).filter(({ to }) => to.includes('@txt.voice.google.com'));
    expect(relayed.map(({ raw }) => raw.includes('Yes, at five.'))).to.deep.equal([true]);
    await google().text({ mailbox, from: phone, number: VOICE, body: 'STOP' });
    await sees(timeline(page).getByText('Read as an opt-out', { exact: false }));
    await field(page).fill('Just one more thing');
    await sees(composer(page).getByText(/They asked not to be texted/));
  });

  it('begins no conversation, and says why and where to', async () => {
    const { page } = owner;
    const contactId = await addLead(practice, { name: 'Nell New', phones: [phoneOf('06')] });
    await openThread(page, practice.orgId, contactId);
    await composer(page)
      .getByRole('button', { name: /^Send by / })
      .click();
    await page.getByRole('menuitem', { name: new RegExp(`Text from ${NAME}`) }).click();
    await field(page).fill('Hello Nell');
    await sees(composer(page).getByText(/Google Voice can only answer here.*has not texted yours yet/));
    const link = composer(page).getByRole('link', { name: /^Open Google Voice/ });
    expect(await link.getAttribute('href')).to.equal('https://voice.google.com/messages');
  });

  it('drops nothing that is no readable text: it waits in a conversation of its own, with the reason', async () => {
    const { page } = owner;
    await google().mail({
      mailbox,
      from: 'Google Voice <voice-noreply@google.com>',
      subject: 'New voicemail from (415) 555-0123',
      body: 'please call me back',
    });
    await google().text({ mailbox, from: phone, number: '+14155559999', body: 'Other number' });
    await page.goto(`/o/${practice.orgId}/inbox/all`);
    await row(page, 'Google Voice').click();
    await sees(
      bubble(page, 'please call me back').getByText(/a voicemail, not of a text\. Open Google Voice/),
    );
    await sees(bubble(page, 'Other number').getByText(/that is not connected here/));
  });

  it('breaks with the consent of its mailbox, and is mended from its own card', async () => {
    const { page } = owner;
    const other = phoneOf('06');
    await google().text({ mailbox, from: other, number: VOICE, body: 'Is it still free?' });
    await page.goto(`/o/${practice.orgId}/inbox/all`);
    await row(page, 'Is it still free?').click();
    await google().change({ mailbox, revokes: true, tokensEnd: true });
    await write(page, 'It is.');
    await sees(bubble(page, 'It is.').getByText(/taken back, or the password was changed/));
    const thread = page.url();
    await openAccounts(page, practice);
    await sees(card(page, NAME).getByText('Needs attention'));
    await cardButton(page, NAME, 'Connect again').click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await sees(card(page, NAME).getByText('Active'));
    await page.goto(thread);
    await bubble(page, 'It is.').getByRole('button', { name: 'Try again' }).click();
    await sees(bubble(page, 'It is.').getByText(/^Sent /));
  });

  it('is paused, resumed and disconnected with its mailbox', async () => {
    const { page } = owner;
    await openAccounts(page, practice);
    await pause(page, NAME);
    await resume(page, NAME);
    await disconnect(page, mailbox);
    await sees(card(page, NAME).getByText('Disconnected'));
  });
});
