import { connectAccountContract } from '@leadpulse/model';
import { expect } from 'chai';
import type { DocumentSnapshot } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { HOST } from '../../local/ports.js';
import { adminDb, eventually, fireSchedule, sandbox } from '../../local/worldClient.js';
import type { SmtpManners, SmtpStub } from '../functions/smtpStub.js';
import { smtpStub } from '../functions/smtpStub.js';
import { bubble, composer, field, openThread, write } from './inboxScreen.js';
import type { Practice } from './people.js';
import { addLead, foundPractice, phoneOf, setUndo, signIn, unique } from './people.js';
import { holds, misses, sees } from './sights.js';
import type { Visitor } from './stage.js';
import { stage } from './stage.js';

const HOUR_MS = 3_600_000;

describe('messages that do not go out at once', function () {
  this.timeout(120_000);
  const { visitor } = stage();
  let practice: Practice;
  let owner: Visitor;
  const manners: SmtpManners = { recipient: '550 5.1.1 no such mailbox here' };
  let smtp: SmtpStub;

  before(async () => {
    practice = await foundPractice(`Outbox ${unique()}`);
    await setUndo(practice, 0);
    smtp = await smtpStub(manners);
    owner = await visitor();
    await signIn(owner.page, practice.owner);
  });
  after(async () => {
    await practice.client.close();
    smtp.close();
  });

  it('wait for the time a person chose, can be taken back until then, and go out when it comes', async () => {
    const { page } = owner;
    const contactId = await addLead(practice, { name: 'Lena Horn', phones: [phoneOf('05')] });
    await openThread(page, practice.orgId, contactId);
    await field(page).fill('Shall we meet on Monday?');
    await composer(page).getByRole('button', { name: 'Send later' }).click();
    await page.getByRole('menuitem', { name: /^Tomorrow morning/ }).click();
    const asked = bubble(page, 'Shall we meet on Monday?');
    await sees(asked.getByText('Scheduled for tomorrow, 9:00 AM'));
    await asked.getByRole('button', { name: 'Cancel sending' }).click();
    await misses(asked);
    await holds(field(page), 'Shall we meet on Monday?');

    await field(page).fill('Or rather on Tuesday?');
    await composer(page).getByRole('button', { name: 'Send later' }).click();
    await page.getByRole('menuitem', { name: 'Pick date and time' }).click();
    const dialog = page.getByRole('dialog', { name: 'Send later' });
    await dialog.getByLabel('Date and time').fill('2020-01-01T10:00');
    await dialog.getByRole('button', { name: 'Schedule message' }).click();
    await sees(dialog.getByText('This moment has passed. Choose one ahead.'));
    const [date = ''] = new Date(Date.now() + 72 * HOUR_MS).toISOString().split('T');
    await dialog.getByLabel('Date and time').fill(`${date}T10:00`);
    await dialog.getByRole('button', { name: 'Schedule message' }).click();
    await misses(dialog);
    const later = bubble(page, 'Or rather on Tuesday?');
    await sees(later.getByText(/^Scheduled for \w+, .*10:00 AM$/));

    const message = await messageOf(practice, contactId, 'Or rather on Tuesday?', 'scheduled');
    await message.ref.update({ sendAt: Timestamp.fromMillis(Date.now() - HOUR_MS) }); // its time has come
    await fireSchedule('sweepMessages');
    await sees(later.getByText(/^(Sent|Delivered) /));
    const ref = `${practice.orgId}/${contactId}/${message.id}`;
    expect(await sandbox().accepted(ref)).to.have.length(1);
  });

  it('say that they were not delivered when they bounced, and why', async () => {
    const { page } = owner;
    const contactId = await addLead(practice, { name: 'Boris Bounce', phones: [phoneOf('04')] });
    await openThread(page, practice.orgId, contactId);
    await write(page, 'Hello Boris.');
    const bounced = bubble(page, 'Hello Boris.');
    await sees(bounced.getByText('Not delivered'), bounced.getByRole('button', { name: 'Try again' }));
    const message = await messageOf(practice, contactId, 'Hello Boris.', 'failed');
    await sees(bounced.getByText(String(message.get('error.message'))));
  });

  it('are sent again by one press after the mail server refused them', async () => {
    const { page } = owner;
    await practice.client.call(connectAccountContract, {
      orgId: practice.orgId,
      account: {
        kind: 'smtp',
        displayName: 'Strict mailbox',
        address: `strict-${unique()}@outbox.test`,
        smtp: { host: HOST, port: smtp.port, secure: false, user: '', password: '' },
      },
    });
    const contactId = await addLead(practice, {
      name: 'Rita Retry',
      emails: [`rita-${unique()}@leads.test`],
    });
    await openThread(page, practice.orgId, contactId);
    await composer(page)
      .getByRole('button', { name: /^Send by / })
      .click();
    await page.getByRole('menuitem', { name: /Strict mailbox/ }).click();
    await write(page, 'Dear Rita, the plan is attached.');
    const refused = bubble(page, 'Dear Rita');
    await sees(refused.getByText('Not sent', { exact: true }));
    await sees(refused.getByText(/The mail server refused it: 550 5\.1\.1 no such mailbox here/));
    manners.recipient = '250 ok';
    await refused.getByRole('button', { name: 'Try again' }).click();
    await sees(refused.getByText(/^Sent /));
    await misses(refused.getByText('Not sent', { exact: true }));
  });

  it('are shown as uncertain when nobody can know, and go out again only by a person’s decision', async () => {
    const { page } = owner;
    const contactId = await addLead(practice, { name: 'Una Certain', phones: [phoneOf('05')] });
    await leaveUncertain(practice, contactId, 'Hello Una.');
    await openThread(page, practice.orgId, contactId);
    const doubtful = bubble(page, 'Hello Una.');
    await sees(doubtful.getByText('May or may not have been sent'));
    await doubtful.getByRole('button', { name: 'Send again…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Send this message again?' });
    await sees(dialog.getByText(/the lead gets it twice/));
    await dialog.getByRole('button', { name: 'Leave it' }).click();
    await misses(dialog);
    await sees(doubtful.getByText('May or may not have been sent'));
    await doubtful.getByRole('button', { name: 'Send again…' }).click();
    await dialog.getByRole('button', { name: 'Send it again' }).click();
    await sees(doubtful.getByText(/^(Sent|Delivered) /));
  });
});

function messageOf(
  { orgId }: Practice,
  contactId: string,
  body: string,
  state: string,
): Promise<DocumentSnapshot> {
  const messages = adminDb().collection(`orgs/${orgId}/contacts/${contactId}/messages`);
  return eventually(
    async () => (await messages.where('body', '==', body).where('state', '==', state).get()).docs[0],
    `“${body}” did not become ${state}`,
    30_000,
  );
}

/** A message whose sender died after the provider may have had it. */
async function leaveUncertain(practice: Practice, contactId: string, body: string): Promise<void> {
  const account = (await practice.accounts()).find(({ channel }) => channel === 'sms');
  const contact = adminDb().doc(`orgs/${practice.orgId}/contacts/${contactId}`);
  const at = Timestamp.fromMillis(Date.now() - HOUR_MS);
  const messageId = 'uncertain1';
  await contact
    .collection('messages')
    .doc(messageId)
    .set({
      channel: 'sms',
      direction: 'out',
      accountId: account?.accountId,
      from: account?.address,
      to: ((await contact.get()).get('phones') as string[])[0],
      body,
      state: 'uncertain',
      at,
      requestedBy: practice.owner.uid,
      requestedAt: at,
      undoSeconds: 0,
      sendAt: at,
      attempts: 1,
      leaseUntil: null,
      decision: { allowed: true, reasons: [], at },
      error: { code: 'uncertain', message: 'The connection broke off.' },
    });
  await contact.update({ lastMessage: { messageId, at, channel: 'sms', direction: 'out', preview: body } });
}
