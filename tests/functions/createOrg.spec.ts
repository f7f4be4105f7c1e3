import type { SignedInClient } from '../../local/worldClient.js';
import { adminDb, worldPorts } from '../../local/worldClient.js';
import { HOST, PROJECT_ID, REGION } from '../../local/ports.js';
import { createOrgContract, orgSchema, memberSchema, userSchema } from '@leadpulse/model';
import { POLICY_VERSION } from '@leadpulse/policy';
import { expect } from 'chai';
import type { Person } from './tenant.js';
import { seedPerson, signIn } from './tenant.js';
import { refusalOf } from './refusals.js';

const INPUT = {
  orgName: 'Harbor Realty',
  displayName: 'Ada Owner',
  timeZone: 'America/New_York',
  defaultCountry: 'US',
  acceptedPolicyVersion: POLICY_VERSION,
  promotionalEmails: false,
};

describe('createOrg [P1]', function () {
  this.timeout(30_000);
  let person: Person;
  let client: SignedInClient;

  before(async () => {
    person = await seedPerson();
    client = await signIn(person);
  });
  after(() => client.close());

  it('makes the organization with its trial, the owner, their page, the consents and the audit entry', async () => {
    const { orgId } = await client.call(createOrgContract, INPUT);
    const org = adminDb().doc(`orgs/${orgId}`);
    const { access, ...rest } = orgSchema.parse((await org.get()).data());
    expect(rest).to.include({ name: 'Harbor Realty', timeZone: 'America/New_York', defaultCountry: 'US' });
    expect(access).to.include({ status: 'trialing', planId: null });
    const days = ((access.trialEndsAt?.toMillis() ?? 0) - Date.now()) / 86_400_000;
    expect(days).to.be.within(13.9, 14);
    const member = memberSchema.parse((await org.collection('members').doc(person.uid).get()).data());
    expect(member).to.include({ role: 'owner', sees: 'everything', displayName: 'Ada Owner' });
    const page = adminDb().doc(`users/${person.uid}`);
    const user = userSchema.parse((await page.get()).data());
    expect(user.orgs[orgId]).to.deep.equal({
      name: 'Harbor Realty',
      role: 'owner',
      sees: 'everything',
      timeZone: 'America/New_York',
    });
    expect(user.acceptedPolicy.version).to.equal(POLICY_VERSION);
    expect(user.preferences).to.include({ productEmails: false, promotionalEmails: false });
    const consents = (await page.collection('consents').get()).docs.map((doc) => doc.data());
    expect(consents.map(({ what, given }) => [what, given] as const)).to.have.deep.members([
      ['privacy-policy', true],
      ['product-emails', false],
      ['promotional-emails', false],
    ]);
    const audit = await org.collection('auditLog').get();
    expect(audit.docs.map((doc) => doc.get('action') as string)).to.deep.equal(['org.create']);
  });

  it('gives a new organization a practice number and a practice mailbox', async () => {
    const { orgId } = await client.call(createOrgContract, { ...INPUT, orgName: 'Practice & Söhne' });
    const accounts = await adminDb().collection(`orgs/${orgId}/accounts`).get();
    const byChannel = new Map(
      accounts.docs.map((doc) => [doc.get('channel') as string, doc.get('address') as string]),
    );
    expect(byChannel.get('sms')).to.match(/^\+1500\d{7}$/);
    expect(byChannel.get('email')).to.match(/^practice-sohne-[a-z0-9]{4}@practice\.leadpulse\.test$/);
  });

  it('makes one organization when it runs twice at once', async () => {
    const input = { ...INPUT, orgName: 'Twice Realty' };
    const made = await Promise.all([1, 2].map(() => client.call(createOrgContract, input)));
    const again = await client.call(createOrgContract, { ...input, orgName: '  twice realty ' });
    expect(new Set([...made, again].map(({ orgId }) => orgId)).size).to.equal(1);
    const org = adminDb().doc(`orgs/${again.orgId}`);
    expect((await org.collection('auditLog').count().get()).data().count).to.equal(1);
    expect((await org.collection('accounts').count().get()).data().count).to.equal(2);
  });

  it('makes another one under a name whose organization the founder left or deleted', async () => {
    const input = { ...INPUT, orgName: 'Again Realty' };
    const first = await client.call(createOrgContract, input);
    const uid = (await adminDb().collection(`orgs/${first.orgId}/members`).get()).docs[0]?.id ?? '';
    await adminDb().doc(`orgs/${first.orgId}/members/${uid}`).delete();
    const second = await client.call(createOrgContract, input);
    expect(second.orgId).not.to.equal(first.orgId);
    await adminDb().doc(`orgs/${second.orgId}/members/${uid}`).update({ isClosed: true });
    const third = await client.call(createOrgContract, input);
    expect([first.orgId, second.orgId]).not.to.include(third.orgId);
    expect(await client.call(createOrgContract, input)).to.deep.equal(third);
  });

  const faults: [string, Record<string, unknown>, string][] = [
    ['an empty name', { orgName: '  ' }, 'orgName'],
    ['a name that is too long', { orgName: 'x'.repeat(81) }, 'orgName'],
    ['an unknown time zone', { timeZone: 'Mars/Olympus' }, 'timeZone'],
    ['a country that is none', { defaultCountry: 'XX' }, 'defaultCountry'],
    ['a country in words', { defaultCountry: 'USA' }, 'defaultCountry'],
    ['an old policy version', { acceptedPolicyVersion: '2020-01-01' }, 'acceptedPolicyVersion'],
    ['news as a word', { promotionalEmails: 'yes' }, 'promotionalEmails'],
    ['a field that it does not know', { role: 'owner' }, 'role'],
  ];
  for (const [what, fields, field] of faults) {
    it(`names ${field} as the field at fault for ${what}`, async () => {
      const input = { ...INPUT, ...fields };
      const refusal = await refusalOf(client.call(createOrgContract, input));
      expect(refusal.field).to.equal(field);
      expect(refusal.allowed).to.be.a('string').that.is.not.empty;
    });
  }

  it('refuses a visitor who has not signed in', async () => {
    const url = `http://${HOST}:${worldPorts().functions}/${PROJECT_ID}/${REGION}/createOrg`;
    const body = JSON.stringify({ data: INPUT });
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(answer.status).to.equal(401);
  });
});
