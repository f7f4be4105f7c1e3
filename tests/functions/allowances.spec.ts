import type { UseLevel } from '@leadpulse/model';
import {
  connectAccountContract,
  disconnectAccountContract,
  monthOf,
  saveContactContract,
  sentInKey,
} from '@leadpulse/model';
import { expect } from 'chai';
import { Timestamp } from 'firebase-admin/firestore';
import { adminDb, fireSchedule, mailbox, postSandboxEvent, worldPorts } from '../../local/worldClient.js';
import { HOST } from '../../local/ports.js';
import { callAs, signOutAll } from './callAs.js';
import { compose, untilDocument, untilState } from './outbox.js';
import { refusalOf } from './refusals.js';
import type { Person, Tenant } from './tenant.js';
import { freshId, seedContact, seedPerson, seedTenant, silentNumber } from './tenant.js';

const MINUTE = 60_000;
const month = (): string => monthOf(Date.now());
const lastMonth = (): string => monthOf(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth(), 0));
const use = (messages: UseLevel, contacts: UseLevel = 'within', inMonth = month()) => ({
  month: inMonth,
  messages,
  contacts,
});

const paid = (planId: string) => ({
  access: {
    status: 'active',
    planId,
    trialEndsAt: null,
    currentPeriodEnd: Timestamp.fromMillis(Date.now() + 86_400_000),
    cancelAtPeriodEnd: false,
  },
});

/** Messages that were sent this month, where no trigger looks. */
async function fill({ orgId }: Tenant, count: number): Promise<void> {
  const filler = adminDb().collection(`fillers/${orgId}/messages`);
  for (let left = count; left > 0; left -= 500) {
    const batch = adminDb().batch();
    const fields = { state: 'delivered', sentIn: sentInKey(orgId, Date.now()) };
    for (let at = 0; at < Math.min(left, 500); at++) batch.create(filler.doc(), fields);
    await batch.commit();
  }
}

describe('the messages of a plan', function () {
  this.timeout(120_000);
  let tenant: Tenant;
  let idle: Tenant;
  let owners: Person[];
  before('an organization that has used 80 % of them, and one that has used none', async () => {
    idle = await seedTenant(paid('starter'));
    tenant = await seedTenant(paid('starter'));
    owners = await Promise.all([1, 2].map(() => seedPerson(tenant, { role: 'owner' })));
    await seedPerson(tenant, { role: 'admin' });
    await fill(tenant, 2_000);
  });
  after(() => adminDb().recursiveDelete(adminDb().doc(`fillers/${tenant.orgId}`)));

  const monthlyUse = async () => (await tenant.org.get()).get('monthlyUse') as unknown;
  const mailsTo = async ({ email }: Person) =>
    (await mailbox().list()).filter(({ to }) => to.some(({ address }) => address === email));
  const told = async () => (await Promise.all(owners.map(mailsTo))).map((mails) => mails.length);
  const blocked = async (sending: Tenant) => {
    const data = await untilState(await compose(sending.sms, await seedContact(sending)), 'blocked');
    const { reasons } = data.decision as { reasons: { code: string }[] };
    return reasons.map(({ code }) => code);
  };

  it('are not metered while the organization is deleted, or may not send', async () => {
    const purgeAt = Timestamp.fromMillis(Date.now() + 60 * MINUTE);
    await tenant.org.update({ deletion: { requestedBy: 'test', at: Timestamp.now(), purgeAt } });
    await fireSchedule('meterUse');
    await tenant.org.update({ deletion: null, 'access.status': 'paused' });
    await fireSchedule('meterUse');
    expect(await monthlyUse()).to.be.undefined;
    expect(await told()).to.deep.equal([0, 0]);
  });

  it('are told to every owner once at 80 %, whatever runs at the same time', async () => {
    await tenant.org.update({ 'access.status': 'active' });
    await Promise.all([fireSchedule('meterUse'), fireSchedule('meterUse')]);
    await fireSchedule('meterUse');
    expect(await monthlyUse()).to.deep.equal(use('near'));
    expect((await idle.org.get()).get('monthlyUse')).to.be.undefined; // far from used up: nothing to write
    expect(await told()).to.deep.equal([1, 1]);
    const [mail] = await mailsTo(owners[0]!);
    expect(mail?.subject).to.match(/^Harbor Realty: 80 % of \w+’s messages are used$/);
    for (const text of [mail?.text, mail?.html]) {
      expect(text).to.include('2,000 of the 2,500 messages that the Starter plan includes');
      expect(text).to.include('When all 2,500 are used, nothing more is sent until');
      expect(text).to.include('Growth includes 10,000 messages a month');
      expect(text).to.include(`/o/${tenant.orgId}/billing`);
    }
    await untilState(await compose(tenant.sms, await seedContact(tenant)), 'sent', 'delivered');
  });

  it('stop at 100 %, are told once more, and the answer to STOP goes out still', async () => {
    await fill(tenant, 500);
    await fireSchedule('meterUse');
    expect(await monthlyUse()).to.deep.equal(use('full'));
    expect(await told()).to.deep.equal([2, 2]);
    const mails = await mailsTo(owners[1]!);
    expect(mails.map(({ text }) => text).join()).to.match(/all 2,500 messages[^]*Nothing more is sent until/);
    expect(await blocked(tenant)).to.deep.equal(['allowance-used-up']);

    const phone = silentNumber();
    const contact = await seedContact(tenant, { phones: [phone] });
    const event = { type: 'message.received', id: freshId('sb_'), channel: 'sms', from: phone, body: 'STOP' };
    await postSandboxEvent({ ...event, to: tenant.sms.address, receivedAt: new Date().toISOString() });
    const answers = await contact.collection('messages').where('purpose', '==', 'opt-out-confirmation').get();
    await untilState(answers.docs[0]!.ref, 'sent', 'delivered');
  });

  it('go on with a larger plan at once, and tell nothing twice', async () => {
    await tenant.org.update(paid('growth'));
    await untilDocument(tenant.org, (org) => (org.monthlyUse as { messages: string }).messages === 'within');
    await untilState(await compose(tenant.sms, await seedContact(tenant)), 'sent', 'delivered');
    await tenant.org.update(paid('starter'));
    await untilDocument(tenant.org, (org) => (org.monthlyUse as { messages: string }).messages === 'full');
    await fireSchedule('meterUse');
    expect(await told()).to.deep.equal([2, 2]);
  });

  it('are told to whom a run that died had not told, and to nobody while another run is at it', async () => {
    const notice = tenant.org.collection('useNotices').doc(`${month()}_full_2500`);
    const [first] = owners;
    expect((await notice.get()).data()).to.deep.include({ isDone: true, tries: 1 });
    await notice.update({ isDone: false, told: [first!.uid], claimedAt: Timestamp.now() });
    await fireSchedule('meterUse');
    expect(await told()).to.deep.equal([2, 2]);
    await notice.update({ claimedAt: Timestamp.fromMillis(Date.now() - 11 * MINUTE) });
    await fireSchedule('meterUse');
    expect(await told()).to.deep.equal([2, 3]);
    expect((await notice.get()).data()).to.deep.include({ isDone: true, tries: 2 });
  });

  it('begin anew with the month', async () => {
    const anew = await seedTenant({ ...paid('starter'), monthlyUse: use('full', 'within', lastMonth()) });
    await untilState(await compose(anew.sms, await seedContact(anew)), 'sent', 'delivered');
    await anew.org.update({ monthlyUse: use('full') });
    expect(await blocked(anew)).to.deep.equal(['allowance-used-up']);
  });
});

describe('the contacts of a plan', function () {
  this.timeout(60_000);
  let tenant: Tenant;
  let agent: Person;
  before(async () => {
    tenant = await seedTenant({ ...paid('starter'), monthlyUse: use('within', 'full', lastMonth()) });
    agent = await seedPerson(tenant, { role: 'agent' });
  });
  after(signOutAll);

  const fields = {
    name: 'Ada',
    company: '',
    emails: [],
    phones: [],
    tags: [],
    stage: 'new',
    assigneeUid: null,
  } as const;
  const save = (contactId: string | null, requestId = freshId('r')) =>
    callAs(agent, saveContactContract, {
      orgId: tenant.orgId,
      contactId,
      requestId,
      fields: { ...fields, emails: [], phones: [], tags: [] },
    });

  it('refuse a new one by hand when they are all there, and no change of one', async () => {
    const refusal = await refusalOf(save(null));
    expect(refusal).to.include({
      code: 'resource-exhausted',
      reason: 'allowance-used-up',
      field: 'contactId',
      allowed: '2,500 contacts',
    });
    const { id } = await seedContact(tenant);
    expect((await save(id)).contactId).to.equal(id);
  });

  it('refuse nobody who writes in', async () => {
    const from = silentNumber();
    const event = { type: 'message.received', id: freshId('sb_'), channel: 'sms', from, body: 'Hello' };
    await postSandboxEvent({ ...event, to: tenant.sms.address, receivedAt: new Date().toISOString() });
    const found = await tenant.org.collection('contacts').where('phones', 'array-contains', from).get();
    expect(found.size).to.equal(1);
  });

  it('take one again that was made before they were all there', async () => {
    const requestId = freshId('r');
    await tenant.org.update({ monthlyUse: use('within', 'near') });
    const { contactId } = await save(null, requestId);
    await tenant.org.update({ monthlyUse: use('within', 'full') });
    expect((await save(null, requestId)).contactId).to.equal(contactId);
  });
});

describe('the accounts of a plan', function () {
  this.timeout(40_000);
  let tenant: Tenant;
  let admin: Person;
  beforeEach('an organization with as many accounts as its plan has', async () => {
    tenant = await seedTenant(paid('starter'));
    admin = await seedPerson(tenant, { role: 'admin' });
  });
  after(signOutAll);

  const practice = () => ({ kind: 'sandbox' as const, channel: 'sms' as const, displayName: 'One more' });
  const connect = (account: ReturnType<typeof practice> | ReturnType<typeof mailboxAt>) =>
    callAs(admin, connectAccountContract, { orgId: tenant.orgId, account });
  const mailboxAt = (port: number) => ({
    kind: 'smtp' as const,
    displayName: 'Sales',
    address: `${freshId('sales')}@harbor.example`,
    smtp: { host: HOST, port, secure: false, user: '', password: '' },
  });
  const connected = async () =>
    (await tenant.org.collection('accounts').where('state', '!=', 'disconnected').get()).size;
  const full = {
    code: 'resource-exhausted',
    reason: 'allowance-used-up',
    field: 'account',
    allowed: '3 connected accounts',
  };

  it('refuse one more, before its mailbox is even tried', async () => {
    expect(await refusalOf(connect(practice()))).to.include(full);
    expect(await refusalOf(connect(mailboxAt(1)))).to.include(full); // nothing listens there
    expect(await connected()).to.equal(3);
  });

  it('take one more in the place of one that was disconnected, and not of a broken one', async () => {
    await tenant.org.collection('accounts').doc(tenant.email.id).update({ state: 'error' });
    expect(await refusalOf(connect(practice()))).to.include(full);
    await callAs(admin, disconnectAccountContract, { orgId: tenant.orgId, accountId: tenant.email.id });
    await connect(mailboxAt(worldPorts().smtp));
    expect(await connected()).to.equal(3);
  });

  it('take one of two that come for the last place at once', async () => {
    await callAs(admin, disconnectAccountContract, { orgId: tenant.orgId, accountId: tenant.email.id });
    const outcomes = await Promise.allSettled([connect(practice()), connect(practice())]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).to.have.length(1);
    expect(await connected()).to.equal(3);
  });
});
