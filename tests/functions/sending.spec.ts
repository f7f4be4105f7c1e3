import { expect } from 'chai';
import { Timestamp } from 'firebase-admin/firestore';
import { adminDb, sandbox } from '../../local/worldClient.js';
import type { Requested } from '../proof/outbox.js';
import { deliverEvent, deliverTask, requestMessage } from '../proof/outbox.js';
import { clientRefOf, compose, messageFields, plant, untilDocument, untilState } from './outbox.js';
import type { Tenant } from './tenant.js';
import { freshId, seedContact, seedTenant, silentNumber } from './tenant.js';

const codesOf = (data: FirebaseFirestore.DocumentData): string[] =>
  (data.decision as { reasons: { code: string }[] }).reasons.map(({ code }) => code);

describe('a message on its way out', function () {
  this.timeout(40_000);
  let tenant: Tenant;
  before(async () => {
    tenant = await seedTenant();
  });

  for (const channel of ['sms', 'email'] as const) {
    it(`is handed to the sandbox once, and told as delivered (${channel})`, async () => {
      const contact = await seedContact(tenant);
      const message = await compose(tenant[channel], contact);
      const data = await untilState(message, 'delivered');
      expect(data.attempts).to.equal(1);
      expect(data.leaseUntil).to.be.null;
      expect(data.decision).to.deep.include({ allowed: true, reasons: [] });
      const [accepted, ...more] = await sandbox().accepted(clientRefOf(message));
      expect(more).to.be.empty;
      expect(accepted).to.include({ id: data.providerId as string, posts: 1, body: data.body as string });
    });
  }

  it('waits for its undo window and then goes out', async () => {
    const contact = await seedContact(tenant);
    const message = await compose(tenant.sms, contact, { undoSeconds: 2 });
    const data = await untilState(message, 'sent', 'delivered');
    const waitedMs = (data.sentAt as Timestamp).toMillis() - (data.requestedAt as Timestamp).toMillis();
    expect(waitedMs).to.be.at.least(2000);
  });

  it('stays undone if it is canceled within its window', async () => {
    const contact = await seedContact(tenant);
    const message = await compose(tenant.sms, contact, { undoSeconds: 2 });
    await message.update({ state: 'canceled', canceledAt: Timestamp.now(), canceledBy: 'test' });
    const later = await compose(tenant.sms, contact, { undoSeconds: 3 }); // goes out after the other would have
    await untilState(later, 'sent', 'delivered');
    expect((await message.get()).get('state')).to.equal('canceled');
    expect(await sandbox().accepted(clientRefOf(message))).to.be.empty;
  });

  it("takes the organization's undo window when it names none", async () => {
    const own = await seedTenant();
    await own.org.update({ 'settings.undoSendSeconds': 60 });
    const contact = await seedContact(own);
    const fields = messageFields(own.sms, (await contact.get()).data() ?? {});
    delete fields.undoSeconds;
    const message = contact.collection('messages').doc(freshId('m'));
    await message.create(fields);
    const after = await compose(own.sms, contact); // its trigger runs after the other's
    await untilState(after, 'sent', 'delivered');
    expect((await message.get()).get('state')).to.equal('requested');
  });

  it('moves its contact to the top when it was created alone', async () => {
    const waitingSince = Timestamp.fromMillis(Date.now() - 60_000);
    const contact = await seedContact(tenant, { waitingSince, lastInboundAt: waitingSince });
    const fields = messageFields(tenant.sms, (await contact.get()).data() ?? {});
    const message = contact.collection('messages').doc(freshId('m'));
    await message.create(fields);
    const data = await untilDocument(contact, (found) => found.lastMessage !== null);
    expect(data.lastMessage).to.include({ messageId: message.id, direction: 'out', channel: 'sms' });
    expect(data.waitingSince).to.be.null;
  });

  it('is blocked by an opt-out, with the reason', async () => {
    const contact = await seedContact(tenant, { optOut: { sms: true, email: false } });
    const data = await untilState(await compose(tenant.sms, contact), 'blocked');
    expect(codesOf(data)).to.deep.equal(['opted-out']);
    await untilState(await compose(tenant.email, contact), 'sent', 'delivered');
  });

  it('is blocked with every reason at once, and gives the lead its waiting mark back', async () => {
    const lastInboundAt = Timestamp.fromMillis(Date.now() - 60_000);
    const contact = await seedContact(tenant, { lastInboundAt, waitingSince: lastInboundAt });
    const to = silentNumber();
    const data = await untilState(
      await compose(tenant.sms, contact, { to, body: 'Hi {{firstName}}' }),
      'blocked',
    );
    expect(codesOf(data)).to.deep.equal(['address-not-of-contact', 'placeholder-unfilled']);
    const { waitingSince } = (await contact.get()).data() ?? {};
    expect((waitingSince as Timestamp).toMillis()).to.equal(lastInboundAt.toMillis());
  });

  it('is blocked while the organization is paused', async () => {
    const paused = await seedTenant();
    await paused.org.update({ 'access.status': 'paused' });
    const data = await untilState(await compose(paused.sms, await seedContact(paused)), 'blocked');
    expect(codesOf(data)).to.deep.equal(['org-paused']);
  });

  it('is blocked when its account belongs to another organization', async () => {
    const other = await seedTenant();
    const data = await untilState(await compose(other.sms, await seedContact(tenant)), 'blocked');
    expect(codesOf(data)).to.include('account-missing');
  });

  it('is shown as scheduled when it is to go out later, and then goes out', async () => {
    const contact = await seedContact(tenant);
    const sendAt = Timestamp.fromMillis(Date.now() + 62_500);
    const message = await compose(tenant.sms, contact, { sendAt });
    const data = await untilState(message, 'scheduled');
    expect(data.decision).to.deep.include({ allowed: true });
    await message.update({ sendAt: Timestamp.fromMillis(Date.now() - 1000) });
    await deliverTask(taskOf(message));
    await untilState(message, 'sent', 'delivered');
  });

  it('is blocked at once when it is to go out later to somebody who opted out', async () => {
    const contact = await seedContact(tenant, { optOut: { sms: true, email: false } });
    const sendAt = Timestamp.fromMillis(Date.now() + 3_600_000);
    await untilState(await compose(tenant.sms, contact, { sendAt }), 'blocked');
  });

  it('waits for the morning where the lead is', async () => {
    const own = await seedTenant({ timeZone: 'UTC' });
    const hour = new Date().getUTCHours();
    const startMinute = ((hour + 2) % 24) * 60;
    const quietHours = { enabled: true, startMinute, endMinute: ((hour + 3) % 24) * 60 || 1440 };
    await own.org.update({ 'settings.quietHours': quietHours });
    const contact = await seedContact(own, { timeZone: 'UTC', phones: ['+447400123456'] }); // no law of ours holds there
    const account = { ...own.email, channel: 'sms' as const };
    await own.org.collection('accounts').doc(account.id).update({ kind: 'twilio', channel: 'sms' });
    const data = await untilState(await compose(account, contact), 'scheduled');
    expect(codesOf(data)).to.deep.equal(['quiet-hours']);
    expect(new Date((data.sendAt as Timestamp).toMillis()).getUTCHours()).to.equal((hour + 2) % 24);
  });

  it('fails with the reason when the provider refuses it', async () => {
    const contact = await seedContact(tenant, { phones: ['12345'] });
    const data = await untilState(await compose(tenant.sms, contact), 'failed');
    expect(data.error).to.include({ code: 'invalid-recipient' });
    expect(data.leaseUntil).to.be.null;
  });

  it('fails with the reason when it bounces after it was accepted', async () => {
    const contact = await seedContact(tenant, { phones: [silentNumber().replace(/05$/, '04')] });
    const data = await untilState(await compose(tenant.sms, contact), 'failed');
    expect(data.error).to.include({ code: 'unreachable' });
    expect(data.providerId).to.be.a('string');
  });

  it('changes nothing when its event and its task are delivered again, many at a time', async () => {
    const senders = {
      sandbox: { accountId: tenant.sms.id, address: tenant.sms.address },
      smtp: { accountId: tenant.smtp.id, address: tenant.smtp.address },
    };
    const practice = { orgId: tenant.orgId, uid: 'test', senders } as Parameters<typeof requestMessage>[0];
    const requested = await requestMessage(practice, { channel: 'sandbox', undoSeconds: 1 });
    const message = adminDb().doc(requested.path);
    const redelivered = [1, 2].flatMap(() => [deliverEvent(requested), deliverTask(requested)]);
    const statuses = await Promise.all(redelivered);
    await untilState(message, 'delivered');
    const before = (await message.get()).updateTime;
    statuses.push(...(await Promise.all([deliverEvent(requested), deliverTask(requested)])));
    expect(statuses.every((status) => status < 300)).to.be.true;
    expect((await message.get()).updateTime?.isEqual(before as Timestamp)).to.be.true;
    const accepted = await sandbox().accepted(clientRefOf(message));
    expect(accepted.map(({ posts }) => posts)).to.deep.equal([1]);
  });

  it('is not sent by a task that comes before its time', async () => {
    const contact = await seedContact(tenant);
    const sendAt = Timestamp.fromMillis(Date.now() + 3_600_000);
    const message = await plant(tenant.sms, contact, { state: 'scheduled', sendAt, attempts: 0 });
    expect(await deliverTask(taskOf(message))).to.be.below(300);
    expect((await message.get()).get('state')).to.equal('scheduled');
  });
});

/** A task that carries no message: it has to be read. */
function taskOf(message: FirebaseFirestore.DocumentReference): Requested {
  const [, orgId = '', , contactId = '', , messageId = ''] = message.path.split('/');
  const { seconds, nanoseconds } = Timestamp.now();
  return { task: { orgId, contactId, messageId, version: { seconds, nanoseconds } } } as Requested;
}
