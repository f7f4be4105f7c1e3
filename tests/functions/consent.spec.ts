import type { ContactConsent } from '@leadpulse/model';
import {
  contactConsentSchema,
  contactSchema,
  decideOptOutContract,
  olderConsentHash,
  proveConsentsContract,
  recordOptInContract,
  recordOptOutContract,
} from '@leadpulse/model';
import { expect } from 'chai';
import type { DocumentReference } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { createHash } from 'node:crypto';
import { suppressionId } from '../../functions/src/platform/keyedHash.js';
import type { SignedInClient } from '../../local/worldClient.js';
import { adminDb, postSandboxEvent } from '../../local/worldClient.js';
import { compose, untilState } from './outbox.js';
import { refusalOf } from './refusals.js';
import type { Tenant } from './tenant.js';
import {
  freshId,
  seedContact,
  seedPerson,
  seedTenant,
  signIn,
  silentAddress,
  silentNumber,
} from './tenant.js';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const read = async (contact: DocumentReference) => contactSchema.parse((await contact.get()).data());
const entriesOf = async (contact: DocumentReference) =>
  (await contact.collection('consents').orderBy('at').get()).docs.map((doc) =>
    contactConsentSchema.parse(doc.data()),
  );

describe('the record of consents', function () {
  this.timeout(40_000);
  let tenant: Tenant;
  let agent: SignedInClient;
  let admin: SignedInClient;
  before(async () => {
    tenant = await seedTenant();
    [agent, admin] = await Promise.all([
      signIn(await seedPerson(tenant, { role: 'agent' })),
      signIn(await seedPerson(tenant, { role: 'admin' })),
    ]);
  });
  after(() => Promise.all([agent.close(), admin.close()]));

  const isSuppressed = async (channel: 'sms' | 'email', address: string) =>
    (
      await tenant.org
        .collection('suppressions')
        .doc(suppressionId(tenant.orgId, channel, address))
        .get()
    ).exists;
  const said = async (from: string, body: string) => {
    const event = {
      type: 'message.received',
      id: freshId('sb_'),
      channel: 'sms',
      from,
      to: tenant.sms.address,
      body,
    };
    await postSandboxEvent({ ...event, receivedAt: new Date().toISOString() });
  };
  const asked = (contact: DocumentReference) => ({ orgId: tenant.orgId, contactId: contact.id });

  it('stops every address of a lead who told an agent on the phone, and of whoever shares one', async () => {
    const [phone, email] = [silentNumber(), silentAddress()];
    const contact = await seedContact(tenant, { phones: [phone], emails: [email] });
    const double = await seedContact(tenant, { phones: [phone], emails: [], duplicateOf: contact.id });
    const words = 'Called on Tuesday: no more of anything, please';
    await agent.call(recordOptOutContract, {
      ...asked(contact),
      channels: ['sms', 'email'],
      toldBy: 'call',
      words,
    });
    expect((await read(contact)).optOut).to.deep.equal({ sms: true, email: true });
    expect((await read(double)).optOut).to.deep.equal({ sms: true, email: false });
    expect([await isSuppressed('sms', phone), await isSuppressed('email', email)]).to.deep.equal([
      true,
      true,
    ]);
    const entries = await entriesOf(contact);
    expect(
      entries.map(({ sequence, channel, kind, source }) => [sequence, channel, kind, source]),
    ).to.have.deep.members([
      [1, 'sms', 'revoke', 'call'],
      [2, 'email', 'revoke', 'call'],
    ]);
    expect(entries.map((entry) => [entry.words, entry.by])).to.deep.equal([
      [words, agent.uid],
      [words, agent.uid],
    ]);
    await untilState(await compose(tenant.sms, double), 'blocked');
    const proof = await agent.call(proveConsentsContract, asked(contact));
    expect(proof).to.include({ isIntact: true, orgName: 'Harbor Realty', withoutHash: 0 });
    expect(proof.entries.map(({ by }) => by)).to.deep.equal(['Test Person', 'Test Person']);
  });

  it('lets START lift on its channel only what a call had stopped on both', async () => {
    const phone = silentNumber();
    const contact = await seedContact(tenant, { phones: [phone] });
    await agent.call(recordOptOutContract, {
      ...asked(contact),
      channels: ['sms', 'email'],
      toldBy: 'in-person',
      words: 'At the open house',
    });
    await said(phone, 'START');
    expect((await read(contact)).optOut).to.deep.equal({ sms: false, email: true });
  });

  it('takes a consent from an admin with its evidence, and from nobody below', async () => {
    const phone = silentNumber();
    const contact = await seedContact(tenant, { phones: [phone] });
    await said(phone, 'STOP');
    const input = {
      ...asked(contact),
      channels: ['sms' as const],
      toldBy: 'form' as const,
      words: 'Signed the visitor form of 3 May, scanned in the office folder',
    };
    expect(await refusalOf(agent.call(recordOptInContract, input))).to.include({
      reason: 'role-does-not-allow',
    });
    await admin.call(recordOptInContract, input);
    expect((await read(contact)).optOut.sms).to.be.false;
    expect(await isSuppressed('sms', phone)).to.be.false;
    const log = await tenant.org.collection('auditLog').where('target', '==', contact.id).get();
    expect(log.docs.map((doc) => doc.get('action') as string)).to.deep.equal(['contact.optIn']);
    expect(JSON.stringify(log.docs.map((doc) => doc.data()))).not.to.include('visitor form');
  });

  it('holds the decision of a member with who and when: kept, or an opt-out', async () => {
    for (const isOptOut of [false, true]) {
      const phone = silentNumber();
      const contact = await seedContact(tenant, { phones: [phone] });
      await said(phone, 'not interested');
      const open = (await read(contact)).optOutQuestion?.sms;
      const decision = {
        ...asked(contact),
        channel: 'sms' as const,
        messageId: open?.messageId ?? '',
        isOptOut,
      };
      await agent.call(decideOptOutContract, decision);
      const after = await read(contact);
      expect(after.optOutQuestion?.sms).to.be.undefined;
      expect([after.optOut.sms, await isSuppressed('sms', phone)]).to.deep.equal([isOptOut, isOptOut]);
      const last = (await entriesOf(contact)).at(-1);
      expect(last).to.include({
        kind: isOptOut ? 'revoke' : 'keep',
        basis: 'decision',
        by: agent.uid,
        words: 'not interested',
      });
      await untilState(
        await compose(tenant.sms, contact),
        ...(isOptOut ? (['blocked'] as const) : (['sent', 'delivered'] as const)),
      );
      expect(await refusalOf(agent.call(decideOptOutContract, decision))).to.include({
        reason: 'opt-out-decided',
      });
    }
  });

  it('is nobody’s to write or to read who does not see the lead', async () => {
    const contact = await seedContact(tenant, { assigneeUid: 'somebody' });
    const [viewer, narrow, stranger] = await Promise.all([
      signIn(await seedPerson(tenant, { role: 'viewer' })),
      signIn(await seedPerson(tenant, { role: 'agent', sees: 'assigned' })),
      signIn(await seedPerson(await seedTenant(), { role: 'owner' })),
    ]);
    const optOut = {
      ...asked(contact),
      channels: ['sms' as const],
      toldBy: 'call' as const,
      words: 'On the phone',
    };
    const decision = { ...asked(contact), channel: 'sms' as const, messageId: 'm', isOptOut: true };
    for (const [who, reason, readReason] of [
      [viewer, 'role-does-not-allow', null],
      [narrow, 'contact-not-visible', 'contact-not-visible'],
      [stranger, 'not-a-member', 'not-a-member'],
    ] as const) {
      expect(await refusalOf(who.call(recordOptOutContract, optOut))).to.include({ reason });
      expect(await refusalOf(who.call(decideOptOutContract, decision))).to.include({ reason });
      const proof = who.call(proveConsentsContract, asked(contact));
      if (readReason === null) expect((await proof).isIntact).to.be.true;
      else expect(await refusalOf(proof)).to.include({ reason: readReason });
    }
    expect(await entriesOf(contact)).to.deep.equal([]);
    await Promise.all([viewer.close(), narrow.close(), stranger.close()]);
  });

  it('goes on from entries of before they had hashes, and shows a change of one', async () => {
    const phone = silentNumber();
    const contact = await seedContact(tenant, { phones: [phone] });
    const older: ContactConsent = {
      ...{ channel: 'sms', kind: 'grant', basis: 'message', evidence: 'in_old', source: 'inbound' },
      at: Timestamp.fromMillis(Date.now() - 86_400_000),
      previousHash: null,
    };
    await contact.collection('consents').doc('in_old').set(older);
    await said(phone, 'STOP');
    const [, first] = await entriesOf(contact);
    expect(first).to.include({ sequence: 2, previousHash: olderConsentHash(older, digest) });
    expect(await agent.call(proveConsentsContract, asked(contact))).to.include({
      isIntact: true,
      withoutHash: 1,
    });
    await adminDb().doc(`${contact.path}/consents/in_old`).update({ kind: 'revoke' });
    expect(await agent.call(proveConsentsContract, asked(contact))).to.include({
      isIntact: false,
      brokenAt: 2,
    });
  });
});
