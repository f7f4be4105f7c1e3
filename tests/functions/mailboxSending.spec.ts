import { expect } from 'chai';
import { mkdirSync, writeFileSync } from 'node:fs';
import type { DocumentReference } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { join } from 'node:path';
import type { SignedInClient } from '../../local/worldClient.js';
import { eventually, fireSchedule } from '../../local/worldClient.js';
import type { MailHouse } from '../mailHouse/mailHouse.js';
import { openMailHouse } from '../mailHouse/mailHouse.js';
import { worldEnvironment } from '../proof/worldEnvironment.js';
import type { Box } from './mailbox.js';
import { connectMailbox, messagesOf, syncNow } from './mailbox.js';
import { messageFields, messageIdOf, plant, untilState } from './outbox.js';
import { mail } from './rawMail.js';
import type { Tenant } from './tenant.js';
import { freshId, seedContact, seedPerson, seedTenant, signIn, silentAddress } from './tenant.js';

describe('writing from a mailbox', function () {
  this.timeout(60_000);
  let house: MailHouse;
  let tenant: Tenant;
  let admin: SignedInClient;
  let box: Box;
  before(async () => {
    house = await openMailHouse();
    tenant = await seedTenant();
    admin = await signIn(await seedPerson(tenant, { role: 'admin' }));
    box = await connectMailbox(tenant, admin, house);
  });
  after(async () => {
    await admin.close();
    await house.stop();
  });

  const lead = () => seedContact(tenant, { emails: [silentAddress()] });
  const handedOver = (message: DocumentReference) =>
    house.smtp.mails.filter((each) => each.includes(messageIdOf(message))).length;
  const filed = async (message: DocumentReference) =>
    (await house.messageIds(box.user, 'Sent')).filter((id) => id === messageIdOf(message)).length;

  /** A message asked for as a browser does, under an id that a fault can be ordered for beforehand. */
  const ask = async (contact: DocumentReference, id = freshId('m')): Promise<DocumentReference> => {
    const message = contact.collection('messages').doc(id);
    await message.create(messageFields(box, (await contact.get()).data() ?? {}));
    return message;
  };

  it('hands a mail over once, files it under Sent, and meets it there without doubling it', async () => {
    const contact = await lead();
    const message = await ask(contact);
    expect((await untilState(message, 'sent')).providerId).to.equal(messageIdOf(message));
    await eventually(async () => ((await filed(message)) === 1 ? true : undefined), 'It was not filed');
    await syncNow(tenant, admin, box);
    expect(await messagesOf(contact)).to.have.length(1);
    expect(handedOver(message)).to.equal(1);
    expect(house.smtp.mails.at(-1)).to.include(`From: Harbor Realty <${box.address}>`);
  });

  it('answers in the thread of a mail that came in', async () => {
    const contact = await lead();
    const from = ((await contact.get()).get('emails') as string[])[0] ?? '';
    const asked = `<${freshId('lead')}@mail.example>`;
    await house.put(box.user, mail(box, from, 'HELP', { 'Message-ID': asked }));
    await syncNow(tenant, admin, box);
    const help = (await messagesOf(contact)).find(({ purpose }) => purpose === 'help');
    expect(help?.references).to.deep.equal([asked]);
    const ref = contact.collection('messages').doc(String(help?.id));
    await untilState(ref, 'sent');
    expect(house.smtp.mails.find((each) => each.includes(messageIdOf(ref)))).to.include(
      `In-Reply-To: ${asked}`,
    );
  });

  it('that breaks off after the server took the mail sends it no second time', async () => {
    const contact = await lead();
    const id = freshId('m');
    const { faultsDir } = worldEnvironment();
    mkdirSync(faultsDir, { recursive: true });
    writeFileSync(join(faultsDir, `after-accept-${id}`), 'throw');
    const message = await ask(contact, id);
    await eventually(() => Promise.resolve(handedOver(message) === 1 ? true : undefined), 'Not handed over');
    await message.update({ leaseUntil: Timestamp.fromMillis(Date.now() - 1000) });
    await fireSchedule('sweepMessages');
    const { error } = await untilState(message, 'uncertain');
    expect(error).to.include({ code: 'uncertain' });
    expect(handedOver(message)).to.equal(1);
  });

  const leftOpen = (contact: DocumentReference, more: { hasCallBegun?: boolean } = {}) =>
    plant(box, contact, {
      state: 'sending',
      attempts: 1,
      leaseUntil: Timestamp.fromMillis(Date.now() - 1000),
      ...more,
    });

  it('left open is sent if the mailbox has it under Sent', async () => {
    const message = await leftOpen(await lead());
    const copy = mail({ address: silentAddress() }, box.address, 'Hello', {
      'Message-ID': messageIdOf(message),
    });
    await house.put(box.user, copy, { folder: 'Sent' });
    await fireSchedule('sweepMessages');
    expect((await untilState(message, 'sent')).providerId).to.equal(messageIdOf(message));
    expect(handedOver(message)).to.equal(0);
  });

  it('that died before its server was called is sent; one that died in the call is uncertain', async () => {
    const begun = await leftOpen(await lead(), { hasCallBegun: true });
    const unbegun = await leftOpen(await lead(), { hasCallBegun: false });
    await fireSchedule('sweepMessages');
    await untilState(unbegun, 'sent');
    expect(handedOver(unbegun)).to.equal(1);
    await untilState(begun, 'uncertain');
    expect(handedOver(begun)).to.equal(0);
  });

  it('left uncertain is sent as soon as it is met under Sent, however late', async () => {
    const message = await plant(box, await lead(), { state: 'uncertain', attempts: 1 });
    const copy = mail({ address: silentAddress() }, box.address, 'Hello', {
      'Message-ID': messageIdOf(message),
    });
    await house.put(box.user, copy, { folder: 'Sent' });
    await syncNow(tenant, admin, box);
    await untilState(message, 'sent');
  });

  it('waits for a mailbox that cannot be asked', async () => {
    const other = await connectMailbox(tenant, admin, house);
    const contact = await lead();
    const message = await plant(other, contact, {
      state: 'sending',
      attempts: 1,
      leaseUntil: Timestamp.fromMillis(Date.now() - 1000),
    });
    const gone = await openMailHouse();
    const ref = tenant.org.collection('accounts').doc(other.id).collection('secrets').doc('imap');
    const { seal } = await import('../../functions/src/platform/seal.js');
    await ref.set({ ...seal(JSON.stringify(gone.settings(other.user)), ref.path) });
    await gone.stop();
    await fireSchedule('sweepMessages');
    expect((await message.get()).get('state')).to.equal('sending');
    await message.delete();
  });
});
