import type { MessageAttachment } from '@leadpulse/model';
import { expect } from 'chai';
import { Timestamp } from 'firebase-admin/firestore';
import type { DocumentData, DocumentReference } from 'firebase-admin/firestore';
import { signatureFor } from '../../local/twilio/signing.js';
import type { SignedInClient } from '../../local/worldClient.js';
import { eventually, siteUrl } from '../../local/worldClient.js';
import { tokenOf } from './callAs.js';
import { compose, plant, untilState } from './outbox.js';
import type { Person, Tenant } from './tenant.js';
import { seedContact, seedPerson, seedTenant, signIn } from './tenant.js';
import type { Connected } from './twilio.js';
import { connectTwilio, freshPhone, hookOf, postHook, readAccount, twilio } from './twilio.js';

const SID = (end: string): string => `SM${end.padStart(32, '0')}`;

describe('texts by Twilio', function () {
  this.timeout(60_000);
  let tenant: Tenant;
  let person: Person;
  let admin: SignedInClient;
  let connected: Connected;
  before(async () => {
    tenant = await seedTenant();
    person = await seedPerson(tenant, { role: 'admin' });
    admin = await signIn(person);
    connected = await connectTwilio(tenant, admin);
  });
  after(() => admin.close());

  /** A lead in the middle of a conversation: no quiet hours hold back an answer. */
  const lead = (phone = freshPhone()) =>
    seedContact(tenant, { phones: [phone], lastInboundAt: Timestamp.now() });
  const contactOf = (phone: string): Promise<DocumentReference> =>
    eventually(async () => {
      const { docs } = await tenant.org.collection('contacts').where('phones', 'array-contains', phone).get();
      return docs[0]?.ref;
    }, 'No contact was made');
  const text = (from: string, body: string, pictures = 0) =>
    twilio().text({ from, to: connected.keys.number, body, pictures });
  const errorOf = (data: DocumentData) => data.error as { code: string; message: string };
  const messagesOf = async (contact: DocumentReference, direction: 'in' | 'out') =>
    (await contact.collection('messages').where('direction', '==', direction).get()).docs;

  it('come in from a phone, make a contact, and once only', async () => {
    const phone = freshPhone();
    const { id, outcome } = await text(phone, 'Is it still available? 🏡');
    expect(outcome).to.equal('taken');
    const contact = await contactOf(phone);
    const [message] = await messagesOf(contact, 'in');
    expect(message?.data()).to.include({ body: 'Is it still available? 🏡', from: phone, providerId: id });
    const params = { MessageSid: id, From: phone, To: connected.keys.number, Body: 'again' };
    const { authToken } = connected.keys;
    expect(await postHook(hookOf(tenant, connected.account.id), params, { authToken })).to.equal(200);
    expect(await messagesOf(contact, 'in')).to.have.length(1);
  });

  it('go out by the number and end as delivered', async () => {
    const phone = freshPhone();
    await untilState(await compose(connected.account, await lead(phone)), 'delivered');
    const [sent] = await twilio().messages(phone);
    expect(sent).to.include({ from: connected.keys.number, direction: 'outbound-api' });
  });

  describe('that nobody at Twilio signed', () => {
    const forged = { MessageSid: SID('f'), From: '+16285550166', To: '+16285550177', Body: 'STOP' };

    for (const [how, by] of [
      ['without a signature', { signature: '' }],
      ['with the token of another account', { authToken: 'b'.repeat(32) }],
      ['for another address', { url: 'https://elsewhere.example/hooks/twilio/x/y' }],
    ] as const) {
      it(`are refused ${how} and leave no trace`, async () => {
        const given = how === 'for another address' ? { ...by, authToken: connected.keys.authToken } : by;
        expect(await postHook(hookOf(tenant, connected.account.id), forged, given)).to.equal(403);
        const contacts = tenant.org.collection('contacts').where('phones', 'array-contains', forged.From);
        expect((await contacts.get()).size).to.equal(0);
      });
    }

    it('are refused with a parameter more than was signed', async () => {
      const { authToken, number } = connected.keys;
      const path = hookOf(tenant, connected.account.id);
      const response = await fetch(`${siteUrl()}${path}`, {
        method: 'POST',
        headers: {
          'x-twilio-signature': signatureFor(authToken, `${siteUrl()}${path}`, { MessageSid: SID('e') }),
        },
        body: new URLSearchParams({ MessageSid: SID('e'), To: number }),
      });
      expect(response.status).to.equal(403);
    });

    it('cannot tell of a message of another organization', async () => {
      const other = await seedTenant();
      const victim = await plant(other.sms, await seedContact(other), {
        state: 'sent',
        providerId: SID('1'),
      });
      const path = hookOf(other, connected.account.id, victim);
      const params = { MessageSid: SID('1'), MessageStatus: 'failed' };
      expect(await postHook(path, params, { authToken: connected.keys.authToken })).to.equal(403);
      expect((await victim.get()).get('state')).to.equal('sent');
    });

    it('that say nothing readable are refused as that', async () => {
      const { authToken } = connected.keys;
      const path = hookOf(tenant, connected.account.id);
      expect(await postHook(path, { MessageSid: 'x' }, { authToken })).to.equal(400);
    });
  });

  it('are told of in any order, twice, and end as delivered', async () => {
    const own = await connectTwilio(tenant, admin);
    await twilio().change({ accountSid: own.keys.accountSid, callbacks: 'disorderly' });
    const message = await compose(own.account, await lead());
    await untilState(message, 'delivered');
    const params = {
      MessageSid: String((await message.get()).get('providerId')),
      MessageStatus: 'undelivered',
    };
    const { authToken } = own.keys;
    expect(await postHook(hookOf(tenant, own.account.id, message), params, { authToken })).to.equal(200);
    expect((await message.get()).get('state')).to.equal('delivered');
  });

  it('that a crash left open are settled by the callback, which names the message', async () => {
    const leaseUntil = Timestamp.fromMillis(Date.now() + 600_000);
    const message = await plant(connected.account, await lead(), {
      state: 'sending',
      attempts: 1,
      leaseUntil,
    });
    const params = { MessageSid: SID('2'), MessageStatus: 'sent' };
    const { authToken } = connected.keys;
    await postHook(hookOf(tenant, connected.account.id, message), params, { authToken });
    expect((await message.get()).data()).to.include({ state: 'sent', providerId: SID('2') });
  });

  it('that fail say why, and what is wrong with the number stands on its card', async () => {
    const own = await connectTwilio(tenant, admin);
    const failed = await untilState(await compose(own.account, await lead('+15005553034')), 'failed');
    expect(errorOf(failed).code).to.equal('twilio-30034');
    expect(errorOf(failed).message).to.include('10DLC');
    await eventually(async () => {
      const { health } = await readAccount(tenant, own.account.id);
      return health.lastError?.includes('10DLC') || undefined;
    }, 'The card does not say it');
    const bad = await untilState(await compose(own.account, await lead('+15005550009')), 'failed');
    expect(errorOf(bad).code).to.equal('twilio-21614');
  });

  it('to who opted out at Twilio are an opt-out, with the evidence', async () => {
    const contact = await lead('+15005550004');
    const message = await compose(connected.account, contact);
    expect(errorOf(await untilState(message, 'failed')).code).to.equal('twilio-21610');
    await eventually(
      async () => (await contact.get()).get('optOut.sms') === true || undefined,
      'The contact is not opted out',
    );
    const { docs } = await contact.collection('consents').get();
    expect(
      docs.map((doc) => ['kind', 'source', 'evidence'].map((field) => String(doc.get(field)))),
    ).to.deep.equal([['revoke', 'provider', message.id]]);
    await untilState(await compose(connected.account, contact), 'blocked');
  });

  it('break the account when the token is refused, which asks to be connected again', async () => {
    const own = await connectTwilio(tenant, admin);
    await twilio().change({ accountSid: own.keys.accountSid, authToken: 'c'.repeat(32) });
    await untilState(await compose(own.account, await lead()), 'failed');
    await eventually(
      async () => (await readAccount(tenant, own.account.id)).state === 'error' || undefined,
      'The account is not shown as broken',
    );
    const again = await connectTwilio(tenant, admin, { ...own.keys, authToken: 'c'.repeat(32) });
    expect(again.account.id).to.equal(own.account.id);
  });

  it('wait and go out later when Twilio is busy', async () => {
    const phone = freshPhone();
    await twilio().failNext({
      method: 'POST',
      path: '/Messages.json',
      when: 'before',
      status: 429,
      to: phone,
    });
    const waiting = await untilState(await compose(connected.account, await lead(phone)), 'scheduled');
    expect(errorOf(waiting).code).to.equal('twilio-20429');
    expect(await twilio().messages(phone)).to.have.length(0);
  });

  it('are handed over once when Twilio fails after it has taken one', async () => {
    const phone = freshPhone();
    await twilio().failNext({ method: 'POST', path: '/Messages.json', when: 'after', to: phone });
    await untilState(await compose(connected.account, await lead(phone)), 'delivered');
    expect(await twilio().messages(phone)).to.have.length(1);
  });

  it('of STOP are an opt-out that Twilio has answered, so nothing of ours follows', async () => {
    const phone = freshPhone();
    await text(phone, 'Stop');
    const contact = await contactOf(phone);
    expect((await contact.get()).get('optOut.sms')).to.equal(true);
    expect(await messagesOf(contact, 'out')).to.have.length(0);
    await text(phone, 'START');
    expect((await contact.get()).get('optOut.sms')).to.equal(false);
    expect(await messagesOf(contact, 'out')).to.have.length(0);
  });

  it('that Advanced Opt-Out read as STOP are one, in whatever words', async () => {
    const phone = freshPhone();
    const params = {
      MessageSid: SID('3'),
      From: phone,
      To: connected.keys.number,
      Body: 'Basta',
      OptOutType: 'STOP',
    };
    const { authToken } = connected.keys;
    await postHook(hookOf(tenant, connected.account.id), params, { authToken });
    const contact = await contactOf(phone);
    expect((await contact.get()).get('optOut.sms')).to.equal(true);
    expect(await messagesOf(contact, 'out')).to.have.length(0);
  });

  describe('with a picture', () => {
    let url: string;
    let contact: DocumentReference;
    before(async () => {
      const phone = freshPhone();
      await text(phone, '', 1);
      contact = await contactOf(phone);
      const [message] = await messagesOf(contact, 'in');
      const [picture] = message?.get('attachments') as MessageAttachment[];
      expect(picture?.name).to.equal('picture-1.png');
      expect((await contact.get()).get('lastMessage.preview')).to.equal('Sent picture-1.png');
      url = `${siteUrl()}/attachments/${tenant.orgId}/${contact.id}/${message?.id}/${picture?.partId}`;
    });

    const read = (who?: Person) =>
      fetch(url, who && { headers: { authorization: `Bearer ${tokenOf(who)}` } });

    it('show it to who may see the contact, and keep none of it', async () => {
      const response = await read(person);
      expect(response.status).to.equal(200);
      expect(response.headers.get('content-type')).to.equal('image/png');
      expect(response.headers.get('cache-control')).to.include('no-store');
      expect(
        Buffer.from(await response.arrayBuffer())
          .subarray(1, 4)
          .toString(),
      ).to.equal('PNG');
    });

    it('show it to nobody else', async () => {
      const assigned = await seedPerson(tenant, { role: 'agent', sees: 'assigned' });
      const stranger = await seedPerson(await seedTenant(), { role: 'owner' });
      const statuses = await Promise.all([undefined, assigned, stranger].map((who) => read(who)));
      expect(statuses.map(({ status }) => status)).to.deep.equal([401, 403, 403]);
      await contact.update({ assigneeUid: assigned.uid });
      expect((await read(assigned)).status).to.equal(200);
    });
  });
});
