import type { saveContactContract as Contract } from '@leadpulse/model';
import { contactSchema, decideOptOutContract, saveContactContract } from '@leadpulse/model';
import { expect } from 'chai';
import { Timestamp } from 'firebase-admin/firestore';
import { randomInt } from 'node:crypto';
import type { z } from 'zod';
import { suppressionId } from '../../functions/src/platform/keyedHash.js';
import type { SignedInClient } from '../../local/worldClient.js';
import { adminDb } from '../../local/worldClient.js';
import { compose, tenantContact, untilState } from './outbox.js';
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

type Fields = z.input<typeof Contract.input>['fields'];

const FIELDS: Fields = {
  name: 'Jane Doe',
  company: '',
  emails: [],
  phones: [],
  tags: [],
  stage: 'new',
  assigneeUid: null,
};

describe('saveContact', function () {
  this.timeout(60_000);
  let tenant: Tenant;
  let agent: SignedInClient;

  before(async () => {
    tenant = await seedTenant();
    agent = await signIn(await seedPerson(tenant, { role: 'agent' }));
  });
  after(() => agent.close());

  const save = (fields: Partial<Fields>, contactId: string | null = null, client = agent) =>
    client.call(saveContactContract, {
      orgId: tenant.orgId,
      contactId,
      requestId: freshId('r'),
      fields: { ...FIELDS, ...fields },
    });
  const read = async (contactId: string) =>
    contactSchema.parse((await tenantContact(tenant, contactId).get()).data());
  const holders = async (contactId: string) => {
    const handles = await tenant.org.collection('handles').where('contactId', '==', contactId).get();
    return handles.docs.map((doc) => doc.get('channel') as string).sort();
  };

  it('stores numbers as E.164, addresses in lower case, and what the contact is found by', async () => {
    const line = randomInt(2000, 9999);
    const email = `Jane.${freshId('')}@Example.COM`;
    const saved = await save({ emails: [email], phones: [`(415) 555-${line}`], tags: ['VIP', 'vip'] });
    const contact = await read(saved.contactId);
    expect(contact.phones).to.deep.equal([`+1415555${line}`]);
    expect(contact.emails).to.deep.equal([email.toLowerCase()]);
    expect(contact.tags).to.deep.equal(['VIP']);
    expect(contact.search).to.include.members(['jane', 'doe', `415555${line}`]);
    expect(contact.nameKey).to.equal('jane doe');
    expect(await holders(saved.contactId)).to.deep.equal(['email', 'sms']);
    expect(saved.duplicateOf).to.be.null;
  });

  it('makes one contact of the same request twice', async () => {
    const input = { orgId: tenant.orgId, contactId: null, requestId: freshId('r'), fields: FIELDS };
    const saved = await Promise.all([1, 2].map(() => agent.call(saveContactContract, input)));
    expect(saved[0]?.contactId).to.equal(saved[1]?.contactId);
  });

  it('flags a number that another contact holds and keeps it', async () => {
    const phone = silentNumber();
    const first = await save({ phones: [phone] });
    const second = await save({ name: 'Jane D.', phones: [phone] });
    expect(second.duplicateOf).to.equal(first.contactId);
    expect((await read(second.contactId)).phones).to.deep.equal([phone]);
    expect(await holders(second.contactId)).to.be.empty;
  });

  it('gives a number that many claim at once to one of them and flags the others', async () => {
    const phone = silentNumber();
    const saved = await Promise.all([1, 2, 3].map((n) => save({ name: `Claim ${n}`, phones: [phone] })));
    const owners = saved.filter(({ duplicateOf }) => duplicateOf === null);
    expect(owners).to.have.length(1);
    const others = saved.filter(({ duplicateOf }) => duplicateOf === owners[0]?.contactId);
    expect(others).to.have.length(2);
  });

  it('hands an address that was given up to another contact that has it', async () => {
    const phone = silentNumber();
    const first = await save({ phones: [phone] });
    const second = await save({ name: 'Heir', phones: [phone] });
    await save({ phones: [] }, first.contactId);
    expect(await holders(first.contactId)).to.be.empty;
    expect(await holders(second.contactId)).to.deep.equal(['sms']);
  });

  it('marks a contact as opted out whose address is suppressed, and takes no opt-out back by an edit', async () => {
    const email = silentAddress();
    const id = suppressionId(tenant.orgId, 'email', email);
    await adminDb().doc(`orgs/${tenant.orgId}/suppressions/${id}`).set({ channel: 'email' });
    const { contactId } = await save({ emails: [email] });
    expect((await read(contactId)).optOut).to.deep.equal({ sms: false, email: true });
    await save({ emails: [silentAddress()] }, contactId);
    expect((await read(contactId)).optOut.email).to.be.true;
  });

  it('asks of a contact what is in question at its number, and sends nothing meanwhile', async () => {
    const phone = silentNumber();
    const first = await save({ phones: [phone] });
    const asked = { messageId: 'in_1', address: phone, words: 'not interested', at: Timestamp.now() };
    await tenantContact(tenant, first.contactId).update({ optOutQuestion: { sms: asked } });
    const second = await save({ name: 'Again', phones: [phone, silentNumber()] });
    expect((await read(second.contactId)).optOutQuestion).to.deep.equal({ sms: asked });
    const message = await compose(tenant.sms, tenantContact(tenant, second.contactId), { to: phone });
    const blocked = await untilState(message, 'blocked');
    expect(blocked).to.have.nested.property('decision.reasons[0].code', 'opt-out-unclear');
    const narrow = await signIn(await seedPerson(tenant, { role: 'agent', sees: 'assigned' }));
    const unseen = await save({ name: 'Unseen', phones: [phone] }, null, narrow);
    expect((await read(unseen.contactId)).optOutQuestion?.sms?.words).to.equal('…');
    await narrow.close();
    const decision = { orgId: tenant.orgId, channel: 'sms', messageId: 'in_1', isOptOut: false } as const;
    await agent.call(decideOptOutContract, { ...decision, contactId: second.contactId });
    for (const { contactId } of [first, second, unseen]) {
      expect((await read(contactId)).optOutQuestion).to.deep.equal({});
    }
    const other = await save({ name: 'Other', phones: [silentNumber()] });
    expect(await read(other.contactId)).not.to.have.property('optOutQuestion');
  });

  const faults: [string, Partial<Fields>, string][] = [
    ['a number that is none', { phones: ['12'] }, 'phones[0]'],
    ['the second address', { emails: ['a@example.com', 'nobody'] }, 'emails[1]'],
    ['no name and no address', { name: '' }, 'name'],
    ['an assignee from elsewhere', { assigneeUid: 'somebodyElse' }, 'fields.assigneeUid'],
    ['an unknown stage', { stage: 'maybe' as Fields['stage'] }, 'fields.stage'],
    ['too many tags', { tags: Array.from({ length: 21 }, (_, n) => `tag ${n}`) }, 'fields.tags'],
  ];
  for (const [what, fields, field] of faults) {
    it(`names ${field} as the field at fault for ${what}`, async () => {
      expect(await refusalOf(save(fields))).to.include({ code: 'invalid-argument', field });
    });
  }

  it('refuses an id that would lead out of the organization', async () => {
    const refusal = await refusalOf(save({}, 'c/messages/m'));
    expect(refusal).to.include({ code: 'invalid-argument', field: 'contactId' });
  });

  it('does not find a contact that is not there', async () => {
    expect(await refusalOf(save({}, 'cNobody'))).to.include({ code: 'not-found', field: 'contactId' });
  });

  it('refuses a viewer', async () => {
    const viewer = await signIn(await seedPerson(tenant, { role: 'viewer' }));
    const refusal = await refusalOf(save({}, null, viewer));
    expect(refusal).to.include({ code: 'permission-denied', reason: 'role-does-not-allow' });
    await viewer.close();
  });

  it('lets an agent who sees only assigned leads edit those, and keep the ones they make', async () => {
    const person = await seedPerson(tenant, { role: 'agent', sees: 'assigned' });
    const client = await signIn(person);
    const own = await save({ name: 'Mine' }, null, client);
    expect((await read(own.contactId)).assigneeUid).to.equal(person.uid);
    await save({ name: 'Still mine', assigneeUid: person.uid }, own.contactId, client);
    const other = await seedContact(tenant);
    const refusal = await refusalOf(save({ name: 'Not mine' }, other.id, client));
    expect(refusal).to.include({ code: 'permission-denied', reason: 'contact-not-visible' });
    await client.close();
  });
});
