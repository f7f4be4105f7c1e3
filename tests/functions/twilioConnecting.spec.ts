import {
  connectAccountContract,
  disconnectAccountContract,
  listTwilioNumbersContract,
} from '@leadpulse/model';
import { expect } from 'chai';
import type { FreshAccount } from '../../local/twilio/control/client.js';
import type { SignedInClient } from '../../local/worldClient.js';
import { adminDb, siteUrl } from '../../local/worldClient.js';
import { refusalOf } from './refusals.js';
import type { Tenant } from './tenant.js';
import { seedPerson, seedTenant, signIn } from './tenant.js';
import { connectTwilio, freshPhone, hookOf, postHook, readAccount, twilio } from './twilio.js';

const SID = `SM${'0'.repeat(32)}`;

describe('a Twilio number', function () {
  this.timeout(60_000);
  let tenant: Tenant;
  let admin: SignedInClient;
  before(async () => {
    tenant = await seedTenant();
    admin = await signIn(await seedPerson(tenant, { role: 'admin' }));
  });
  after(() => admin.close());

  const attempt = ({ accountSid, authToken, number }: FreshAccount) =>
    refusalOf(
      admin.call(connectAccountContract, {
        orgId: tenant.orgId,
        account: { kind: 'twilio', displayName: 'Texts', number, twilio: { accountSid, authToken } },
      }),
    );
  const smsUrlOf = async ({ accountSid, number }: FreshAccount): Promise<string | undefined> =>
    (await twilio().numbers(accountSid)).find((each) => each.number === number)?.smsUrl;

  it('is connected, leads here, and its token lies sealed', async () => {
    const { keys, account } = await connectTwilio(tenant, admin);
    expect(await readAccount(tenant, account.id)).to.include({
      kind: 'twilio',
      channel: 'sms',
      state: 'active',
      address: keys.number,
    });
    expect(await smsUrlOf(keys)).to.equal(`${siteUrl()}${hookOf(tenant, account.id)}`);
    const { docs } = await adminDb().collection(`orgs/${tenant.orgId}/accounts/${account.id}/secrets`).get();
    expect(docs.map(({ id }) => id)).to.deep.equal(['twilio']);
    expect(JSON.stringify(docs.map((doc) => doc.data()))).to.not.include(keys.authToken);
    const audit = await tenant.org.collection('auditLog').where('target', '==', account.id).get();
    expect(JSON.stringify(audit.docs.map((entry) => entry.data()))).to.not.include(keys.number);
  });

  it('is chosen from a list that the keys open, and that a wrong token does not', async () => {
    const { accountSid, authToken, number } = await twilio().newAccount();
    await twilio().addNumber({ accountSid, number: '+14155550900', canText: false });
    await twilio().addService({ accountSid, name: 'Campaign', number });
    const list = (token: string) =>
      admin.call(listTwilioNumbersContract, {
        orgId: tenant.orgId,
        twilio: { accountSid, authToken: token },
      });
    const { numbers } = await list(authToken);
    expect(numbers.map((each) => [each.number, each.canText, each.serviceName])).to.deep.equal([
      [number, true, 'Campaign'],
      ['+14155550900', false, null],
    ]);
    expect(await refusalOf(list('f'.repeat(32)))).to.include({ reason: 'twilio-auth-failed' });
  });

  it('is refused with the field at fault, and nothing is stored or led here', async () => {
    const keys = await twilio().newAccount();
    const wrong = await attempt({ ...keys, authToken: 'f'.repeat(32) });
    expect(wrong).to.include({ reason: 'twilio-auth-failed', field: 'account.twilio.authToken' });
    const foreign = await attempt({ ...keys, number: freshPhone() });
    expect(foreign).to.include({ reason: 'twilio-number-not-yours', field: 'account.number' });
    await twilio().addNumber({ accountSid: keys.accountSid, number: '+14155550901', canText: false });
    expect(await attempt({ ...keys, number: '+14155550901' })).to.include({
      reason: 'twilio-number-no-texts',
    });
    await twilio().change({ accountSid: keys.accountSid, status: 'suspended' });
    expect(await attempt(keys)).to.include({
      reason: 'twilio-account-suspended',
      field: 'account.twilio.accountSid',
    });
    expect(await smsUrlOf(keys)).to.equal('');
    const stored = await adminDb().collectionGroup('accounts').where('kind', '==', 'twilio').get();
    expect(stored.docs.filter((doc) => doc.get('address') === keys.number)).to.deep.equal([]);
  });

  it('in a service that another system listens to is left to it', async () => {
    const keys = await twilio().newAccount();
    const inboundUrl = 'https://crm.example.com/twilio';
    await twilio().addService({ ...keys, name: 'Old CRM', inboundUrl });
    expect(await attempt(keys)).to.include({ reason: 'twilio-service-in-use', allowed: 'Old CRM' });
    expect((await twilio().services(keys.accountSid))[0]).to.include({
      inboundUrl,
      usesNumbersWebhook: false,
    });
  });

  it('in a service that nobody listens to leads here by the number', async () => {
    const keys = await twilio().newAccount();
    await twilio().addService({ ...keys, name: 'Campaign' });
    await connectTwilio(tenant, admin, keys);
    expect((await twilio().services(keys.accountSid))[0]?.usesNumbersWebhook).to.equal(true);
  });

  it('belongs to one organization', async () => {
    const { keys } = await connectTwilio(tenant, admin);
    const other = await seedTenant();
    const stranger = await signIn(await seedPerson(other, { role: 'owner' }));
    const refusal = await refusalOf(connectTwilio(other, stranger, keys));
    expect(refusal).to.include({ reason: 'address-connected', field: 'account.number' });
    expect(await smsUrlOf(keys)).to.include(`/${tenant.orgId}/`);
    await stranger.close();
  });

  it('that is disconnected leads nowhere, and its token opens nothing here any more', async () => {
    const { keys, account } = await connectTwilio(tenant, admin);
    const input = { orgId: tenant.orgId, accountId: account.id };
    expect((await admin.call(disconnectAccountContract, input)).isLeftAtProvider).to.equal(false);
    expect(await smsUrlOf(keys)).to.equal('');
    expect((await tenant.org.collection(`accounts/${account.id}/secrets`).get()).size).to.equal(0);
    const params = { MessageSid: SID, From: freshPhone(), To: keys.number, Body: 'Hello?' };
    const status = await postHook(hookOf(tenant, account.id), params, { authToken: keys.authToken });
    expect(status).to.equal(403);
  });

  it('is wiped all the same when Twilio cannot be told, and says so', async () => {
    const { keys, account } = await connectTwilio(tenant, admin);
    await twilio().change({ accountSid: keys.accountSid, authToken: 'a'.repeat(32) });
    const input = { orgId: tenant.orgId, accountId: account.id };
    expect((await admin.call(disconnectAccountContract, input)).isLeftAtProvider).to.equal(true);
    expect((await readAccount(tenant, account.id)).state).to.equal('disconnected');
    expect((await tenant.org.collection(`accounts/${account.id}/secrets`).get()).size).to.equal(0);
  });

  it('is neither looked at nor connected by an agent', async () => {
    const client = await signIn(await seedPerson(tenant, { role: 'agent' }));
    const { number, ...keys } = await twilio().newAccount();
    const refusals = [
      await refusalOf(client.call(listTwilioNumbersContract, { orgId: tenant.orgId, twilio: keys })),
      await refusalOf(connectTwilio(tenant, client, { ...keys, number })),
    ];
    expect(refusals.map(({ code }) => code)).to.deep.equal(['permission-denied', 'permission-denied']);
    await client.close();
  });
});
