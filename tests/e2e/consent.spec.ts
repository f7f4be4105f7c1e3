import { randomUUID } from 'node:crypto';
import { adminDb, postSandboxEvent } from '../../local/worldClient.js';
import { composer, openThread, write } from './inboxScreen.js';
import type { Person, Practice } from './people.js';
import { addLead, foundPractice, phoneOf, signIn, takeSeat, unique } from './people.js';
import { misses, sees } from './sights.js';
import { stage } from './stage.js';

describe('consent', function () {
  this.timeout(120_000);
  const { visitor } = stage();
  let practice: Practice;
  let ben: Person;
  before(async () => {
    practice = await foundPractice(`Consent ${unique()}`);
    ben = await takeSeat(practice, 'Ben Okri', 'agent');
  });
  after(() => practice.client.close());

  const says = async (from: string, body: string): Promise<void> => {
    const account = (await practice.accounts()).find(({ channel }) => channel === 'sms');
    const event = {
      type: 'message.received',
      id: `sb_${randomUUID()}`,
      channel: 'sms',
      from,
      to: account?.address,
      body,
    };
    await postSandboxEvent({ ...event, receivedAt: new Date().toISOString() });
  };

  it('is asked about when a lead’s words are unclear, told by phone, and proven on one page', async () => {
    const phone = phoneOf('05');
    const contactId = await addLead(practice, { name: 'Emmy Noether', phones: [phone] });
    const { page } = await visitor();
    await signIn(page, ben);
    await says(phone, 'Not interested, thanks');
    await openThread(page, practice.orgId, contactId);
    const question = page.getByRole('region', { name: 'Unclear whether they want texts' });
    await sees(
      question.getByText('“not interested”'),
      composer(page).getByText(/They may have asked us to stop/),
    );
    await question.getByRole('button', { name: 'Keep texting' }).click();
    await misses(question);
    await write(page, 'Good, I keep you posted.');

    await page.goto(`/o/${practice.orgId}/contacts/${contactId}`);
    await page.getByRole('button', { name: 'Show record' }).click();
    await sees(page.getByText('Read as no opt-out from texts'));
    await misses(page.getByRole('button', { name: 'Note a consent' })); // an admin's
    await page.getByRole('button', { name: 'Note an opt-out' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What they said').fill('Called me on Tuesday: no more, please');
    await dialog.getByRole('button', { name: 'Record opt-out' }).click();
    await sees(
      page.getByText('Asked for no texts'),
      page.getByText('Called me on Tuesday: no more, please').first(),
    );

    await page.getByRole('link', { name: 'Open proof' }).click();
    await sees(page.getByText('The chain holds.'), page.getByText('All 4 entries are as they were written'));
    const [first] = (
      await adminDb().collection(`orgs/${practice.orgId}/contacts/${contactId}/consents`).get()
    ).docs;
    await first?.ref.update({ words: 'Sure, text me' });
    await page.reload();
    await sees(page.getByText('The chain is broken.'), page.getByText(/does not fit together at entry 1/));
  });
});
