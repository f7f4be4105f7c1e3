import { expect } from 'chai';
import type { DocumentReference } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { eventually, fireSchedule, mailbox } from '../../local/worldClient.js';
import { compose, messageIdOf, untilDocument, untilState } from './outbox.js';
import type { SmtpManners } from './smtpStub.js';
import { smtpStub } from './smtpStub.js';
import type { Tenant } from './tenant.js';
import { seedContact, seedMailbox, seedTenant, silentAddress } from './tenant.js';

describe('a mail', function () {
  this.timeout(40_000);
  let tenant: Tenant;
  before(async () => {
    tenant = await seedTenant({ name: 'Harbor "Sea" Realty, Inc.' });
  });

  const arrival = (message: DocumentReference) =>
    mailbox().find((mail) => mail.headers['message-id'] === messageIdOf(message));

  it('arrives with its own Message-ID, as text and HTML, with who writes and where they are', async () => {
    const to = silentAddress();
    const contact = await seedContact(tenant, { emails: [to] });
    const body = 'Hi Sam,\n\nis 5 < 6 & "fine"?\nGrüße 🏡';
    const message = await compose(tenant.smtp, contact, { body, subject: 'Your viewing – Tuesday' });
    const data = await untilState(message, 'sent');
    const mail = await arrival(message);
    expect(data.providerId).to.equal(messageIdOf(message));
    expect(mail.from).to.deep.equal([{ address: tenant.smtp.address, name: 'Harbor "Sea" Realty, Inc.' }]);
    expect(mail.to.map(({ address }) => address)).to.deep.equal([to]);
    expect(mail.subject).to.equal('Your viewing – Tuesday');
    expect(mail.text).to.include(body).and.include('1 Pier Road, Boston');
    expect(mail.html).to.include('is 5 &lt; 6 &amp; &quot;fine&quot;?<br>');
    expect(mail.html).to.include('1 Pier Road, Boston');
    expect(mail.headers).to.not.have.property('in-reply-to');
  });

  it('continues the thread it answers', async () => {
    const contact = await seedContact(tenant);
    const references = ['<first@mail.example>', '<second@mail.example>'];
    const message = await compose(tenant.smtp, contact, { references });
    const { headers } = await arrival(message);
    expect(headers['in-reply-to']).to.equal('<second@mail.example>');
    expect([headers.references].flat().join(' ')).to.equal('<first@mail.example> <second@mail.example>');
  });

  it('takes no header from what a person typed', async () => {
    const hostile = await seedTenant({ name: 'Evil\r\nBcc: name@evil.example' });
    const contact = await seedContact(hostile);
    const message = await compose(hostile.smtp, contact, {
      references: ['<x@y>\r\nBcc: reference@evil.example', 'no id'],
      body: 'Hello\r\n.\r\nMAIL FROM:<a@evil.example>',
    });
    await untilState(message, 'sent');
    const mail = await arrival(message);
    const source = await mailbox().source(mail.id);
    const head = source.split(/\r?\n\r?\n/)[0] ?? '';
    expect(head).to.not.match(/^bcc:/im);
    expect(head).to.not.match(/^in-reply-to:/im);
    expect(mail.text).to.include('MAIL FROM:<a@evil.example>');
  });

  const sendBy = async (manners: SmtpManners) => {
    const stub = await smtpStub(manners);
    const contact = await seedContact(tenant);
    const message = await compose(await seedMailbox(tenant.orgId, stub.port), contact);
    return { stub, message };
  };

  it('fails for good when the server knows no such recipient', async () => {
    const { stub, message } = await sendBy({ recipient: '550 5.1.1 no such user' });
    const data = await untilState(message, 'failed');
    expect(data.error).to.deep.include({ code: 'smtp-550' });
    stub.close();
  });

  it('is tried again later when the server is busy', async () => {
    const { stub, message } = await sendBy({ data: '451 4.3.0 try later' });
    const data = await untilState(message, 'scheduled');
    expect(data.error).to.deep.include({ code: 'smtp-451' });
    expect(data.attempts).to.equal(1);
    stub.close();
  });

  it('stays leased when the server hangs up in the middle, and goes once more when it surely did not arrive', async () => {
    const { stub, message } = await sendBy({ hangsUp: true });
    await eventually(() => Promise.resolve(stub.mails[0]), 'The server got no mail');
    const data = await untilState(message, 'sending');
    expect(data.error ?? null).to.be.null;
    await message.update({ leaseUntil: Timestamp.fromMillis(Date.now() - 1000) });
    await fireSchedule('sweepMessages');
    await untilState(message, 'sending');
    expect(stub.mails).to.have.length(2);
    const ids = stub.mails.map((mail) => /^Message-ID:\s*(<[^>]*>)/im.exec(mail)?.[1]);
    expect(new Set(ids)).to.deep.equal(new Set([messageIdOf(message)]));
    stub.close();
  });

  it('shows its mailbox as broken when the sign-in is refused', async () => {
    const stub = await smtpStub({ auth: '535 5.7.8 bad credentials' });
    const account = await seedMailbox(tenant.orgId, stub.port, { user: 'box', password: 'old' });
    const message = await compose(account, await seedContact(tenant));
    const data = await untilState(message, 'failed');
    expect(data.error).to.deep.include({ code: 'smtp-auth-failed' });
    const shown = tenant.org.collection('accounts').doc(account.id);
    await untilDocument(shown, ({ state }) => state === 'error');
    stub.close();
  });
});
