import type { MessageAttachment } from '@leadpulse/model';
import { contactSchema } from '@leadpulse/model';
import { expect } from 'chai';
import { syncAccount } from '../../functions/src/messaging/mailbox/syncAccount.js';
import { PICTURE } from '../../local/twilio/picture.js';
import type { SignedInClient } from '../../local/worldClient.js';
import { adminDb, eventually, fireSchedule, siteUrl } from '../../local/worldClient.js';
import type { MailHouse } from '../mailHouse/mailHouse.js';
import { openMailHouse } from '../mailHouse/mailHouse.js';
import { tokenOf } from './callAs.js';
import type { Box } from './mailbox.js';
import { connectMailbox, contactAt, messagesOf, readBox, seedBox, syncNow } from './mailbox.js';
import { compose, messageIdOf, plant, untilState } from './outbox.js';
import { pointedHere } from './pointedHere.js';
import { bounceOf, mail, mailWithPicture } from './rawMail.js';
import type { Person, Tenant } from './tenant.js';
import { freshId, seedContact, seedPerson, seedTenant, signIn, silentAddress } from './tenant.js';

const DAY_MS = 86_400_000;
const ago = (days: number): Date => new Date(Date.now() - days * DAY_MS);
const dated = (at: Date): Record<string, string> => ({ Date: at.toUTCString() });

describe('reading a mailbox', function () {
  this.timeout(60_000);
  pointedHere();
  let house: MailHouse;
  let tenant: Tenant;
  let admin: SignedInClient;
  before(async () => {
    house = await openMailHouse();
    tenant = await seedTenant();
    admin = await signIn(await seedPerson(tenant, { role: 'admin' }));
  });
  /** A plan has so many places. */
  afterEach(async () => {
    const { docs } = await tenant.org.collection('accounts').where('kind', '==', 'imap').get();
    await Promise.all(docs.map(({ ref }) => ref.update({ state: 'disconnected' })));
  });
  after(async () => {
    await admin.close();
    await house.stop();
  });

  const newBox = (user?: string) => connectMailbox(tenant, admin, house, user);
  const sync = (box: Box) => syncNow(tenant, admin, box);
  const bodiesAt = async (address: string) =>
    (await messagesOf(await contactAt(tenant, address))).map(({ body }) => body as string);
  const addressOf = (user: string) => ({ address: `${user}@harbor.example` });

  it('begins with the last thirty days, of which what was read there is no news', async () => {
    const user = freshId('team');
    const [recent, seen, old] = [silentAddress(), silentAddress(), silentAddress()];
    const to = addressOf(user);
    await house.put(user, mail(to, old, 'Long ago', dated(ago(45))), { at: ago(45) });
    await house.put(user, mail(to, seen, 'Was read', dated(ago(3))), { at: ago(3), flags: ['\\Seen'] });
    await house.put(user, mail(to, recent, 'Was not', dated(ago(1))), { at: ago(1) });
    const box = await newBox(user);
    await sync(box);
    expect(await contactAt(tenant, old)).to.equal(undefined);
    const news = contactSchema.parse((await (await contactAt(tenant, recent))?.get())?.data());
    expect(news.inbox.unread).to.equal(1);
    expect(news.waitingSince).not.to.equal(null);
    const known = contactSchema.parse((await (await contactAt(tenant, seen))?.get())?.data());
    expect(known.inbox.unread).to.equal(0);
    expect(known.waitingSince).to.equal(null);
    expect((await readBox(tenant, box)).health.syncedTo).not.to.equal(null);
  });

  it('goes on where a run ended, and shows how far it has come', async () => {
    const box = await seedBox(tenant, house);
    const place = { orgId: tenant.orgId, accountId: box.id };
    const leads = Array.from({ length: 5 }, () => silentAddress());
    for (const lead of leads) await house.put(box.user, mail(box, lead, 'Hello'));
    const outcomes = [];
    for (const mails of [2, 2, 9]) {
      outcomes.push(await syncAccount(place, { mails, endMs: Date.now() + 30_000 }));
      const { inbox } = (await readBox(tenant, box)).sync ?? {};
      outcomes.push(`${inbox?.read ?? 0} of ${inbox?.total ?? 0}`);
    }
    expect(outcomes).to.deep.equal(['more', '2 of 5', 'more', '4 of 5', 'complete', '5 of 5']);
    for (const lead of leads) expect(await bodiesAt(lead)).to.deep.equal(['Hello']);
  });

  it('is one reader’s at a time', async () => {
    const box = await newBox();
    await sync(box);
    const lead = silentAddress();
    await house.put(box.user, mail(box, lead, 'Hello'));
    const place = { orgId: tenant.orgId, accountId: box.id };
    const budget = () => ({ mails: 10, endMs: Date.now() + 30_000 });
    const outcomes = await Promise.all([1, 2, 3].map(() => syncAccount(place, budget())));
    expect(outcomes.every((each) => each === 'complete' || each === 'busy')).to.equal(true);
    await sync(box);
    expect(await bodiesAt(lead)).to.deep.equal(['Hello']);
  });

  it('is done for every mailbox by the clock', async () => {
    const box = await newBox();
    await sync(box);
    const lead = silentAddress();
    await house.put(box.user, mail(box, lead, 'By the clock'));
    await fireSchedule('syncMailboxes');
    const isThere = async (): Promise<true | undefined> => (await contactAt(tenant, lead)) && true;
    await eventually(isThere, 'Nobody came by', 40_000);
    expect(await bodiesAt(lead)).to.deep.equal(['By the clock']);
  });

  it('shows what was sent from elsewhere with the contact, once, as an answer', async () => {
    const box = await newBox();
    const lead = silentAddress();
    await house.put(box.user, mail(box, lead, 'Is it free?', dated(ago(2))), { at: ago(2) });
    const elsewhere = `<${freshId('phone')}@mail.example>`;
    const answer = mail({ address: lead }, box.address, 'It is.', {
      'Message-ID': elsewhere,
      ...dated(ago(1)),
    });
    await house.put(box.user, answer, { folder: 'Sent', flags: ['\\Seen'] });
    await house.put(box.user, answer, { folder: 'Sent', flags: ['\\Seen'] });
    await sync(box);
    const contact = await contactAt(tenant, lead);
    const messages = await messagesOf(contact);
    expect(
      messages.map(
        ({ direction, body, state }) => `${direction as string} ${body as string} ${state as string}`,
      ),
    ).to.deep.equal(['in Is it free? received', 'out It is. sent']);
    expect(messages[1]).to.include({ providerId: elsewhere, to: lead }).and.not.have.property('sentIn');
    const { waitingSince, lastMessage } = contactSchema.parse((await contact?.get())?.data());
    expect(waitingSince).to.equal(null);
    expect(lastMessage).to.include({ direction: 'out', preview: 'It is.' });
  });

  it('follows a thread that began elsewhere to its contact, from whatever address', async () => {
    const box = await newBox();
    const lead = silentAddress();
    const contact = await seedContact(tenant, { emails: [lead] });
    const elsewhere = `<${freshId('phone')}@mail.example>`;
    const first = mail({ address: lead }, box.address, 'Hello', { 'Message-ID': elsewhere });
    await house.put(box.user, first, { folder: 'Sent' });
    await sync(box);
    const other = silentAddress();
    await house.put(box.user, mail(box, other, 'From my other address', { References: elsewhere }));
    await sync(box);
    expect((await messagesOf(contact)).map(({ body }) => body as string)).to.include('From my other address');
    expect(await contactAt(tenant, other)).to.equal(undefined);
  });

  it('makes nobody a contact whom only a mail was sent to', async () => {
    const box = await newBox();
    const dentist = silentAddress();
    await house.put(box.user, mail({ address: dentist }, box.address, 'Ouch'), { folder: 'Sent' });
    await sync(box);
    expect(await contactAt(tenant, dentist)).to.equal(undefined);
  });

  it('doubles nothing when the server numbers its mails anew, and reads on', async () => {
    const box = await newBox();
    const [lead, later] = [silentAddress(), silentAddress()];
    await house.put(box.user, mail(box, lead, 'Once'));
    await sync(box);
    const before = (await readBox(tenant, box)).sync?.inbox?.uidValidity;
    await house.imap.renumber(box.user);
    await house.put(box.user, mail(box, later, 'After the move'));
    await sync(box);
    const { inbox } = (await readBox(tenant, box)).sync ?? {};
    expect(inbox?.uidValidity).not.to.equal(before);
    expect(await bodiesAt(lead)).to.deep.equal(['Once']);
    expect(await bodiesAt(later)).to.deep.equal(['After the move']);
  });

  it('hears STOP, confirms it once, and sends nothing more', async () => {
    const box = await newBox();
    const lead = silentAddress();
    const contact = await seedContact(tenant, { emails: [lead] });
    await house.put(box.user, mail(box, lead, 'STOP'));
    await sync(box);
    expect(contactSchema.parse((await contact.get()).data()).optOut.email).to.equal(true);
    const refused = await untilState(await compose(box, contact), 'blocked');
    expect(JSON.stringify(refused.decision)).to.include('opted-out');
    const confirmations = contact.collection('messages').where('purpose', '==', 'opt-out-confirmation');
    expect((await confirmations.get()).size).to.equal(1);
  });

  it('answers no machine, and makes no contact of a newsletter', async () => {
    const box = await newBox();
    const [machine, newsletter] = [silentAddress(), silentAddress()];
    const contact = await seedContact(tenant, { emails: [machine] });
    await house.put(box.user, mail(box, machine, 'HELP', { 'Auto-Submitted': 'auto-replied' }));
    const list = { 'List-Unsubscribe': '<https://news.example/off>', Precedence: 'bulk' };
    await house.put(box.user, mail(box, newsletter, 'Our offers', list));
    await sync(box);
    expect((await messagesOf(contact)).map(({ direction }) => direction as string)).to.deep.equal(['in']);
    expect(contactSchema.parse((await contact.get()).data()).waitingSince).to.equal(null);
    expect(await contactAt(tenant, newsletter)).to.equal(undefined);
  });

  for (const [whose, isOurs] of [
    ['a mail of ours', true],
    ['a mail that was sent from elsewhere', false],
  ] as const) {
    it(`marks ${whose} as failed when it bounces, with the reason`, async () => {
      const box = await newBox();
      const lead = silentAddress();
      const contact = await seedContact(tenant, { emails: [lead] });
      const id = isOurs ? await sentByUs(box, lead) : await sentElsewhere(box, lead);
      await house.put(box.user, bounceOf(box, id));
      await sync(box);
      const [message] = await messagesOf(contact);
      expect(message).to.include({ direction: 'out', state: 'failed' });
      expect(message?.error).to.deep.equal({
        code: 'bounce-5.1.1',
        message: 'The address does not exist. Correct it on the contact.',
      });
    });
  }

  async function sentByUs(box: Box, lead: string): Promise<string> {
    const contact = await contactAt(tenant, lead);
    if (!contact) throw new Error('no contact');
    const message = await plant(box, contact, { state: 'sent', attempts: 1 });
    await message.update({ providerId: messageIdOf(message) });
    return messageIdOf(message);
  }

  async function sentElsewhere(box: Box, lead: string): Promise<string> {
    const id = `<${freshId('phone')}@mail.example>`;
    const raw = mail({ address: lead }, box.address, 'Hello', { 'Message-ID': id });
    await house.put(box.user, raw, { folder: 'Sent' });
    await sync(box);
    return id;
  }

  it('lists a file and passes it on from where it lies, to who may see the contact', async () => {
    const box = await newBox();
    const lead = silentAddress();
    await house.put(box.user, mailWithPicture(box, lead, 'This is the house.'));
    await sync(box);
    const contact = await contactAt(tenant, lead);
    const [message] = await messagesOf(contact);
    const [file] = message?.attachments as MessageAttachment[];
    expect(file).to.include({ name: 'house.png', type: 'image/png' });
    const path = [tenant.orgId, contact?.id, message?.id, file?.partId].join('/');
    const read = (who: Person) =>
      fetch(`${siteUrl()}/attachments/${path}`, { headers: { authorization: `Bearer ${tokenOf(who)}` } });
    const shown = await read(await seedPerson(tenant, { role: 'viewer' }));
    expect(shown.status).to.equal(200);
    expect(Buffer.from(await shown.arrayBuffer()).equals(PICTURE)).to.equal(true);
    const stranger = await seedPerson(await seedTenant(), { role: 'owner' });
    expect((await read(stranger)).status).to.equal(403);
  });

  it('says on the card why it cannot be done, and asks to be connected again', async () => {
    const box = await newBox();
    await sync(box);
    const account = adminDb().doc(`orgs/${tenant.orgId}/accounts/${box.id}`);
    const secret = account.collection('secrets').doc('imap');
    const { seal } = await import('../../functions/src/platform/seal.js');
    const settings = { ...house.settings(box.user), password: 'changed meanwhile' };
    await secret.set({ ...seal(JSON.stringify(settings), secret.path) });
    const budget = { mails: 10, endMs: Date.now() + 30_000 };
    expect(await syncAccount({ orgId: tenant.orgId, accountId: box.id }, budget)).to.equal('failed');
    const broken = await readBox(tenant, box);
    expect(broken.state).to.equal('error');
    expect(broken.health.lastError).to.match(/refuses our sign-in/);
    expect((await newBox(box.user)).id).to.equal(box.id);
    expect((await readBox(tenant, box)).state).to.equal('active');
  });
});
