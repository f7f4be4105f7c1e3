import { retryMessageContract } from '@leadpulse/model';
import { expect } from 'chai';
import type { DocumentReference } from 'firebase-admin/firestore';
import { sandbox } from '../../local/worldClient.js';
import type { SignedInClient } from '../../local/worldClient.js';
import { clientRefOf, compose, plant, untilState } from './outbox.js';
import { refusalOf } from './refusals.js';
import type { Tenant, TestAccount } from './tenant.js';
import {
  seedAccount,
  seedContact,
  seedPerson,
  seedTenant,
  signIn,
  silentAddress,
  silentNumber,
} from './tenant.js';

describe('sending once more', function () {
  this.timeout(40_000);
  let tenant: Tenant;
  let agent: SignedInClient;
  let mute: TestAccount; // a kind of account that nobody can ask
  before(async () => {
    tenant = await seedTenant();
    agent = await signIn(await seedPerson(tenant, { role: 'agent' }));
    mute = await seedAccount(tenant.orgId, { kind: 'gmail', channel: 'email', address: silentAddress() });
  });
  after(() => agent.close());

  const retry = (message: DocumentReference, evenIfUncertain = false, client = agent) => {
    const [, orgId = '', , contactId = '', , messageId = ''] = message.path.split('/');
    return client.call(retryMessageContract, { orgId, contactId, messageId, evenIfUncertain });
  };

  it('sends a blocked message when what blocked it is gone', async () => {
    const contact = await seedContact(tenant, { optOut: { sms: true, email: false } });
    const message = await compose(tenant.sms, contact);
    await untilState(message, 'blocked');
    await contact.update({ 'optOut.sms': false });
    await retry(message);
    const data = await untilState(message, 'sent', 'delivered');
    expect(data.attempts).to.equal(1);
  });

  it('hands a message that bounced to the provider anew', async () => {
    const contact = await seedContact(tenant, { phones: [silentNumber().replace(/05$/, '04')] });
    const message = await compose(tenant.sms, contact);
    const before = await untilState(message, 'failed');
    await retry(message);
    await untilState(message, 'sent', 'failed');
    const accepted = await sandbox().accepted(clientRefOf(message));
    expect(accepted).to.have.length(2);
    const data = await untilState(message, 'failed');
    expect(data.providerId).to.equal(accepted[1]?.id);
    expect(data.previousProviderId).to.equal(before.providerId);
  });

  it('only notes an uncertain message as sent if the provider has it', async () => {
    const contact = await seedContact(tenant);
    const message = await compose(tenant.sms, contact);
    const providerId = (await untilState(message, 'delivered')).providerId as string;
    await message.update({ state: 'uncertain' });
    await retry(message, true);
    expect((await message.get()).data()).to.include({ state: 'sent', providerId });
    const accepted = await sandbox().accepted(clientRefOf(message));
    expect(accepted.map(({ posts }) => posts)).to.deep.equal([1]);
  });

  it('sends an uncertain message that the provider surely does not have', async () => {
    const message = await plant(tenant.sms, await seedContact(tenant), { state: 'uncertain', attempts: 1 });
    await retry(message);
    await untilState(message, 'sent', 'delivered');
  });

  it('needs to be told that an uncertain message may arrive twice', async () => {
    const message = await plant(mute, await seedContact(tenant), { state: 'uncertain', attempts: 1 });
    const refusal = await refusalOf(retry(message));
    expect(refusal).to.include({ reason: 'may-arrive-twice', field: 'evenIfUncertain' });
    expect((await message.get()).get('state')).to.equal('uncertain');
    await retry(message, true);
    await untilState(message, 'failed'); // the account cannot send yet; but it was tried
  });

  for (const state of ['sent', 'delivered', 'canceled', 'sending'] as const) {
    it(`refuses a message that is ${state}`, async () => {
      const message = await plant(tenant.sms, await seedContact(tenant), { state });
      const refusal = await refusalOf(retry(message, true));
      expect(refusal).to.include({ code: 'failed-precondition', reason: 'message-not-retryable' });
    });
  }

  it('refuses a viewer, and an agent who does not see the contact', async () => {
    const message = await plant(tenant.sms, await seedContact(tenant), { state: 'failed' });
    const viewer = await signIn(await seedPerson(tenant, { role: 'viewer' }));
    const blinkered = await signIn(await seedPerson(tenant, { role: 'agent', sees: 'assigned' }));
    const refusals = [
      await refusalOf(retry(message, false, viewer)),
      await refusalOf(retry(message, false, blinkered)),
    ];
    expect(refusals.map(({ code }) => code)).to.deep.equal(['permission-denied', 'permission-denied']);
    await Promise.all([viewer.close(), blinkered.close()]);
  });
});
