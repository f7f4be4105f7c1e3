import { expect } from 'chai';
import type { DocumentReference } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { fireSchedule, mailbox, sandbox } from '../../local/worldClient.js';
import { LOCAL_SECRETS } from '../../local/world/environment.js';
import { HOST } from '../../local/ports.js';
import { worldPorts } from '../../local/worldClient.js';
import { clientRefOf, compose, messageIdOf, plant, untilState } from './outbox.js';
import type { Tenant } from './tenant.js';
import { seedAccount, seedContact, seedMailbox, seedTenant, silentAddress } from './tenant.js';

const ago = (ms: number): Timestamp => Timestamp.fromMillis(Date.now() - ms);
const SENDING = { state: 'sending', attempts: 1 } as const;

describe('the sweeper', function () {
  this.timeout(40_000);
  let tenant: Tenant;
  let contact: DocumentReference;
  before(async () => {
    tenant = await seedTenant();
    contact = await seedContact(tenant);
  });

  const stateOf = async (message: DocumentReference) => (await message.get()).get('state') as string;
  const acceptedCount = async (message: DocumentReference) =>
    (await sandbox().accepted(clientRefOf(message))).length;

  /** Has the provider accept a message behind our back, as if its sender had died right after. */
  const acceptElsewhere = async (message: DocumentReference): Promise<void> => {
    const data = (await message.get()).data() ?? {};
    const { channel, from, to, body } = data as Record<string, string>;
    const clientRef = clientRefOf(message);
    const answer = await fetch(`http://${HOST}:${worldPorts().sandbox}/v1/messages`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${LOCAL_SECRETS.SANDBOX_SECRET}`,
        'content-type': 'application/json',
        'idempotency-key': clientRef,
      },
      body: JSON.stringify({ channel, from, to, body, clientRef }),
    });
    expect(answer.status).to.equal(201);
  };

  it('sends what a dead trigger left requested', async () => {
    const message = await plant(tenant.sms, contact, { state: 'canceled' });
    await message.update({ state: 'requested' }); // an update: no trigger
    await fireSchedule('sweepMessages');
    await untilState(message, 'sent', 'delivered');
  });

  it('sends what a dead task left scheduled', async () => {
    const message = await plant(tenant.sms, contact, { state: 'scheduled', sendAt: ago(60_000) });
    await fireSchedule('sweepMessages');
    await untilState(message, 'sent', 'delivered');
  });

  it('leaves alone what is not due, or has just become due', async () => {
    const later = await plant(tenant.sms, contact, { state: 'scheduled', sendAt: ago(-60_000) });
    const justDue = await plant(tenant.sms, contact, { state: 'scheduled', sendAt: ago(1000) });
    const leased = await plant(tenant.sms, contact, { ...SENDING, leaseUntil: ago(-60_000) });
    await fireSchedule('sweepMessages');
    expect(await Promise.all([later, justDue, leased].map(stateOf))).to.deep.equal([
      'scheduled',
      'scheduled',
      'sending',
    ]);
  });

  it('notes as sent what the provider has accepted under an ended lease', async () => {
    const message = await plant(tenant.sms, contact, { ...SENDING, leaseUntil: ago(-60_000) });
    await acceptElsewhere(message);
    await message.update({ leaseUntil: ago(1000) });
    await fireSchedule('sweepMessages');
    const data = await untilState(message, 'sent', 'delivered');
    expect(data.providerId).to.be.a('string');
    expect(await acceptedCount(message)).to.equal(1);
  });

  it('sends again what the provider surely does not have', async () => {
    const message = await plant(tenant.sms, contact, { ...SENDING, leaseUntil: ago(1000) });
    await fireSchedule('sweepMessages');
    const data = await untilState(message, 'sent', 'delivered');
    expect(data.attempts).to.equal(2);
    expect(await acceptedCount(message)).to.equal(1);
  });

  it('asks the gate again before it sends again', async () => {
    const gone = await seedContact(tenant, { optOut: { sms: true, email: false } });
    const message = await plant(tenant.sms, gone, { ...SENDING, leaseUntil: ago(1000) });
    await fireSchedule('sweepMessages');
    await untilState(message, 'blocked');
    expect(await acceptedCount(message)).to.equal(0);
  });

  it('notes a mail as sent that the sink has', async () => {
    const to = silentAddress();
    const lead = await seedContact(tenant, { emails: [to] });
    const message = await compose(tenant.smtp, lead);
    await untilState(message, 'sent');
    await mailbox().find((mail) => mail.headers['message-id'] === messageIdOf(message));
    await message.update({ ...SENDING, leaseUntil: ago(1000) });
    await fireSchedule('sweepMessages');
    await untilState(message, 'sent');
    const mails = (await mailbox().list()).filter((mail) => mail.to.some(({ address }) => address === to));
    expect(mails).to.have.length(1);
  });

  it('shows as uncertain what nobody can tell', async () => {
    const account = await seedAccount(tenant.orgId, {
      kind: 'gmail',
      channel: 'email',
      address: silentAddress(),
    });
    const message = await plant(account, contact, { ...SENDING, leaseUntil: ago(11 * 60_000) }); // asked long enough
    await fireSchedule('sweepMessages');
    const data = await untilState(message, 'uncertain');
    expect(data.error).to.include({ code: 'uncertain' });
  });

  it('gives up a message that ended its sender ten times', async () => {
    const message = await plant(tenant.sms, contact, {
      ...SENDING,
      attempts: 10,
      leaseUntil: ago(1000),
    });
    await fireSchedule('sweepMessages');
    expect((await untilState(message, 'failed')).error).to.include({ code: 'attempts-spent' });
  });

  it('tries again later what cannot be delivered now, five times', async () => {
    const closed = await seedMailbox(tenant.orgId, 1); // nothing listens there
    const message = await compose(closed, contact);
    const waits: number[] = [];
    for (let attempt = 1; attempt < 5; attempt += 1) {
      const data = await untilState(message, 'scheduled');
      expect(data.error).to.include({ code: 'smtp-refused' });
      waits.push((data.sendAt as Timestamp).toMillis() - Date.now());
      await message.update({ sendAt: ago(60_000) });
      await fireSchedule('sweepMessages');
    }
    const data = await untilState(message, 'failed');
    expect(data.attempts).to.equal(5);
    expect((data.error as { message: string }).message).to.match(/We tried 5 times\.$/);
    expect(waits.map((ms) => Math.ceil(ms / 30_000))).to.deep.equal([1, 4, 16, 64]);
  });

  it('does not disturb a sweep at the same time', async () => {
    const messages = await Promise.all(
      [1, 2, 3, 4, 5].map(() => plant(tenant.sms, contact, { state: 'scheduled', sendAt: ago(60_000) })),
    );
    await Promise.all([fireSchedule('sweepMessages'), fireSchedule('sweepMessages')]);
    await Promise.all(messages.map((message) => untilState(message, 'sent', 'delivered')));
    const handedOver = await Promise.all(messages.map((message) => sandbox().accepted(clientRefOf(message))));
    expect(handedOver.flat().map(({ posts }) => posts)).to.deep.equal([1, 1, 1, 1, 1]);
  });
});
