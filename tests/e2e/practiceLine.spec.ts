import { expect } from 'chai';
import { postSandboxEvent } from '../../local/worldClient.js';
import { card, cardButton, disconnect, openAccounts, pause, resume } from './accountsScreen.js';
import { bubble, composer, field, row, sendButton, timeline, write } from './inboxScreen.js';
import type { Practice } from './people.js';
import { foundPractice, phoneOf, setUndo, signIn, unique } from './people.js';
import { misses, sees } from './sights.js';
import type { Visitor } from './stage.js';
import { stage } from './stage.js';

describe('a practice line', function () {
  this.timeout(120_000);
  const { visitor } = stage();
  const phone = phoneOf('05');
  let practice: Practice;
  let owner: Visitor;
  let number = '';

  before(async () => {
    practice = await foundPractice(`Rehearsal ${unique()}`);
    await setUndo(practice, 0);
    owner = await visitor();
    await signIn(owner.page, practice.owner);
  });
  after(() => practice.client.close());

  const numbers = async (): Promise<string[]> =>
    (await practice.accounts()).filter(({ channel }) => channel === 'sms').map(({ address }) => address);
  const says = async (body: string): Promise<void> => {
    const event = { type: 'message.received', id: unique(), channel: 'sms', from: phone, to: number, body };
    const answer = await postSandboxEvent({ ...event, receivedAt: new Date().toISOString() });
    expect(answer.status).to.equal(200);
  };
  const openLead = async (words: string): Promise<void> => {
    await owner.page.goto(`/o/${practice.orgId}/inbox/all`);
    await row(owner.page, words).click();
  };

  it('is added, receives a text, and its answer is delivered', async () => {
    const { page } = owner;
    const before = await numbers();
    await openAccounts(page, practice, 'practice');
    const dialog = page.getByRole('dialog', { name: 'Add a practice line' });
    await dialog.getByLabel('Name').fill('Second line');
    await dialog.getByRole('button', { name: 'Add practice line' }).click();
    await sees(card(page, 'Second line').getByText('Nothing sent or received yet'));
    [number = ''] = (await numbers()).filter((each) => !before.includes(each));
    await says('Is the loft still free?');
    await sees(card(page, 'Second line').getByText(/^Last in: \d/));
    await openLead('Is the loft still free?');
    await sees(composer(page).getByRole('button', { name: /^Send by Text from Second line/ }));
    await write(page, 'It is. Would Friday suit you?');
    await sees(bubble(page, 'It is. Would Friday suit you?').getByText(/^Delivered /));
  });

  it('that is paused gives way to another line, and says so; resumed it is back', async () => {
    const { page } = owner;
    await openAccounts(page, practice);
    await pause(page, 'Second line');
    await misses(cardButton(page, 'Second line', 'Send test'));
    await openLead('Would Friday suit you?');
    await sees(composer(page).getByText('Second line is paused, so this goes out from Practice number.'));
    await openAccounts(page, practice);
    await resume(page, 'Second line');
    await cardButton(page, 'Second line', 'Send test').click();
    const dialog = page.getByRole('dialog', { name: 'Send a test from Second line' });
    await dialog.getByLabel('Your mobile number').fill(phoneOf('05'));
    await dialog.getByRole('button', { name: 'Send test' }).click();
    await sees(page.getByText('Test sent'));
    await openLead('Would Friday suit you?');
    await sees(composer(page).getByRole('button', { name: /^Send by Text from Second line/ }));
    await misses(composer(page).getByText('Second line is paused', { exact: false }));
  });

  it('falls silent after STOP, and is disconnected', async () => {
    const { page } = owner;
    await says('STOP');
    await sees(timeline(page).getByText('Read as an opt-out', { exact: false }));
    await field(page).fill('Just one more thing');
    await sees(composer(page).getByText(/They asked not to be texted/));
    expect(await sendButton(page).isDisabled()).to.equal(true);
    await openAccounts(page, practice);
    await disconnect(page, 'Second line');
    await sees(card(page, 'Practice number').getByText('Active'));
  });
});
