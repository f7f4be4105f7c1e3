import type { MessageAttachment } from '@leadpulse/model';
import { AS_SENT, contactSchema } from '@leadpulse/model';
import { expect } from 'chai';
import type { DocumentData, DocumentReference } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { PROJECT_ID } from '../../local/ports.js';
import { PICTURE } from '../../local/twilio/picture.js';
import type { SignedInClient } from '../../local/worldClient.js';
import { adminDb, eventually, fireSchedule, siteUrl } from '../../local/worldClient.js';
import { tokenOf } from './callAs.js';
import type { ConnectedGmail } from './gmail.js';
import { connectGmail, contactWith, google, messagesOf, ROOMY } from './gmail.js';
import { compose, messageIdOf, untilState } from './outbox.js';
import type { Person, Tenant } from './tenant.js';
import { seedContact, seedPerson, seedTenant, signIn, silentAddress } from './tenant.js';
import { readAccount } from './twilio.js';

const TOPIC = `projects/${PROJECT_ID}/topics/gmail-push`;

describe('mails by Gmail', function () {
  this.timeout(60_000);
  let tenant: Tenant;
  let person: Person;
  let admin: SignedInClient;
  let gmail: ConnectedGmail;
  before(async () => {
    tenant = await seedTenant(ROOMY);
    person = await seedPerson(tenant, { role: 'admin' });
    admin = await signIn(person);
    gmail = await connectGmail(tenant, admin, { withSync: true });
  });
  after(() => admin.close());

  const sentOf = async (mailbox: string) =>
    (await google().mails(mailbox)).filter(({ labels }) => labels.includes('SENT'));
  const codeOf = (data: DocumentData) => (data.error as { code: string }).code;
  const write = (from: string, body: string, more: object = {}) =>
    google().mail({ mailbox: gmail.mailbox, from, body, ...more });
  const cameIn = (from: string, count = 1) =>
    eventually(async () => {
      const messages = await messagesOf(await contactWith(tenant, 'emails', from));
      return messages.length >= count ? messages : undefined;
    }, `${count} mails did not come in`);

  const cameInFor = (contact: DocumentReference, body: string) =>
    eventually(async () => {
      const bodies = (await messagesOf(contact)).map((doc) => String(doc.get('body')));
      return bodies.includes(body) || undefined;
    }, `${body} did not come in`);

  it('go out with our Message-ID, in the thread of what they answer', async () => {
    const from = silentAddress();
    const { messageId } = await write(from, 'Is the flat still free?');
    const contact = await contactWith(tenant, 'emails', from);
    const message = await compose(gmail.account, contact, {
      references: [messageId],
      subject: 'Re: About the flat',
    });
    const data = await untilState(message, 'sent');
    expect(data.providerId).to.equal(messageIdOf(message));
    const mails = await google().mails(gmail.mailbox);
    const sent = mails.find(({ ownId }) => ownId === messageIdOf(message));
    expect(sent).to.include({ messageId: messageIdOf(message), to: from, references: messageId });
    expect(sent?.threadId).to.equal(mails.find((mail) => mail.messageId === messageId)?.threadId);
  });

  it('come in when Gmail tells of them, and once, however often and in whatever order it tells', async () => {
    await google().change({ mailbox: gmail.mailbox, pushes: 'disorderly' });
    const from = silentAddress();
    for (const body of ['One', 'Two', 'Three']) await write(from, body);
    await cameIn(from, 3);
    await google().change({ mailbox: gmail.mailbox, pushes: 'plain' });
    await fireSchedule('pollGmail');
    expect((await cameIn(from, 3)).map((doc) => String(doc.get('body'))).sort()).to.deep.equal([
      'One',
      'Three',
      'Two',
    ]);
  });

  it('come in with the next look when nobody told', async () => {
    const from = silentAddress();
    await write(from, 'Nobody knows of this', { isQuiet: true });
    await fireSchedule('pollGmail');
    await cameIn(from);
  });

  it('come in when Gmail has forgotten where we were', async () => {
    const own = await connectGmail(tenant, admin, { withSync: true });
    const from = silentAddress();
    await google().mail({ mailbox: own.mailbox, from, body: 'Before it forgot', isQuiet: true });
    await google().change({ mailbox: own.mailbox, forgets: true });
    await fireSchedule('pollGmail');
    await cameIn(from);
    const { syncedTo } = (await readAccount(tenant, own.account.id)).health;
    expect(syncedTo).to.equal(String((await google().mailbox(own.mailbox)).historyId));
  });

  it('with a file list it, and bring it from the mailbox when somebody looks', async () => {
    const from = silentAddress();
    const file = Buffer.from('%PDF-1.7').toString('base64');
    const type = 'Content-Type: application/pdf\nContent-Disposition: attachment; filename="plan.pdf"';
    const parts = `--b\nContent-Type: text/plain\n\nSee the plan.\n--b\n${type}\nContent-Transfer-Encoding: base64\n\n${file}\n--b--`;
    await write(from, parts, { headers: { 'Content-Type': 'multipart/mixed; boundary=b' } });
    const [message] = await cameIn(from);
    const [listed] = message?.get('attachments') as MessageAttachment[];
    expect(listed?.name).to.equal('plan.pdf');
    const { id: contactId } = await contactWith(tenant, 'emails', from);
    const place = `${tenant.orgId}/${contactId}/${message?.id ?? ''}/${listed?.partId ?? ''}`;
    const headers = { authorization: `Bearer ${tokenOf(person)}` };
    const response = await fetch(`${siteUrl()}/attachments/${place}`, { headers });
    expect([response.status, await response.text()]).to.deep.equal([200, '%PDF-1.7']);
  });

  it('with HTML are brought from the mailbox as they were sent, with their pictures, when somebody asks', async () => {
    const from = silentAddress();
    const html = '<p style="color:teal">See the <b>garden</b>.</p><img src="cid:garden@x">';
    const garden = `--r\nContent-Type: image/png\nContent-ID: <garden@x>\nContent-Transfer-Encoding: base64\n\n${PICTURE.toString('base64')}\n--r--`;
    const words = `--b\nContent-Type: text/plain\n\nSee the garden.\n--b\nContent-Type: text/html\n\n${html}\n--b--`;
    const parts = `--r\nContent-Type: multipart/alternative; boundary=b\n\n${words}\n${garden}`;
    await write(from, parts, { headers: { 'Content-Type': 'multipart/related; boundary=r' } });
    const [message] = await cameIn(from);
    expect(message?.data()).to.include({ body: 'See the garden.', hasHtml: true });
    const { id: contactId } = await contactWith(tenant, 'emails', from);
    const place = `${tenant.orgId}/${contactId}/${message?.id ?? ''}/${AS_SENT}`;
    const headers = { authorization: `Bearer ${tokenOf(person)}` };
    const response = await fetch(`${siteUrl()}/attachments/${place}`, { headers });
    const shown = html.replace('cid:garden@x', `data:image/png;base64,${PICTURE.toString('base64')}`);
    expect([response.status, (await response.text()).trim()]).to.deep.equal([200, shown]);
  });

  it('that are written in Gmail itself appear with the contact, once and as an answer', async () => {
    const from = silentAddress();
    const before = new Date(Date.now() - 60_000).toUTCString();
    const { messageId } = await write(from, 'Is it free?', { headers: { Date: before } });
    const contact = await contactWith(tenant, 'emails', from);
    const answer = { from: gmail.mailbox, to: from, labels: ['SENT'], body: 'It is.' };
    await google().change({ mailbox: gmail.mailbox, pushes: 'disorderly' });
    const sent = await google().mail({
      mailbox: gmail.mailbox,
      ...answer,
      headers: { References: messageId },
    });
    const draft = await google().mail({
      mailbox: gmail.mailbox,
      ...answer,
      labels: ['DRAFT'],
      body: 'Draft',
    });
    await google().sendDraft({ mailbox: gmail.mailbox, id: draft.id });
    await google().change({ mailbox: gmail.mailbox, pushes: 'plain', forgets: true });
    const shown = await eventually(async () => {
      const out = await messagesOf(contact, 'out');
      return out.length >= 2 ? out : undefined;
    }, 'What was sent in Gmail does not appear');
    await fireSchedule('pollGmail');
    expect((await messagesOf(contact, 'out')).length).to.equal(2);
    const data = shown.map((doc) => doc.data()).find(({ body }) => body === 'It is.');
    expect(data).to.include({ state: 'sent', to: from, from: gmail.mailbox, providerId: sent.messageId });
    expect(data).not.to.have.property('sentIn');
    const { waitingSince, lastMessage } = contactSchema.parse((await contact.get()).data());
    expect({ waitingSince, ...lastMessage }).to.include({ waitingSince: null, direction: 'out' });
    const other = silentAddress();
    await write(other, 'From my other address', { headers: { References: sent.messageId } });
    await cameInFor(contact, 'From my other address');
  });

  it('that are written in Gmail itself make nobody a contact, and ours are not doubled', async () => {
    const own = await connectGmail(tenant, admin, { withSync: true });
    await google().change({ mailbox: own.mailbox, putsOwnIds: true });
    const contact = await seedContact(tenant);
    await untilState(await compose(own.account, contact), 'sent');
    const [dentist, last] = [silentAddress(), silentAddress()];
    const ouch = { mailbox: own.mailbox, from: own.mailbox, to: dentist, labels: ['SENT'], body: 'Ouch' };
    await google().mail(ouch);
    await google().mail({ mailbox: own.mailbox, from: last, body: 'After them' });
    await contactWith(tenant, 'emails', last);
    expect((await messagesOf(contact, 'out')).length).to.equal(1);
    const contacts = adminDb().collection(`orgs/${tenant.orgId}/contacts`);
    expect((await contacts.where('emails', 'array-contains', dentist).get()).size).to.equal(0);
  });

  it('that are drafts or spam do not come in', async () => {
    const [spam, draft, good] = [silentAddress(), silentAddress(), silentAddress()];
    await write(spam, 'Win', { labels: ['SPAM'] });
    await write(draft, 'Not yet', { labels: ['DRAFT'] });
    await write(good, 'Hello');
    await cameIn(good);
    const contacts = adminDb().collection(`orgs/${tenant.orgId}/contacts`);
    for (const from of [spam, draft]) {
      expect((await contacts.where('emails', 'array-contains', from).get()).size).to.equal(0);
    }
  });

  it('of STOP are an opt-out, and nothing more goes out', async () => {
    const from = silentAddress();
    await write(from, 'STOP');
    const contact = await contactWith(tenant, 'emails', from);
    expect((await contact.get()).get('optOut.email')).to.equal(true);
    await untilState(await compose(gmail.account, contact), 'blocked');
  });

  it('that bounce are shown as failed, also when Gmail put its own Message-ID', async () => {
    const own = await connectGmail(tenant, admin, { withSync: true });
    await google().change({ mailbox: own.mailbox, putsOwnIds: true });
    const message = await compose(own.account, await seedContact(tenant));
    await untilState(message, 'sent');
    const [sent] = await sentOf(own.mailbox);
    expect(sent?.messageId).to.include('@mail.gmail.com');
    await google().mail({
      mailbox: own.mailbox,
      from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      subject: 'Delivery Status Notification (Failure)',
      body: `Final-Recipient: rfc822; x@example.com\nAction: failed\nStatus: 5.1.1\n\nX-LeadPulse-Id: ${messageIdOf(message)}`,
      headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Auto-Submitted': 'auto-replied' },
    });
    expect(codeOf(await untilState(message, 'failed'))).to.match(/^bounce-/);
  });

  it('wait when Gmail takes no more, and say so', async () => {
    for (const status of [429, 403]) {
      const fault = {
        method: 'POST',
        path: '/messages/send',
        when: 'before',
        status,
        mailbox: gmail.mailbox,
      } as const;
      await google().failNext(fault);
      const waiting = await untilState(await compose(gmail.account, await seedContact(tenant)), 'scheduled');
      expect(codeOf(waiting)).to.equal('gmail-quota');
    }
    expect((await readAccount(tenant, gmail.account.id)).state).to.equal('active');
  });

  it('go out although the access token ended early', async () => {
    await untilState(await compose(gmail.account, await seedContact(tenant)), 'sent');
    await google().change({ mailbox: gmail.mailbox, tokensEnd: true });
    await untilState(await compose(gmail.account, await seedContact(tenant)), 'sent');
  });

  it('are handed over once when Gmail fails after it has taken one', async () => {
    const before = (await sentOf(gmail.mailbox)).length;
    await google().change({ mailbox: gmail.mailbox, pushes: 'lost' }); // else its push tells that it went out
    const fault = { method: 'POST', path: '/messages/send', when: 'after', mailbox: gmail.mailbox } as const;
    await google().failNext(fault);
    const message = await compose(gmail.account, await seedContact(tenant));
    await untilState(message, 'sending');
    await message.update({ leaseUntil: Timestamp.fromMillis(Date.now() - 1000) });
    await fireSchedule('sweepMessages');
    await untilState(message, 'sent');
    expect((await sentOf(gmail.mailbox)).length).to.equal(before + 1);
    await google().change({ mailbox: gmail.mailbox, pushes: 'plain' });
  });

  it('are not made up by whoever could publish: what a push says is only a reason to look', async () => {
    const { historyId } = await google().mailbox(gmail.mailbox);
    for (const notice of [
      { emailAddress: gmail.mailbox, historyId: historyId + 999 },
      { emailAddress: 'nobody@gmail.example', historyId: 5 },
      { emailAddress: gmail.mailbox, historyId: '1 or 1' },
      { hello: 'there' },
    ]) {
      await google().push({ topicName: TOPIC, notice });
    }
    const from = silentAddress();
    await write(from, 'The truth');
    await cameIn(from);
    const { syncedTo } = (await readAccount(tenant, gmail.account.id)).health;
    expect(Number(syncedTo)).to.be.at.most((await google().mailbox(gmail.mailbox)).historyId);
  });
});
