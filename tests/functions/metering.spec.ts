import { countUsageContract, monthOf, retryMessageContract, sentInKey } from '@leadpulse/model';
import { expect } from 'chai';
import type { DocumentReference } from 'firebase-admin/firestore';
import { FieldValue, Timestamp } from 'firebase-admin/firestore';
import { adminDb, fireSchedule, postMail, postSandboxEvent, sandbox } from '../../local/worldClient.js';
import type { Requested } from '../proof/outbox.js';
import { deliverEvent, deliverTask, requestMessage } from '../proof/outbox.js';
import { callAs, signOutAll } from './callAs.js';
import { clientRefOf, compose, messageIdOf, plant, untilState } from './outbox.js';
import { refusalOf } from './refusals.js';
import type { Person, Tenant } from './tenant.js';
import { freshId, seedContact, seedPerson, seedTenant, silentAddress, silentNumber } from './tenant.js';

const ago = (ms: number): Timestamp => Timestamp.fromMillis(Date.now() - ms);
const lastMonth = (): string => {
  const now = new Date();
  return monthOf(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 0));
};

describe('the messages of a month', function () {
  this.timeout(40_000);
  let tenant: Tenant;
  let contact: DocumentReference;
  let owner: Person;
  beforeEach('an organization that has sent nothing', async () => {
    tenant = await seedTenant();
    contact = await seedContact(tenant);
    owner = await seedPerson(tenant, { role: 'owner' });
  });
  after(signOutAll);

  const usage = () => callAs(owner, countUsageContract, { orgId: tenant.orgId });
  const counted = async () => (await usage()).messages;
  const retry = (message: DocumentReference, evenIfUncertain = false) => {
    const [, orgId = '', , contactId = '', , messageId = ''] = message.path.split('/');
    return callAs(owner, retryMessageContract, { orgId, contactId, messageId, evenIfUncertain });
  };
  /** As its sender left it when it died between the provider's acceptance and our commit. */
  const setBack = (message: DocumentReference, fields: Record<string, unknown>) => {
    const gone = FieldValue.delete();
    return message.update({ sentIn: gone, sentAt: gone, deliveredAt: gone, providerId: gone, ...fields });
  };
  const tell = (message: DocumentReference, status: 'delivered' | 'failed', id = freshId('sb_')) =>
    postSandboxEvent({ type: 'message.status', id, clientRef: clientRefOf(message), status });

  it('count one that was sent, in the month of its `sentAt`', async () => {
    const message = await compose(tenant.sms, contact);
    const { sentIn, sentAt } = await untilState(message, 'delivered');
    expect(sentIn).to.equal(sentInKey(tenant.orgId, (sentAt as Timestamp).toMillis()));
    expect(await usage()).to.deep.equal({
      month: monthOf(Date.now()),
      accounts: 3,
      contacts: 1,
      messages: 1,
    });
  });

  it('count one whose event and task are delivered three times', async () => {
    const senders = { sandbox: { accountId: tenant.sms.id, address: tenant.sms.address } };
    const practice = { orgId: tenant.orgId, uid: 'test', senders } as Parameters<typeof requestMessage>[0];
    const requested: Requested = await requestMessage(practice, { channel: 'sandbox', undoSeconds: 1 });
    await Promise.all([1, 2].flatMap(() => [deliverEvent(requested), deliverTask(requested)]));
    const message = adminDb().doc(requested.path);
    const { providerId } = await untilState(message, 'delivered');
    await Promise.all([deliverEvent(requested), deliverTask(requested)]);
    await Promise.all([1, 2].map(() => tell(message, 'delivered', providerId as string)));
    expect(await counted()).to.equal(1);
  });

  it('count one that bounced and was sent once more', async () => {
    const lead = await seedContact(tenant, { phones: [silentNumber().replace(/05$/, '04')] });
    const message = await compose(tenant.sms, lead);
    const { sentIn } = await untilState(message, 'failed');
    expect(await counted()).to.equal(1); // it was handed over
    await retry(message);
    const again = await untilState(message, 'sent', 'failed');
    expect(again.sentIn).to.equal(sentIn);
    await untilState(message, 'failed');
    expect(await sandbox().accepted(clientRefOf(message))).to.have.length(2);
    expect(await counted()).to.equal(1);
  });

  it('count one that was blocked and sent when nothing stood in its way', async () => {
    await contact.update({ 'optOut.sms': true });
    const message = await compose(tenant.sms, contact);
    await untilState(message, 'blocked');
    expect(await counted()).to.equal(0);
    await contact.update({ 'optOut.sms': false });
    await retry(message);
    await untilState(message, 'sent', 'delivered');
    expect(await counted()).to.equal(1);
  });

  it('count none that was canceled, or that the provider refused', async () => {
    const undone = await compose(tenant.sms, contact, { undoSeconds: 30 });
    await undone.update({ state: 'canceled', canceledAt: Timestamp.now(), canceledBy: 'test' });
    const refused = await compose(tenant.sms, await seedContact(tenant, { phones: ['12345'] }));
    await untilState(refused, 'failed');
    expect(await counted()).to.equal(0);
  });

  it('count one whose sender died, by what the provider says under its ended lease', async () => {
    const message = await compose(tenant.sms, contact);
    const { sentIn } = await untilState(message, 'delivered');
    await setBack(message, { state: 'sending', leaseUntil: ago(1000) });
    expect(await counted()).to.equal(0);
    await Promise.all([fireSchedule('sweepMessages'), fireSchedule('sweepMessages')]);
    expect((await untilState(message, 'sent')).sentIn).to.equal(sentIn);
    expect(await counted()).to.equal(1);
  });

  it('count one that was uncertain once a reply tells that it arrived', async () => {
    const message = await plant(tenant.smtp, contact, { state: 'uncertain', attempts: 1 });
    expect(await counted()).to.equal(0);
    const lines = {
      From: silentAddress(),
      To: tenant.smtp.address,
      'Message-ID': `<${freshId('lead')}@mail.example>`,
      'In-Reply-To': messageIdOf(message),
    };
    const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
    for (let time = 0; time < 2; time++) await postMail(`${head.join('')}\r\nYes\r\n`);
    await untilState(message, 'sent');
    expect(await counted()).to.equal(1);
  });

  it('count one that was uncertain once a person asks and the provider has it', async () => {
    const message = await compose(tenant.sms, contact);
    await untilState(message, 'delivered');
    await setBack(message, { state: 'uncertain' });
    await retry(message, true);
    await untilState(message, 'sent');
    expect(await counted()).to.equal(1);
  });

  for (const status of ['delivered', 'failed'] as const) {
    it(`count one that the provider tells as ${status} before we have noted that it took it`, async () => {
      const message = await plant(tenant.sms, contact, { state: 'sending', attempts: 1 });
      await tell(message, status, 'sb_x');
      await tell(message, status, 'sb_x');
      await untilState(message, status);
      expect(await counted()).to.equal(1);
    });
  }

  it('count no answer that the law or the carriers ask for', async () => {
    const [phone = ''] = (await contact.get()).get('phones') as string[];
    for (const body of ['HELP', 'STOP', 'START']) {
      const event = { type: 'message.received', id: freshId('sb_'), channel: 'sms', from: phone, body };
      await postSandboxEvent({ ...event, to: tenant.sms.address, receivedAt: new Date().toISOString() });
    }
    const out = contact.collection('messages').where('direction', '==', 'out');
    const answers = await out.get();
    expect(answers.size).to.equal(3);
    for (const { ref } of answers.docs) await untilState(ref, 'delivered');
    expect((await out.get()).docs.flatMap((doc) => (doc.get('sentIn') as string | undefined) ?? [])).to.be
      .empty;
    expect(await counted()).to.equal(0);
  });

  it('leave one that is sent once more in the month that counted it', async () => {
    const sentIn = `${tenant.orgId}/${lastMonth()}`;
    const message = await plant(tenant.sms, contact, {
      state: 'failed',
      sentAt: ago(40 * 86_400_000),
      sentIn,
      providerId: 'sb_old',
    });
    await retry(message);
    expect(await untilState(message, 'sent', 'delivered')).to.include({ sentIn });
    expect(await counted()).to.equal(0);
  });

  it('are not those of another month or another organization', async () => {
    const other = await seedTenant();
    await untilState(await compose(other.sms, await seedContact(other)), 'sent', 'delivered');
    await plant(tenant.sms, contact, { state: 'delivered', sentIn: `${tenant.orgId}/${lastMonth()}` });
    expect(await counted()).to.equal(0);
  });

  it('are counted for owner and admin, and for nobody else', async () => {
    const { orgId } = tenant;
    const admin = await seedPerson(tenant, { role: 'admin' });
    expect((await callAs(admin, countUsageContract, { orgId })).messages).to.equal(0);
    for (const role of ['agent', 'viewer'] as const) {
      const refusal = await refusalOf(
        callAs(await seedPerson(tenant, { role }), countUsageContract, { orgId }),
      );
      expect(refusal).to.include({ code: 'permission-denied', reason: 'role-does-not-allow' });
    }
    const stranger = await seedPerson(await seedTenant(), { role: 'owner' });
    const refusal = await refusalOf(callAs(stranger, countUsageContract, { orgId }));
    expect(refusal).to.include({ code: 'permission-denied', reason: 'not-a-member' });
  });
});
