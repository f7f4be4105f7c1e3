import { expect } from 'chai';
import { postSandboxEvent, sandbox } from '../../local/worldClient.js';
import { bubble, composer, field, openThread, row, sendButton, timeline, write } from './inboxScreen.js';
import { addLeadByHand } from './leadForm.js';
import type { Practice } from './people.js';
import { addLead, foundPractice, phoneOf, setUndo, signIn, unique } from './people.js';
import { holds, mark, misses, sees } from './sights.js';
import { signUp } from './signUpScreen.js';
import { stage } from './stage.js';

describe('texting a lead', function () {
  this.timeout(120_000);
  const { visitor } = stage();

  it('leads from sign-up over a text taken back and sent again to the answer, unread and without reload', async () => {
    const { page } = await visitor();
    const orgName = `Marina Realty ${unique()}`;
    const email = `nils-${unique()}@newcomer.test`;
    await signUp(page, { name: 'Nils Holm', email, password: 'wild-geese-south', orgName });
    await page.getByRole('link', { name: 'Add a lead' }).click();
    await addLeadByHand(page, { name: 'Harriet Vane', phone: '(202) 555-0100' });

    const words = 'Hello Harriet, when would you like to see the house?';
    await write(page, words);
    await sees(bubble(page, words).getByText(/^Sending in \d+ s$/));
    await bubble(page, words).getByRole('button', { name: 'Undo' }).click();
    await misses(bubble(page, words));
    await holds(field(page), words);

    const isSamePage = await mark(page);
    await sendButton(page).click();
    await page
      .getByRole('navigation', { name: 'Queues' })
      .getByRole('link', { name: /^All open/ })
      .click();
    await sees(row(page, 'Harriet Vane').getByText('Us:'));
    await sees(row(page, 'Harriet Vane').getByText('1 unread'));
    await row(page, 'Harriet Vane').click();
    await sees(bubble(page, words).getByText(/^Delivered /));
    expect(
      await timeline(page)
        .getByText(/^Delivered /)
        .count(),
    ).to.equal(1);
    await misses(row(page, 'Harriet Vane').getByText('1 unread')); // read, now that it is open
    expect(await isSamePage()).to.equal(true);

    await page.goto(page.url().replace(/\/inbox.*/, '/start'));
    await sees(page.getByText('4 of 6 done'));
  });

  describe('who wants no texts', () => {
    let practice: Practice;
    before(async () => {
      practice = await foundPractice(`Quiet Street ${unique()}`);
      await setUndo(practice, 0);
    });
    after(() => practice.client.close());

    it('is sent no further text after STOP, and the composer says why', async () => {
      const { page } = await visitor();
      const contactId = await addLead(practice, { name: 'Stella Stopford', phones: [phoneOf('02')] });
      await signIn(page, practice.owner);
      await openThread(page, practice.orgId, contactId);
      await write(page, 'Hello Stella, a new listing came in.');
      await sees(bubble(page, 'Read as an opt-out: they are not sent any more texts.'));
      await sees(timeline(page).getByText('Automatic answer')); // the one confirmation
      await field(page).fill('Just one more thing');
      await sees(composer(page).getByText(/They asked not to be texted/));
      expect(await sendButton(page).isDisabled()).to.equal(true);
      const panel = page.getByRole('complementary', { name: 'Contact details' });
      await sees(panel.getByText('Asked for no texts'));
    });

    it('stops a text that was on its way when STOP came, and the bubble says why', async () => {
      const { page } = await visitor();
      const phone = phoneOf('05');
      const contactId = await addLead(practice, { name: 'Silas Marner', phones: [phone] });
      await setUndo(practice, 5);
      await signIn(page, practice.owner);
      await openThread(page, practice.orgId, contactId);
      await write(page, 'Hello Silas, are you there?');
      await sayStop(practice, phone);
      await sees(bubble(page, 'Hello Silas').getByText('Not sent', { exact: true }));
      await sees(bubble(page, 'Hello Silas').getByText(/They asked not to be texted/));
      const bodies = (await sandbox().accepted()).filter(({ to }) => to === phone).map(({ body }) => body);
      expect(bodies).to.have.length(1);
      expect(bodies[0]).not.to.include('Hello Silas'); // only the confirmation of the opt-out
    });
  });
});

async function sayStop(practice: Practice, from: string): Promise<void> {
  const number = (await practice.accounts()).find(({ channel }) => channel === 'sms');
  const answer = await postSandboxEvent({
    type: 'message.received',
    id: `stop-${unique()}`,
    channel: 'sms',
    from,
    to: number?.address,
    body: 'STOP',
    receivedAt: new Date().toISOString(),
  });
  expect(answer.status).to.equal(200);
}
