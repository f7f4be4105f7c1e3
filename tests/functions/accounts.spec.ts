import { disconnectAccountContract, pauseAccountContract, testAccountContract } from '@leadpulse/model';
import { expect } from 'chai';
import { noteError, readyAccount } from '../../functions/src/messaging/accounts.js';
import { sealAt } from '../../functions/src/messaging/credentials.js';
import { suppressionId } from '../../functions/src/platform/keyedHash.js';
import type { SignedInClient } from '../../local/worldClient.js';
import { HOST } from '../../local/ports.js';
import { adminDb, mailbox, sandbox, worldPorts } from '../../local/worldClient.js';
import { compose, untilState } from './outbox.js';
import { pointedHere } from './pointedHere.js';
import { refusalOf } from './refusals.js';
import { smtpStub } from './smtpStub.js';
import type { Person, Tenant } from './tenant.js';
import { seedContact, seedMailbox, seedPerson, seedTenant, signIn, silentNumber } from './tenant.js';

describe('an account in use', function () {
  this.timeout(40_000);
  let tenant: Tenant;
  let person: Person;
  let admin: SignedInClient;
  before(async () => {
    tenant = await seedTenant();
    person = await seedPerson(tenant, { role: 'admin' });
    admin = await signIn(person);
  });
  after(() => admin.close());

  const pause = (accountId: string, isPaused: boolean) =>
    admin.call(pauseAccountContract, { orgId: tenant.orgId, accountId, isPaused });
  const test = (accountId: string, to: string | null) =>
    admin.call(testAccountContract, { orgId: tenant.orgId, accountId, to });
  const stateOf = async (accountId: string): Promise<unknown> =>
    (await tenant.org.collection('accounts').doc(accountId).get()).get('state');
  const actionsOn = async (target: string): Promise<string[]> => {
    const { docs } = await tenant.org.collection('auditLog').where('target', '==', target).get();
    return docs.map((entry) => entry.get('action') as string).sort();
  };

  it('sends nothing from the moment on that it is paused, says why, and sends again when it is resumed', async () => {
    const own = await seedTenant();
    const client = await signIn(await seedPerson(own, { role: 'owner' }));
    const input = { orgId: own.orgId, accountId: own.sms.id };
    const contact = await seedContact(own);
    await untilState(await compose(own.sms, contact), 'sent', 'delivered');
    await client.call(pauseAccountContract, { ...input, isPaused: true });
    const held = await untilState(await compose(own.sms, contact), 'blocked');
    expect(JSON.stringify(held.decision)).to.include('account-paused');
    await client.call(pauseAccountContract, { ...input, isPaused: false });
    await untilState(await compose(own.sms, contact), 'sent', 'delivered');
    await client.call(disconnectAccountContract, input);
    const late = await untilState(await compose(own.sms, contact), 'blocked');
    expect(JSON.stringify(late.decision)).to.include('account-not-connected');
    await client.close();
  });

  it('is paused once, however often it is asked for, and the log says so', async () => {
    await pause(tenant.email.id, true);
    await pause(tenant.email.id, true);
    expect(await stateOf(tenant.email.id)).to.equal('paused');
    await pause(tenant.email.id, false);
    expect(await actionsOn(tenant.email.id)).to.deep.equal(['account.pause', 'account.resume']);
  });

  it('that is broken or disconnected is neither paused nor resumed', async () => {
    const account = await seedMailbox(tenant.orgId, 1);
    const ref = tenant.org.collection('accounts').doc(account.id);
    await ref.update({ state: 'error' });
    expect((await refusalOf(pause(account.id, true))).reason).to.equal('account-needs-attention');
    await ref.update({ state: 'disconnected' });
    expect((await refusalOf(pause(account.id, false))).reason).to.equal('account-disconnected');
  });

  it('sends a test text to the number that was typed, and makes no conversation of it', async () => {
    const to = silentNumber();
    await test(tenant.sms.id, to);
    const [sent] = (await sandbox().accepted()).filter((message) => message.to === to);
    expect(sent).to.include({ from: tenant.sms.address });
    expect((await tenant.org.collection('contacts').get()).size).to.equal(0);
    expect(await actionsOn(tenant.sms.id)).to.deep.equal(['account.test']);
  });

  it('sends a test mail to the tester, whatever address was given', async () => {
    await test(tenant.smtp.id, '+14155550199');
    const mail = await mailbox().find(({ to }) => to.some(({ address }) => address === person.email));
    expect(mail.from[0]?.address).to.equal(tenant.smtp.address);
  });

  it('sends no test to a number that opted out', async () => {
    const to = silentNumber();
    const id = suppressionId(tenant.orgId, 'sms', to);
    await tenant.org.collection('suppressions').doc(id).set({ channel: 'sms', at: new Date() });
    const refusal = await refusalOf(test(tenant.sms.id, to));
    expect(refusal).to.include({ code: 'failed-precondition', reason: 'test-refused' });
    expect((await sandbox().accepted()).filter((message) => message.to === to)).to.deep.equal([]);
  });

  it('whose password is refused says so at the test, on its card, and is asked to be connected again', async () => {
    const stub = await smtpStub({ auth: '535 5.7.8 bad credentials' });
    const account = await seedMailbox(tenant.orgId, stub.port, { user: 'sales', password: 'old' });
    expect((await refusalOf(test(account.id, null))).reason).to.equal('test-refused');
    const shown = await tenant.org.collection('accounts').doc(account.id).get();
    expect(shown.get('state')).to.equal('error');
    expect(shown.get('health.lastError')).to.include('Connect the account again');
    expect(shown.get('health.lastErrorAt')).to.not.equal(undefined);
    stub.close();
  });

  it('that works again has nothing wrong on its card any more', async () => {
    const account = await seedMailbox(tenant.orgId, worldPorts().smtp);
    const ref = tenant.org.collection('accounts').doc(account.id);
    await ref.update({ 'health.lastError': 'The mailbox’s server does not answer.' });
    await test(account.id, null);
    expect((await ref.get()).get('health')).to.include({ lastError: null, lastErrorAt: null });
  });

  for (const role of ['agent', 'viewer'] as const) {
    it(`is neither paused nor tested by ${role === 'agent' ? 'an agent' : 'a viewer'}`, async () => {
      const client = await signIn(await seedPerson(tenant, { role }));
      const input = { orgId: tenant.orgId, accountId: tenant.sms.id };
      const refusals = [
        await refusalOf(client.call(pauseAccountContract, { ...input, isPaused: true })),
        await refusalOf(client.call(testAccountContract, { ...input, to: silentNumber() })),
      ];
      expect(refusals.map(({ code }) => code)).to.deep.equal(['permission-denied', 'permission-denied']);
      await client.close();
    });
  }

  it('of another organization is out of reach', async () => {
    const other = await seedTenant();
    const stranger = await signIn(await seedPerson(other, { role: 'owner' }));
    const input = { orgId: tenant.orgId, accountId: tenant.sms.id };
    const refusal = await refusalOf(stranger.call(pauseAccountContract, { ...input, isPaused: true }));
    expect(refusal.reason).to.equal('not-a-member');
    await stranger.close();
  });
});

describe('an account that was connected anew while a message was on its way', () => {
  pointedHere();

  it('is not broken by the refusal of what it signed in with before', async () => {
    const { orgId, smtp, org } = await seedTenant();
    const ready = await readyAccount(orgId, smtp.id, Date.now());
    if (!ready) throw new Error('no account');
    const refusal = { message: 'The mailbox refuses our sign-in.', concerns: 'credentials' } as const;
    const secret = adminDb().doc(`orgs/${orgId}/accounts/${smtp.id}/secrets/smtp`);
    const settings = { host: HOST, port: worldPorts().smtp, secure: false, user: 'sales', password: 'new' };
    await secret.set({ ...sealAt(secret, settings) });
    await noteError(ready, refusal);
    const account = org.collection('accounts').doc(smtp.id);
    expect((await account.get()).get('state')).to.equal('active');
    const fresh = await readyAccount(orgId, smtp.id, Date.now());
    if (fresh) await noteError(fresh, refusal);
    expect((await account.get()).get('state')).to.equal('error');
  });
});
