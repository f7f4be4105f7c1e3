import type { Account } from '@leadpulse/model';
import { connectAccountContract, disconnectAccountContract } from '@leadpulse/model';
import { expect } from 'chai';
import { Timestamp } from 'firebase-admin/firestore';
import { doc, getDoc } from 'firebase/firestore';
import { HOST } from '../../local/ports.js';
import type { SignedInClient } from '../../local/worldClient.js';
import { adminDb, worldPorts } from '../../local/worldClient.js';
import { compose, untilState } from './outbox.js';
import { refusalOf } from './refusals.js';
import { smtpStub } from './smtpStub.js';
import type { Tenant } from './tenant.js';
import { freshId, seedContact, seedPerson, seedTenant, signIn } from './tenant.js';

const PASSWORD = 'a very secret password';

describe('an account', function () {
  this.timeout(40_000);
  let tenant: Tenant;
  let admin: SignedInClient;
  before(async () => {
    tenant = await seedTenant();
    admin = await signIn(await seedPerson(tenant, { role: 'admin' }));
  });
  after(() => admin.close());

  const mailboxAt = (port: number, fields: { host?: string; user?: string; address?: string } = {}) => ({
    orgId: tenant.orgId,
    account: {
      kind: 'smtp' as const,
      displayName: 'Sales',
      address: fields.address ?? `${freshId('sales')}@harbor.example`,
      smtp: { host: fields.host ?? HOST, port, secure: false, user: fields.user ?? '', password: PASSWORD },
    },
  });
  const connect = (input: ReturnType<typeof mailboxAt>, client = admin) =>
    client.call(connectAccountContract, input);
  const read = async (accountId: string) =>
    (await adminDb().doc(`orgs/${tenant.orgId}/accounts/${accountId}`).get()).data() as Account;

  it('is connected to a mailbox that answers, and sends', async () => {
    const { accountId } = await connect(mailboxAt(worldPorts().smtp));
    const account = await read(accountId);
    expect(account).to.include({ kind: 'smtp', channel: 'email', state: 'active', displayName: 'Sales' });
    const sender = { id: accountId, address: account.address, channel: 'email' as const };
    await untilState(await compose(sender, await seedContact(tenant)), 'sent');
    const audit = await tenant.org.collection('auditLog').where('target', '==', accountId).get();
    expect(audit.docs.map((entry) => entry.get('action') as string)).to.deep.equal(['account.connect']);
    expect(JSON.stringify(audit.docs.map((entry) => entry.data()))).to.not.include('harbor.example');
  });

  it('keeps its credentials sealed, where no client reads them', async () => {
    const { accountId } = await connect(mailboxAt(worldPorts().smtp));
    const path = `orgs/${tenant.orgId}/accounts/${accountId}/secrets/smtp`;
    const sealed = (await adminDb().doc(path).get()).data();
    expect(Object.keys(sealed ?? {}).sort()).to.deep.equal(['data', 'iv', 'keyId', 'tag']);
    expect(JSON.stringify(sealed)).to.not.include(PASSWORD);
    expect(Buffer.from(sealed?.data as string, 'base64').toString()).to.not.include(PASSWORD);
    expect(JSON.stringify(await read(accountId))).to.not.include(PASSWORD);
    const refusal = await refusalOf(getDoc(doc(admin.db, path)));
    expect(refusal.code).to.equal('permission-denied');
  });

  it('is not connected to a port where nothing listens, and the port is named', async () => {
    const refusal = await refusalOf(connect(mailboxAt(1)));
    expect(refusal).to.include({ reason: 'smtp-refused', field: 'account.smtp.port' });
  });

  it('is not connected to a port where something else answers', async () => {
    const stub = await smtpStub({ greeting: 'SSH-2.0-OpenSSH_9.2' });
    const refusal = await refusalOf(connect(mailboxAt(stub.port)));
    expect(refusal).to.include({ reason: 'smtp-not-a-mail-server', field: 'account.smtp.port' });
    stub.close();
  });

  it('is not connected to a host that does not exist, and the host is named', async () => {
    const refusal = await refusalOf(connect(mailboxAt(587, { host: 'mail.nowhere.invalid' })));
    expect(refusal).to.include({ reason: 'smtp-host-not-found', field: 'account.smtp.host' });
  });

  it('is not connected with a wrong password, and the password is named', async () => {
    const stub = await smtpStub({ auth: '535 5.7.8 bad credentials' });
    const refusal = await refusalOf(connect(mailboxAt(stub.port, { user: 'sales' })));
    expect(refusal).to.include({ reason: 'smtp-auth-failed', field: 'account.smtp.password' });
    expect(JSON.stringify(refusal)).to.not.include(PASSWORD);
    stub.close();
  });

  it('has an address of its own, over all organizations', async () => {
    const input = mailboxAt(worldPorts().smtp);
    await connect(input);
    const other = await seedTenant();
    const stranger = await signIn(await seedPerson(other, { role: 'owner' }));
    const again = { ...input, orgId: other.orgId };
    const refusal = await refusalOf(connect(again, stranger));
    expect(refusal).to.include({ code: 'already-exists', field: 'account.address' });
    await stranger.close();
  });

  it('can be a practice number', async () => {
    const account = { kind: 'sandbox' as const, channel: 'sms' as const, displayName: 'Second number' };
    const { accountId } = await admin.call(connectAccountContract, { orgId: tenant.orgId, account });
    expect((await read(accountId)).address).to.match(/^\+1500\d{7}$/);
  });

  it('forgets its credentials when it is disconnected, sends no more, and can be connected again', async () => {
    const input = mailboxAt(worldPorts().smtp);
    const { orgId } = tenant;
    const { accountId } = await connect(input);
    await admin.call(disconnectAccountContract, { orgId, accountId });
    expect((await read(accountId)).state).to.equal('disconnected');
    const secret = await adminDb().doc(`orgs/${orgId}/accounts/${accountId}/secrets/smtp`).get();
    expect(secret.exists).to.be.false;
    const sender = { id: accountId, address: input.account.address, channel: 'email' as const };
    const data = await untilState(await compose(sender, await seedContact(tenant)), 'blocked');
    expect(JSON.stringify(data.decision)).to.include('account-not-connected');
    expect((await connect(input)).accountId).to.equal(accountId);
  });

  it('that is broken is connected again in its place and goes on, also where the plan has no other', async () => {
    const input = mailboxAt(worldPorts().smtp);
    const { accountId } = await connect(input);
    const lastInboundAt = Timestamp.fromMillis(1_790_000_000_000);
    const broken = {
      state: 'error',
      'health.lastError': 'It is refused.',
      'health.lastInboundAt': lastInboundAt,
    };
    await adminDb().doc(`orgs/${tenant.orgId}/accounts/${accountId}`).update(broken);
    await tenant.org.update({ 'access.planId': 'starter' }); // three accounts, and there are more
    expect((await refusalOf(connect(mailboxAt(worldPorts().smtp)))).reason).to.equal('allowance-used-up');
    expect((await connect(input)).accountId).to.equal(accountId);
    await tenant.org.update({ 'access.planId': null });
    const { state, health } = await read(accountId);
    expect(state).to.equal('active');
    expect(health.lastError).to.equal(null);
    expect(health.lastInboundAt?.toMillis()).to.equal(lastInboundAt.toMillis());
    expect((await refusalOf(connect(input))).reason).to.equal('address-connected');
  });

  it('whose server does not answer any more is given another one, before anybody calls it broken', async () => {
    const { address } = mailboxAt(0).account;
    const first = await smtpStub({});
    const { accountId } = await connect(mailboxAt(first.port, { address }));
    first.close();
    const ref = adminDb().doc(`orgs/${tenant.orgId}/accounts/${accountId}`);
    await ref.update({ 'health.lastError': 'The mail server refuses the connection.' });
    const moved = await connect(mailboxAt(worldPorts().smtp, { address }));
    expect(moved.accountId).to.equal(accountId);
    expect((await read(accountId)).health.lastError).to.equal(null);
  });

  for (const role of ['agent', 'viewer'] as const) {
    it(`cannot be connected or disconnected by ${role === 'agent' ? 'an agent' : 'a viewer'}`, async () => {
      const client = await signIn(await seedPerson(tenant, { role }));
      const { orgId } = tenant;
      const refusals = [
        await refusalOf(connect(mailboxAt(worldPorts().smtp), client)),
        await refusalOf(client.call(disconnectAccountContract, { orgId, accountId: tenant.sms.id })),
      ];
      expect(refusals.map(({ code }) => code)).to.deep.equal(['permission-denied', 'permission-denied']);
      await client.close();
    });
  }
});
