import { disconnectAccountContract, syncGmailContract, testAccountContract } from '@leadpulse/model';
import { expect } from 'chai';
import type { DocumentData } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { randomInt } from 'node:crypto';
import type { SignedInClient } from '../../local/worldClient.js';
import { adminDb, eventually } from '../../local/worldClient.js';
import type { ConnectedGmail } from './gmail.js';
import {
  comeBack,
  connectGmail,
  connectVoice,
  contactWith,
  google,
  goToGoogle,
  messagesOf,
  ROOMY,
} from './gmail.js';
import { compose, messageIdOf, untilState } from './outbox.js';
import { refusalOf } from './refusals.js';
import type { Tenant, TestAccount } from './tenant.js';
import { seedContact, seedPerson, seedTenant, signIn } from './tenant.js';
import { freshPhone, readAccount } from './twilio.js';

const LANE = 'voice-noreply@google.com';

describe('texts by Google Voice', function () {
  this.timeout(60_000);
  let tenant: Tenant;
  let admin: SignedInClient;
  let gmail: ConnectedGmail;
  let voice: TestAccount;
  const number = `+1415${randomInt(2_000_000, 10_000_000)}`;
  before(async () => {
    tenant = await seedTenant(ROOMY);
    admin = await signIn(await seedPerson(tenant, { role: 'admin' }));
    gmail = await connectGmail(tenant, admin, { withSync: true });
    voice = await connectVoice(tenant, admin, { gmail: gmail.account, number });
  });
  after(() => admin.close());

  const text = (from: string, body: string, more: object = {}) =>
    google().text({ mailbox: gmail.mailbox, from, number, body, ...more });
  const bodiesOf = async (field: 'emails' | 'phones', address: string) =>
    (await messagesOf(await contactWith(tenant, field, address))).map((doc) => String(doc.get('body')));
  const sentTo = async (address: RegExp) =>
    (await google().mails(gmail.mailbox)).filter(
      ({ labels, to }) => labels.includes('SENT') && address.test(to),
    );
  const reasonsOf = (data: DocumentData) =>
    (data.decision as { reasons: { code: string }[] }).reasons.map(({ code }) => code);
  const isNobodys = async (phone: string) => {
    const contacts = adminDb().collection(`orgs/${tenant.orgId}/contacts`);
    return (await contacts.where('phones', 'array-contains', phone).get()).empty;
  };

  it('come in as texts of who wrote them, without Google’s own words', async () => {
    const phone = freshPhone();
    await text(phone, 'Is the flat still free?');
    const contact = await contactWith(tenant, 'phones', phone);
    const [message] = await messagesOf(contact);
    expect(message?.data()).to.include({
      channel: 'sms',
      accountId: voice.id,
      from: phone,
      to: number,
      body: 'Is the flat still free?',
    });
  });

  it('are answered by a mail of words alone, to the address that Google made up for them', async () => {
    const phone = freshPhone();
    await text(phone, 'Can I come today?');
    const contact = await contactWith(tenant, 'phones', phone);
    const message = await compose(voice, contact, { body: 'Yes, at five.' });
    expect((await untilState(message, 'sent')).providerId).to.equal(messageIdOf(message));
    const [sent] = await sentTo(
      new RegExp(`^${number.slice(1)}\\.${phone.slice(1)}\\..*@txt\\.voice\\.google\\.com$`),
    );
    expect(sent).to.include({ from: gmail.mailbox });
    expect(sent?.raw)
      .to.include('Yes, at five.')
      .and.not.match(/text\/html|Pier Road/);
  });

  it('that are answered in Gmail itself appear as texts from elsewhere, without what they quote', async () => {
    const phone = freshPhone();
    await text(phone, 'Is the flat still free?');
    const contact = await contactWith(tenant, 'phones', phone);
    const relays = (await contact.get()).get('voiceRelays') as { address: string }[];
    await google().mail({
      mailbox: gmail.mailbox,
      from: gmail.mailbox,
      to: relays[0]?.address ?? '',
      labels: ['SENT'],
      subject: 'Re: New text message',
      body: 'It is.\n\nOn Mon, Jan 5, 2026 at 9:00 AM (415) 555-0199 <x@txt.voice.google.com> wrote:\n\n> Is the flat still free?',
    });
    const [sent] = await eventually(async () => {
      const out = await messagesOf(contact, 'out');
      return out.length > 0 ? out : undefined;
    }, 'The answer does not appear');
    expect(sent?.data()).to.include({
      channel: 'sms',
      accountId: voice.id,
      from: number,
      to: phone,
      body: 'It is.',
      state: 'sent',
    });
    expect((await contact.get()).get('waitingSince')).to.equal(null);
  });

  it('begin no conversation: the gate says why', async () => {
    const contact = await seedContact(tenant, { phones: [freshPhone()], lastInboundAt: Timestamp.now() });
    const blocked = await untilState(await compose(voice, contact), 'blocked');
    expect(reasonsOf(blocked)).to.deep.equal(['voice-answers-only']);
    const test = admin.call(testAccountContract, {
      orgId: tenant.orgId,
      accountId: voice.id,
      to: freshPhone(),
    });
    expect(await refusalOf(test)).to.include({ reason: 'test-refused' });
  });

  it('do not go by the address of another number of the same contact', async () => {
    const [known, other] = [freshPhone(), freshPhone()];
    await text(known, 'Hello');
    const contact = await contactWith(tenant, 'phones', known);
    await contact.update({ phones: [known, other] });
    const blocked = await untilState(await compose(voice, contact, { to: other }), 'blocked');
    expect(reasonsOf(blocked)).to.deep.equal(['voice-answers-only']);
  });

  it('of STOP are confirmed once and then nothing goes out', async () => {
    const phone = freshPhone();
    await text(phone, 'STOP');
    const contact = await contactWith(tenant, 'phones', phone);
    expect((await contact.get()).get('optOut.sms')).to.equal(true);
    await eventually(async () => {
      const sent = await sentTo(new RegExp(`\\.${phone.slice(1)}\\.`));
      return sent.length === 1 || undefined;
    }, 'The opt-out was not confirmed');
    expect(reasonsOf(await untilState(await compose(voice, contact), 'blocked'))).to.include('opted-out');
  });

  it('that Google does not vouch for are no texts: they come in as the mails that they are', async () => {
    const phone = freshPhone();
    const forger = `${number.slice(1)}.${phone.slice(1)}.k${phone.slice(-4)}${number.slice(-4)}@txt.voice.google.com`;
    await text(phone, 'STOP', { isForged: true });
    const contact = await contactWith(tenant, 'emails', forger);
    expect((await contact.get()).get('optOut.sms')).to.equal(false);
    expect(await isNobodys(phone)).to.equal(true);
  });

  it('that cannot be read wait in a conversation of their own, and none is dropped', async () => {
    const phone = freshPhone();
    await google().mail({
      mailbox: gmail.mailbox,
      from: 'Google Voice <voice-noreply@google.com>',
      subject: 'New voicemail from (415) 555-0123',
      body: 'please stop calling',
    });
    await google().text({
      mailbox: gmail.mailbox,
      from: phone,
      number: '+14155559999',
      body: 'Other number',
    });
    const found = await eventually(async () => {
      const bodies = await bodiesOf('emails', LANE);
      return bodies.length >= 2 ? bodies.join('\n') : undefined;
    }, 'Not both came into the lane');
    expect(found).to.include('voicemail, not of a text').and.include('please stop calling');
    expect(found).to.include('not connected here').and.include('Other number');
    const lane = await contactWith(tenant, 'emails', LANE);
    expect((await lane.get()).get('optOut.email')).to.equal(false);
  });

  it('need a mailbox whose mails come in here, which cannot stop that meanwhile', async () => {
    const sendOnly = await connectGmail(tenant, admin);
    const wish = { gmail: sendOnly.account, number: '+14155550177' };
    expect(await refusalOf(connectVoice(tenant, admin, wish))).to.include({ reason: 'voice-needs-gmail' });
    const off = { orgId: tenant.orgId, accountId: gmail.account.id, act: 'off' } as const;
    expect(await refusalOf(admin.call(syncGmailContract, off))).to.include({ reason: 'voice-rides-on-it' });
    const other = await seedTenant();
    const owner = await signIn(await seedPerson(other, { role: 'owner' }));
    const foreign = connectVoice(other, owner, { gmail: gmail.account, number: '+14155550178' });
    expect(await refusalOf(foreign)).to.include({ reason: 'voice-needs-gmail' });
    await owner.close();
  });

  it('break with the consent of the mailbox, are mended and end with it', async () => {
    const own = await connectGmail(tenant, admin, { withSync: true });
    const theirs = `+1415${randomInt(2_000_000, 10_000_000)}`;
    const rider = await connectVoice(tenant, admin, { gmail: own.account, number: theirs });
    const phone = freshPhone();
    await google().text({ mailbox: own.mailbox, from: phone, number: theirs, body: 'Hi' });
    const contact = await contactWith(tenant, 'phones', phone);
    await google().change({ mailbox: own.mailbox, revokes: true, tokensEnd: true });
    await untilState(await compose(rider, contact), 'failed');
    await eventually(
      async () => (await readAccount(tenant, rider.id)).state === 'error' || undefined,
      'The number is not shown as broken',
    );
    const wish = { accountId: own.account.id, withSync: true, mailbox: own.mailbox };
    await comeBack(admin, await goToGoogle(tenant, admin, wish));
    expect((await readAccount(tenant, rider.id)).state).to.equal('active');
    await admin.call(disconnectAccountContract, { orgId: tenant.orgId, accountId: own.account.id });
    expect((await readAccount(tenant, rider.id)).state).to.equal('disconnected');
  });
});
