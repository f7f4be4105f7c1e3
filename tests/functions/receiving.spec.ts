import { contactConsentSchema, contactSchema, messageSchema, proveConsents } from '@leadpulse/model';
import { createHash } from 'node:crypto';
import { expect } from 'chai';
import type { DocumentReference } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { suppressionId } from '../../functions/src/platform/keyedHash.js';
import { eventually, mailbox, postMail, postSandboxEvent, sandbox } from '../../local/worldClient.js';
import { clientRefOf, compose, messageIdOf, plant, untilState } from './outbox.js';
import { mail } from './rawMail.js';
import type { Tenant, TestAccount } from './tenant.js';
import { freshId, seedContact, seedTenant, silentAddress, silentNumber } from './tenant.js';

const outcomeOf = async (answer: Promise<Response>): Promise<string> => {
  const response = await answer;
  expect(response.status).to.equal(200);
  return ((await response.json()) as { outcome: string }).outcome;
};

/** What the sandbox provider tells of a text or an email that a lead wrote. */
function written(to: TestAccount, from: string, body: string, fields: Record<string, unknown> = {}) {
  return {
    type: 'message.received',
    id: freshId('sb_'),
    channel: to.channel,
    from,
    to: to.address,
    body,
    receivedAt: new Date().toISOString(),
    ...fields,
  };
}

describe('a message that comes in', function () {
  this.timeout(40_000);
  let tenant: Tenant;
  before(async () => {
    tenant = await seedTenant();
  });

  const read = async (contact: DocumentReference) => contactSchema.parse((await contact.get()).data());
  const inboundOf = async (contact: DocumentReference) => {
    const found = await contact.collection('messages').where('direction', '==', 'in').get();
    return found.docs.map((doc) => messageSchema.parse(doc.data()));
  };
  const holderOf = async (field: 'phones' | 'emails', address: string) => {
    const found = await tenant.org.collection('contacts').where(field, 'array-contains', address).get();
    expect(found.size).to.equal(1);
    return found.docs[0]?.ref as DocumentReference;
  };

  it('goes to the contact that holds the number, unread and waiting, and reopens it', async () => {
    const phone = silentNumber();
    const contact = await seedContact(tenant, {
      phones: [phone],
      inbox: { status: 'snoozed', unread: 2, snoozedUntil: Timestamp.fromMillis(Date.now() + 86_400_000) },
    });
    expect(await outcomeOf(postSandboxEvent(written(tenant.sms, phone, 'Is it still free?')))).to.equal(
      'received',
    );
    const { inbox, lastMessage, waitingSince } = await read(contact);
    expect(inbox).to.deep.equal({ status: 'open', unread: 3, snoozedUntil: null });
    expect(lastMessage).to.include({ direction: 'in', channel: 'sms', preview: 'Is it still free?' });
    expect(waitingSince?.toMillis()).to.equal(lastMessage?.at.toMillis());
    const [message] = await inboundOf(contact);
    expect(message).to.include({ state: 'received', from: phone, body: 'Is it still free?' });
  });

  it('changes nothing when it is delivered again, even at the same time', async () => {
    const phone = silentNumber();
    const event = written(tenant.sms, phone, 'Hello?');
    const outcomes = await Promise.all([1, 2, 3].map(() => outcomeOf(postSandboxEvent(event))));
    expect(outcomes.sort()).to.deep.equal(['duplicate', 'duplicate', 'received']);
    const contact = await holderOf('phones', phone);
    expect((await read(contact)).inbox.unread).to.equal(1);
    expect(await inboundOf(contact)).to.have.length(1);
  });

  it('makes a contact of an unknown number, once for two first messages at once', async () => {
    const phone = silentNumber();
    const events = ['One', 'Two'].map((body) => written(tenant.sms, phone, body));
    await Promise.all(events.map((event) => outcomeOf(postSandboxEvent(event))));
    const contact = await holderOf('phones', phone);
    const { name, source, nameKey, inbox } = await read(contact);
    expect({ name, source, nameKey, unread: inbox.unread }).to.deep.equal({
      name: '',
      source: 'inbound',
      nameKey: phone,
      unread: 2,
    });
  });

  it('takes the name of an unknown sender from the mail', async () => {
    const from = silentAddress();
    expect(await outcomeOf(postMail(mail(tenant.smtp, `"Jane Doe" <${from}>`, 'Hello!')))).to.equal(
      'received',
    );
    const contact = await read(await holderOf('emails', from));
    expect(contact).to.include({ name: 'Jane Doe', nameKey: 'jane doe', source: 'inbound' });
  });

  it('answers a mail of ours in its thread, from whatever address, and settles an uncertain one', async () => {
    const contact = await seedContact(tenant);
    const ours = await plant(tenant.smtp, contact, { state: 'uncertain', attempts: 1 });
    const reply = mail(tenant.smtp, silentAddress(), 'From my other address', {
      'In-Reply-To': messageIdOf(ours),
      References: `<older@mail.example> ${messageIdOf(ours)}`,
    });
    expect(await outcomeOf(postMail(reply))).to.equal('received');
    expect((await ours.get()).get('state')).to.equal('sent');
    const [message] = await inboundOf(contact);
    expect(message?.references).to.deep.equal(['<older@mail.example>', messageIdOf(ours)]);
  });

  it("does not follow a thread of another organization's", async () => {
    const other = await seedTenant();
    const theirs = await seedContact(other);
    const message = await plant(other.smtp, theirs, { state: 'sent', attempts: 1 });
    const from = silentAddress();
    const reply = mail(tenant.smtp, from, 'Hi', { 'In-Reply-To': messageIdOf(message) });
    await outcomeOf(postMail(reply));
    expect(await inboundOf(theirs)).to.be.empty;
    expect(await inboundOf(await holderOf('emails', from))).to.have.length(1);
  });

  it('is left alone when nobody has the address it was sent to', async () => {
    const nobody = { ...tenant.sms, address: '+15000000000' };
    const event = written(nobody, silentNumber(), 'Hello');
    expect(await outcomeOf(postSandboxEvent(event))).to.equal('unknown-address');
  });

  for (const [channel, body] of [
    ['sms', 'STOP'],
    ['sms', "please don't text me any more"],
    ['email', 'Unsubscribe\n\nOn Tue, Harbor Realty wrote:\n> Does Tuesday suit you?'],
  ] as const) {
    it(`opts out whoever writes ${JSON.stringify(body.slice(0, 30))}, with one confirmation (${channel})`, async () => {
      const [account, field, from] =
        channel === 'sms'
          ? ([tenant.sms, 'phones', silentNumber()] as const)
          : ([tenant.smtp, 'emails', silentAddress()] as const);
      const contact = await seedContact(tenant, { [field]: [from] });
      const double = await seedContact(tenant, { [field]: [from], duplicateOf: contact.id });
      await tenant.org.collection('handles').where('contactId', '==', double.id).get();
      const say = () =>
        channel === 'sms'
          ? postSandboxEvent(written(account, from, body))
          : postMail(mail(account, from, body));
      await outcomeOf(say());
      await outcomeOf(say());

      const optedOut = await Promise.all([read(contact), read(double)]);
      expect(optedOut.map(({ optOut }) => optOut[channel])).to.deep.equal([true, true]);
      expect(optedOut.map(({ waitingSince }) => waitingSince)).to.deep.equal([null, null]);
      const id = suppressionId(tenant.orgId, channel, from);
      expect((await tenant.org.collection('suppressions').doc(id).get()).exists).to.be.true;
      const held = optedOut.findIndex(({ inbox }) => inbox.unread > 0);
      const route = held === 0 ? contact : double;
      const confirmations = await eventually(async () => {
        const found = await route.collection('messages').where('purpose', '==', 'opt-out-confirmation').get();
        return found.docs.every((doc) => ['sent', 'delivered'].includes(doc.get('state') as string)) &&
          !found.empty
          ? found.docs
          : undefined;
      }, 'The confirmation was not sent');
      expect(confirmations).to.have.length(1);
      const refused = await untilState(await compose(account, route), 'blocked');
      expect(refused.decision).to.deep.include({ allowed: false });
    });
  }

  it('keeps each revocation in a chain of consents', async () => {
    const phone = silentNumber();
    const contact = await seedContact(tenant, { phones: [phone] });
    for (const body of ['STOP', 'START', 'STOP']) {
      await outcomeOf(postSandboxEvent(written(tenant.sms, phone, body)));
    }
    const entries = (await contact.collection('consents').orderBy('at').get()).docs.map((doc) =>
      contactConsentSchema.parse(doc.data()),
    );
    expect(entries.map(({ kind }) => kind)).to.deep.equal(['revoke', 'grant', 'revoke']);
    const { consentHead } = await read(contact);
    const digest = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(proveConsents(entries, consentHead ?? null, digest)).to.include({
      isIntact: true,
      withoutHash: 0,
    });
    expect(entries.map(({ words, by }) => [words, by])).to.deep.equal([
      ['STOP', null],
      ['START', null],
      ['STOP', null],
    ]);
  });

  it('asks a member what unclear words mean, and holds everything back until somebody has said', async () => {
    const phone = silentNumber();
    const contact = await seedContact(tenant, { phones: [phone] });
    const double = await seedContact(tenant, { phones: [phone], duplicateOf: contact.id });
    await outcomeOf(postSandboxEvent(written(tenant.sms, phone, 'Not interested')));
    const both = await Promise.all([read(contact), read(double)]);
    for (const { optOut, optOutQuestion } of both) {
      expect(optOut.sms).to.be.false;
      expect(optOutQuestion?.sms).to.include({ address: phone, words: 'not interested' });
    }
    const refused = await untilState(await compose(tenant.sms, double), 'blocked');
    const { reasons } = refused.decision as { reasons: { code: string }[] };
    expect(reasons.map(({ code }) => code)).to.deep.equal(['opt-out-unclear']);
    await outcomeOf(postSandboxEvent(written(tenant.sms, phone, 'STOP')));
    expect((await read(contact)).optOutQuestion?.sms).to.be.undefined;
    expect((await read(contact)).optOut.sms).to.be.true;
  });

  it('confirms no opt-out that was on its way for more than five minutes', async () => {
    const phone = silentNumber();
    const contact = await seedContact(tenant, { phones: [phone] });
    const receivedAt = new Date(Date.now() - 6 * 60_000).toISOString();
    await outcomeOf(postSandboxEvent(written(tenant.sms, phone, 'STOP', { receivedAt })));
    expect((await read(contact)).optOut.sms).to.be.true;
    const confirmations = contact.collection('messages').where('purpose', '==', 'opt-out-confirmation');
    expect((await confirmations.get()).empty).to.be.true;
  });

  it('lets START lift the opt-out, and says so once', async () => {
    const phone = silentNumber();
    const contact = await seedContact(tenant, { phones: [phone] });
    await outcomeOf(postSandboxEvent(written(tenant.sms, phone, 'stop')));
    await outcomeOf(postSandboxEvent(written(tenant.sms, phone, 'Start')));
    expect((await read(contact)).optOut.sms).to.be.false;
    const id = suppressionId(tenant.orgId, 'sms', phone);
    expect((await tenant.org.collection('suppressions').doc(id).get()).exists).to.be.false;
    await untilState(await compose(tenant.sms, contact), 'sent', 'delivered');
  });

  it("answers HELP with the organization's name and the way out", async () => {
    const phone = silentNumber();
    const contact = await seedContact(tenant, { phones: [phone] });
    await outcomeOf(postSandboxEvent(written(tenant.sms, phone, 'HELP')));
    const help = await eventually(async () => {
      const found = await contact.collection('messages').where('purpose', '==', 'help').get();
      return found.docs[0]?.ref;
    }, 'No help was written');
    await untilState(help, 'sent', 'delivered');
    const [accepted] = await sandbox().accepted(clientRefOf(help));
    expect(accepted?.body).to.match(/^Harbor Realty: .* STOP/);
  });

  it('confirms an opt-out by mail in the thread of the mail that asked for it', async () => {
    const from = silentAddress();
    const asked = '<please-stop@mail.example>';
    await outcomeOf(postMail(mail(tenant.smtp, from, 'STOP', { 'Message-ID': asked })));
    const confirmation = await mailbox().find((found) => found.to.some(({ address }) => address === from));
    expect(confirmation.headers['in-reply-to']).to.equal(asked);
    expect(confirmation.subject).to.equal('Re: About the flat');
    expect(confirmation.text).to.include('you will get no more emails from us');
  });

  it('lets an opt-out outlive its contact', async () => {
    const phone = silentNumber();
    const contact = await seedContact(tenant, { phones: [phone] });
    await outcomeOf(postSandboxEvent(written(tenant.sms, phone, 'STOP')));
    const handles = await tenant.org.collection('handles').where('contactId', '==', contact.id).get();
    await Promise.all([contact.delete(), ...handles.docs.map((doc) => doc.ref.delete())]);
    await outcomeOf(postSandboxEvent(written(tenant.sms, phone, 'Me again')));
    expect((await read(await holderOf('phones', phone))).optOut.sms).to.be.true;
  });

  it('waits for nobody and is not answered when a machine wrote it', async () => {
    const from = silentAddress();
    const contact = await seedContact(tenant, { emails: [from] });
    await outcomeOf(postMail(mail(tenant.smtp, from, 'HELP', { 'Auto-Submitted': 'auto-replied' })));
    const { waitingSince, inbox } = await read(contact);
    expect(waitingSince).to.be.null;
    expect(inbox.unread).to.equal(1);
    expect((await contact.collection('messages').get()).size).to.equal(1);
  });

  it('marks a mail of ours as failed when it is a report that the mail bounced', async () => {
    const contact = await seedContact(tenant);
    const ours = await plant(tenant.smtp, contact, { state: 'sent', attempts: 1 });
    await ours.update({ providerId: messageIdOf(ours) });
    const report = [
      '--b',
      'Content-Type: text/plain',
      '',
      'Your mail could not be delivered.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example',
      '',
      'Final-Recipient: rfc822; nobody@example.com',
      'Action: failed',
      'Status: 5.1.1',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: ${messageIdOf(ours)}`,
      '--b--',
    ].join('\n');
    const type = 'multipart/report; report-type=delivery-status; boundary=b';
    const bounce = mail(tenant.smtp, 'mailer-daemon@mx.example', report, { 'Content-Type': type });
    expect(await outcomeOf(postMail(bounce))).to.equal('applied');
    const data = (await ours.get()).data();
    expect(data?.state).to.equal('failed');
    expect(data?.error).to.deep.equal({
      code: 'bounce-5.1.1',
      message: 'The address does not exist. Correct it on the contact.',
    });
  });
});
