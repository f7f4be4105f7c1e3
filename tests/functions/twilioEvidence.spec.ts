import { expect } from 'chai';
import { Timestamp } from 'firebase-admin/firestore';
import type { DocumentReference } from 'firebase-admin/firestore';
import { HOST } from '../../local/ports.js';
import type { SignedInClient } from '../../local/worldClient.js';
import { fireSchedule, worldPorts } from '../../local/worldClient.js';
import { plant, untilState } from './outbox.js';
import type { Tenant } from './tenant.js';
import { seedContact, seedPerson, seedTenant, signIn } from './tenant.js';
import type { Connected } from './twilio.js';
import { connectTwilio, freshPhone, twilio } from './twilio.js';

const BODY = 'Does Tuesday at ten suit you?';

/** Callbacks are lost in all of these: what Twilio lists is the only evidence. */
describe('a text of which a crash left open whether Twilio has it', function () {
  this.timeout(60_000);
  let tenant: Tenant;
  let admin: SignedInClient;
  let connected: Connected;
  before(async () => {
    tenant = await seedTenant();
    admin = await signIn(await seedPerson(tenant, { role: 'admin' }));
    connected = await connectTwilio(tenant, admin);
    await twilio().change({ accountSid: connected.keys.accountSid, callbacks: 'lost' });
  });
  after(() => admin.close());

  const leadAt = (phone: string) => seedContact(tenant, { phones: [phone], lastInboundAt: Timestamp.now() });
  const leftOpen = (contact: DocumentReference) =>
    plant(connected.account, contact, {
      state: 'sending',
      attempts: 1,
      leaseUntil: Timestamp.fromMillis(Date.now() - 1000),
    });

  /** What a sender hands over right before it dies. */
  const handOver = async (phone: string): Promise<string> => {
    const { accountSid, authToken, number } = connected.keys;
    const url = `http://${HOST}:${worldPorts().twilio}/2010-04-01/Accounts/${accountSid}/Messages.json`;
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
      body: new URLSearchParams({ To: phone, From: number, Body: BODY }),
    });
    return ((await response.json()) as { sid: string }).sid;
  };

  it('is sent if Twilio lists it', async () => {
    const phone = freshPhone();
    const message = await leftOpen(await leadAt(phone));
    const sid = await handOver(phone);
    await fireSchedule('sweepMessages');
    expect((await untilState(message, 'sent')).providerId).to.equal(sid);
    expect(await twilio().messages(phone)).to.have.length(1);
  });

  it('goes out, once, if Twilio does not', async () => {
    const phone = freshPhone();
    const message = await leftOpen(await leadAt(phone));
    await Promise.all([fireSchedule('sweepMessages'), fireSchedule('sweepMessages')]);
    await untilState(message, 'sent');
    expect(await twilio().messages(phone)).to.have.length(1);
  });

  it('is uncertain if another one with the same words is open as well, and neither is sent again', async () => {
    const phone = freshPhone();
    const contact = await leadAt(phone);
    const messages = [await leftOpen(contact), await leftOpen(contact)];
    await handOver(phone);
    await fireSchedule('sweepMessages');
    await Promise.all(messages.map((message) => untilState(message, 'uncertain')));
    expect(await twilio().messages(phone)).to.have.length(1);
  });

  it('is not taken for another one of ours with the same words', async () => {
    const phone = freshPhone();
    const contact = await leadAt(phone);
    const sid = await handOver(phone);
    await plant(connected.account, contact, { state: 'sent', providerId: sid });
    const message = await leftOpen(contact);
    await fireSchedule('sweepMessages');
    await untilState(message, 'sent');
    expect(await twilio().messages(phone)).to.have.length(2);
  });
});
