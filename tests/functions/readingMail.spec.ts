import { contactSchema, messageSchema } from '@leadpulse/model';
import { expect } from 'chai';
import type { DocumentReference } from 'firebase-admin/firestore';
import { eventually, mailbox, postMail } from '../../local/worldClient.js';
import { messageIdOf, plant } from './outbox.js';
import { mail } from './rawMail.js';
import type { Tenant } from './tenant.js';
import { seedContact, seedTenant, silentAddress } from './tenant.js';

const LIST = { 'List-Id': '<sales.harbor.example>', Precedence: 'list' };
const NEWSLETTER = { ...LIST, 'List-Unsubscribe': '<mailto:u@news.example>' };
const GROUP = { ...LIST, 'List-Post': '<mailto:sales@harbor.example>' };

describe('a mail that is read', function () {
  this.timeout(40_000);
  let tenant: Tenant;
  before(async () => {
    tenant = await seedTenant();
  });

  const outcomeOf = async (raw: string): Promise<string> => {
    const response = await postMail(raw);
    expect(response.status).to.equal(200);
    return ((await response.json()) as { outcome: string }).outcome;
  };
  const messagesOf = async (contact: DocumentReference) =>
    (await contact.collection('messages').get()).docs.map((doc) => messageSchema.parse(doc.data()));
  const readContact = async (contact: DocumentReference) => contactSchema.parse((await contact.get()).data());
  const holders = (from: string) =>
    tenant.org.collection('contacts').where('emails', 'array-contains', from).get();

  it('makes no contact of who sends a newsletter, and is shown when a contact sends one', async () => {
    const stranger = silentAddress();
    expect(await outcomeOf(mail(tenant.smtp, stranger, 'Ten kitchens', NEWSLETTER))).to.equal('newsletter');
    expect((await holders(stranger)).empty).to.be.true;
    const known = silentAddress();
    const contact = await seedContact(tenant, { emails: [known] });
    expect(await outcomeOf(mail(tenant.smtp, known, 'Our news', NEWSLETTER))).to.equal('received');
    expect(await messagesOf(contact)).to.have.length(1);
    expect((await readContact(contact)).waitingSince).to.be.null;
  });

  it('waits for an answer when it came through a group address, and is not answered by a machine', async () => {
    const from = silentAddress();
    expect(await outcomeOf(mail(tenant.smtp, from, 'HELP', GROUP))).to.equal('received');
    const contact = (await holders(from)).docs[0]!.ref;
    expect(await messagesOf(contact)).to.have.length(1);
    const second = mail(tenant.smtp, from, 'Do you have two rooms?', GROUP);
    expect(await outcomeOf(second)).to.equal('received');
    expect((await readContact(contact)).waitingSince).not.to.be.null;
  });

  it('goes no second round when it is our own', async () => {
    const contact = await seedContact(tenant);
    const ours = await plant(tenant.smtp, contact, { state: 'sent', attempts: 1 });
    const back = mail(tenant.smtp, 'other-mailbox@harbor.example', 'Hello', {
      'Message-ID': messageIdOf(ours),
    });
    expect(await outcomeOf(back)).to.equal('own-address');
  });

  it('is answered with a mark that keeps machines from answering back', async () => {
    const from = silentAddress();
    await outcomeOf(mail(tenant.smtp, from, 'HELP'));
    const help = await mailbox().find((found) => found.to.some(({ address }) => address === from));
    expect(help.headers['auto-submitted']).to.equal('auto-replied');
    expect(help.headers['x-auto-response-suppress']).to.equal('All');
    const back = mail({ address: from }, tenant.smtp.address, 'x', { 'Auto-Submitted': 'auto-replied' });
    expect(await outcomeOf(back)).to.equal('unknown-address');
  });

  it('is a bounce in words alone, and only a bounce for good fails the mail', async () => {
    const contact = await seedContact(tenant);
    const ours = await plant(tenant.smtp, contact, { state: 'sent', attempts: 1 });
    await ours.update({ providerId: messageIdOf(ours) });
    const report = (words: string) =>
      `${words}\n\n<nobody@example.com>:\nno such user\n\nMessage-ID: ${messageIdOf(ours)}\n`;
    const daemon = 'mailer-daemon@mail.example';
    const late = mail(tenant.smtp, daemon, report('Not yet.'), { Subject: 'Delivery delayed' });
    expect(await outcomeOf(late)).to.equal('delayed');
    expect((await ours.get()).get('state')).to.equal('sent');
    const over = mail(tenant.smtp, daemon, report('Hi. This is the qmail-send program.'), {
      Subject: 'failure notice',
    });
    expect(await outcomeOf(over)).to.equal('applied');
    expect((await ours.get()).get('error')).to.deep.equal({
      code: 'bounce-5.1.1',
      message: 'The address does not exist. Correct it on the contact.',
    });
    expect((await holders(daemon)).empty).to.be.true;
  });

  it('lists what came with it, and keeps none of it', async () => {
    const from = silentAddress();
    const body = [
      '--b',
      'Content-Type: text/plain',
      '',
      'The plan.',
      '--b',
      'Content-Type: application/pdf',
      'Content-Disposition: attachment; filename=plan.pdf',
      '',
      'SECRETBYTES',
      '--b--',
    ];
    const type = { 'Content-Type': 'multipart/mixed; boundary=b' };
    expect(await outcomeOf(mail(tenant.smtp, from, body.join('\n'), type))).to.equal('received');
    const found = await eventually(async () => (await holders(from)).docs[0]?.ref, 'No contact was made');
    const [message] = await messagesOf(found);
    expect(message?.attachments).to.deep.equal([
      { partId: '2', name: 'plan.pdf', type: 'application/pdf', size: 11, isInline: false },
    ]);
    expect(JSON.stringify(message)).not.to.include('SECRETBYTES');
  });
});
