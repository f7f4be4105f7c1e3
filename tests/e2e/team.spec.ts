import { expect } from 'chai';
import type { Locator } from 'playwright-core';
import { bubble, composer, field, openThread, row, rows, sendButton, write } from './inboxScreen.js';
import type { Person, Practice } from './people.js';
import { addLead, foundPractice, phoneOf, setUndo, signIn, takeSeat, unique } from './people.js';
import { mark, misses, sees } from './sights.js';
import type { Visitor } from './stage.js';
import { stage } from './stage.js';

const SOON_MS = 3000; // "within a second or so", on a busy machine

describe('a team at work [P11]', function () {
  this.timeout(120_000);
  const { visitor } = stage();
  let practice: Practice;
  let olivia: Visitor;
  let ben: Person;
  const leads: Record<string, string> = {};

  before(async () => {
    practice = await foundPractice(`Team ${unique()}`);
    await setUndo(practice, 0);
    ben = await takeSeat(practice, 'Ben Okri', 'agent');
    for (const name of ['Clara Barton', 'Dora Maar', 'Edgar Poe'])
      leads[name] = await addLead(practice, { name, phones: [phoneOf('05')] });
    olivia = await visitor();
    await signIn(olivia.page, practice.owner);
  });
  after(() => practice.client.close());

  const arrive = async (person: Person): Promise<Visitor> => {
    const visit = await visitor();
    await signIn(visit.page, person);
    return visit;
  };

  it('shows a message, an assignment and a closed conversation to the others at once, without reload', async () => {
    const { page: hers } = olivia;
    const { page: his } = await arrive(ben);
    const contactId = leads['Clara Barton'] ?? '';
    await openThread(hers, practice.orgId, contactId);
    await openThread(his, practice.orgId, contactId);
    const isSamePage = await mark(his);

    await write(hers, 'Hello Clara, the keys are ready.');
    await within(SOON_MS, bubble(his, 'Hello Clara, the keys are ready.'));
    await sees(bubble(his, 'Hello Clara').getByText('Olivia Grant'));
    await sees(bubble(hers, 'Hello Clara').getByText(/^(Sent|Delivered) /));

    await hers.getByRole('button', { name: 'Assign', exact: true }).click();
    await hers.getByRole('menuitem', { name: 'Ben Okri' }).click();
    await within(SOON_MS, his.getByRole('button', { name: 'Assigned to you. Change' }));
    await sees(hers.getByRole('button', { name: 'Assigned to Ben Okri. Change' }));

    await composer(his).getByRole('button', { name: 'Note' }).click();
    await his.getByRole('textbox', { name: 'Note for your team' }).fill('She prefers calls in the morning.');
    await his.getByRole('button', { name: 'Save note' }).click();
    await within(SOON_MS, bubble(hers, 'She prefers calls in the morning.'));

    await his.getByRole('button', { name: /^Close( conversation)?$/ }).click();
    await within(SOON_MS, hers.getByRole('button', { name: /^Reopen/ }));
    await misses(row(hers, 'Clara Barton'));
    expect(await isSamePage()).to.equal(true);
  });

  it('shows a text at once without a connection, and sends it when the connection is back', async () => {
    const { page, context, watch } = olivia;
    watch.expect(/ERR_INTERNET_DISCONNECTED|Could not reach Cloud Firestore/);
    await openThread(page, practice.orgId, leads['Dora Maar'] ?? '');
    await sees(field(page));
    await context.setOffline(true);
    await field(page).fill('Hello Dora, we meet at noon.');
    await sendButton(page).click();
    await within(1000, bubble(page, 'Hello Dora'));
    await sees(bubble(page, 'Hello Dora').getByText('Waiting for a connection'));
    await sees(page.getByText('You are offline.'));
    await context.setOffline(false);
    await sees(bubble(page, 'Hello Dora').getByText(/^(Sent|Delivered) /));
    await misses(page.getByText('You are offline.'));
  });

  it('shows an agent who sees only what is assigned nobody else’s contacts', async () => {
    const ines = await takeSeat(practice, 'Ines Alba', 'agent', 'assigned');
    const own = await addLead(practice, {
      name: 'Frida Kahlo',
      phones: [phoneOf('05')],
      assigneeUid: ines.uid,
    });
    const { page } = await arrive(ines);
    await page.goto(`/o/${practice.orgId}/contacts`);
    await sees(page.getByRole('list', { name: 'Contacts' }).getByRole('link', { name: /Frida Kahlo/ }));
    expect(await page.getByRole('list', { name: 'Contacts' }).getByRole('link').count()).to.equal(1);
    await openThread(page, practice.orgId, own);
    await write(page, 'Hello Frida.');
    await sees(row(page, 'Frida Kahlo'));
    expect(await rows(page).count()).to.equal(1);
    await page.goto(`/o/${practice.orgId}/inbox/mine/${leads['Edgar Poe'] ?? ''}`);
    await sees(page.getByText('This conversation is not here any more'));
    expect(await page.getByText('Edgar Poe').count()).to.equal(0);
  });

  it('lets a viewer read along and gives them nothing to write with', async () => {
    const vera = await takeSeat(practice, 'Vera Cole', 'viewer');
    const { page } = await arrive(vera);
    await page.goto(`/o/${practice.orgId}/inbox/all/${leads['Edgar Poe'] ?? ''}`);
    await sees(
      page.getByText('You read along here as a viewer.'),
      page.getByRole('heading', { name: 'Edgar Poe' }),
    );
    expect(await composer(page).count()).to.equal(0);
    const writing = page.getByRole('button', { name: /^(Assign|Close|Snooze|Edit contact)/ });
    expect(await writing.filter({ visible: true }).count()).to.equal(0);
    await page.goto(`/o/${practice.orgId}/contacts`);
    await sees(page.getByRole('heading', { name: 'Contacts' }));
    expect(await page.getByRole('link', { name: 'Add contact' }).count()).to.equal(0);
    await page.goto(`/o/${practice.orgId}/accounts`);
    await sees(page.getByRole('heading', { name: 'Accounts' }));
    expect(await page.getByRole('button', { name: /Add account|Disconnect/ }).count()).to.equal(0);
  });

  it('tells a stranger with a deep link that they are no member, and shows them nothing', async () => {
    const other = await foundPractice(`Elsewhere ${unique()}`, 'Sam Strange');
    const { page } = await visitor();
    await page.goto(`/o/${practice.orgId}/inbox/all/${leads['Edgar Poe'] ?? ''}`);
    await page.waitForURL(/\/sign-in\?next=/);
    await signIn(page, other.owner);
    await sees(page.getByText('You are not a member of this organization'));
    expect(await page.getByText(/Edgar Poe|Olivia Grant/).count()).to.equal(0);
    await page.getByRole('link', { name: 'Open your own organization' }).click();
    await sees(page.getByRole('button', { name: `Organization: ${other.orgName}` }));
    await other.client.close();
  });
});

async function within(ms: number, thing: Locator): Promise<void> {
  await thing.first().waitFor({ timeout: ms });
}
