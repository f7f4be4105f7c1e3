import type { Role } from '@leadpulse/model';
import { acceptInviteContract, memberSchema, userSchema } from '@leadpulse/model';
import { POLICY_VERSION } from '@leadpulse/policy';
import { expect } from 'chai';
import { doc, getDoc } from 'firebase/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { HOST, PROJECT_ID, REGION } from '../../local/ports.js';
import { adminAuth, adminDb, worldPorts } from '../../local/worldClient.js';
import type { Way } from './invitation.js';
import { accept, freshAddress, NEWCOMER, personAt, seedInvite, sha256 } from './invitation.js';
import { refusalOf } from './refusals.js';
import type { Tenant } from './tenant.js';
import { freshId, seedPerson, seedTenant, signIn } from './tenant.js';

describe('acceptInvite', function () {
  this.timeout(40_000);
  let tenant: Tenant;
  before(async () => {
    tenant = await seedTenant();
  });

  const seatOf = (uid: string) => tenant.org.collection('members').doc(uid).get();
  const stateOf = async ({ inviteId }: Way) =>
    (await tenant.org.collection('invites').doc(inviteId).get()).get('state') as string;
  const joinsOf = async (uid: string) =>
    (await tenant.org.collection('auditLog').where('target', '==', uid).get()).docs;

  it('gives a new person their seat, their page, the consents and the audit entry', async () => {
    const email = freshAddress();
    const way = await seedInvite(tenant, { email, role: 'viewer', sees: 'assigned' });
    const person = await personAt(email);
    expect(await accept(person, way)).to.deep.equal({ orgId: tenant.orgId });
    const seat = memberSchema.parse((await seatOf(person.uid)).data());
    expect(seat).to.include({ role: 'viewer', sees: 'assigned', displayName: 'Noa Newcomer', email });
    const page = adminDb().doc(`users/${person.uid}`);
    const user = userSchema.parse((await page.get()).data());
    expect(user).to.deep.include({
      displayName: 'Noa Newcomer',
      email,
      orgs: {
        [tenant.orgId]: {
          ...{ name: 'Harbor Realty', role: 'viewer', sees: 'assigned', timeZone: 'America/New_York' },
        },
      },
    });
    expect(user.acceptedPolicy.version).to.equal(POLICY_VERSION);
    const consents = (await page.collection('consents').get()).docs.map((entry) => entry.data());
    expect(consents.map(({ what, given }) => [what, given] as const)).to.have.deep.members([
      ['privacy-policy', true],
      ['product-emails', false],
      ['promotional-emails', false],
    ]);
    const [entry] = await joinsOf(person.uid);
    expect(entry?.data()).to.deep.include({
      ...{ actor: person.uid, action: 'member.join', before: null },
      after: { role: 'viewer', sees: 'assigned', inviteId: way.inviteId },
    });
    expect(JSON.stringify(entry?.data())).to.not.include('people.example');
    expect(await stateOf(way)).to.equal('accepted');
  });

  it('adds the seat to the page of a person who has one, and changes nothing else of it', async () => {
    const email = freshAddress();
    const person = await personAt(email);
    const first = await seedTenant();
    await accept(person, await seedInvite(first, { email }));
    const page = adminDb().doc(`users/${person.uid}`);
    const before = userSchema.parse((await page.get()).data());
    await accept(person, await seedInvite(tenant, { email }), { ...NEWCOMER, displayName: 'Other' });
    const { orgs, ...rest } = userSchema.parse((await page.get()).data());
    expect(Object.keys(orgs)).to.have.members([first.orgId, tenant.orgId]);
    expect({ ...rest, orgs: before.orgs }).to.deep.equal(before);
    expect((await seatOf(person.uid)).get('displayName')).to.equal('Noa Newcomer');
  });

  it('gives the same person the same answer when they accept again, at once or later', async () => {
    const email = freshAddress();
    const way = await seedInvite(tenant, { email });
    const person = await personAt(email);
    const client = await signIn(person);
    const once = () => client.call(acceptInviteContract, { ...way, newcomer: NEWCOMER });
    const answers = [...(await Promise.all([once(), once(), once()])), await once()];
    expect(new Set(answers.map(({ orgId }) => orgId))).to.deep.equal(new Set([tenant.orgId]));
    expect(await joinsOf(person.uid)).to.have.length(1);
    await client.close();
  });

  it('lets nobody back in with the link they used before', async () => {
    const email = freshAddress();
    const way = await seedInvite(tenant, { email });
    const person = await personAt(email);
    await accept(person, way);
    await (await seatOf(person.uid)).ref.delete();
    const refusal = await refusalOf(accept(person, way));
    expect(refusal).to.include({ code: 'failed-precondition', reason: 'invite-used' });
    expect((await seatOf(person.uid)).exists).to.be.false;
  });

  it('shows nothing of the organization before it has been accepted', async () => {
    const email = freshAddress();
    const way = await seedInvite(tenant, { email });
    const client = await signIn(await personAt(email));
    for (const path of ['', `/invites/${way.inviteId}`, `/members/${client.uid}`]) {
      const refusal = await refusalOf(getDoc(doc(client.db, `orgs/${tenant.orgId}${path}`)));
      expect(refusal.code, path).to.equal('permission-denied');
    }
    await client.close();
  });

  describe('without the right token', () => {
    it('tells of no invite, open, ended, used or revoked, and not even of the organization', async () => {
      const email = freshAddress();
      const open = await seedInvite(tenant, { email });
      const past = Timestamp.fromMillis(Date.now() - 1);
      const other = await seedInvite(await seedTenant(), { email });
      const { inviteId, token } = open;
      const guesses: Way[] = [
        { ...open, token: token.slice(0, -1) },
        { ...open, token: `${token}=` },
        { ...open, token: ` ${token}` },
        { ...open, token: token.toLowerCase() },
        { ...open, token: sha256(token) },
        { ...open, token: '0'.repeat(64) },
        { ...open, token: other.token },
        { ...other, token },
        { ...open, inviteId: freshId('i') },
        { ...open, orgId: freshId('o') },
        { ...other, inviteId },
        { ...(await seedInvite(tenant, { email, state: 'revoked' })), token: 'x' },
        { ...(await seedInvite(tenant, { email, state: 'accepted', acceptedBy: 'x' })), token: 'x' },
        { ...(await seedInvite(tenant, { email, expiresAt: past })), token: 'x' },
        { ...(await seedInvite(tenant, { email: freshAddress() })), token: 'x' },
      ];
      const person = await personAt(email);
      const client = await signIn(person);
      const refusals = [];
      for (const guess of guesses) {
        refusals.push(await refusalOf(client.call(acceptInviteContract, { ...guess, newcomer: null })));
      }
      const told = new Set(refusals.map((refusal) => JSON.stringify(refusal)));
      expect([...told]).to.deep.equal([JSON.stringify({ reason: 'invite-not-found', code: 'not-found' })]);
      expect(await accept(person, open), 'the invite survives the guessing').to.include({
        orgId: tenant.orgId,
      });
      await client.close();
    });

    it('is what the right token is, too, while its organization is deleted', async () => {
      const email = freshAddress();
      const deletion = {
        requestedBy: 'x',
        at: Timestamp.now(),
        purgeAt: Timestamp.fromMillis(Date.now() + 1e8),
      };
      const way = await seedInvite(await seedTenant({ deletion }), { email });
      const refusal = await refusalOf(accept(await personAt(email), way));
      expect(refusal).to.deep.equal({ code: 'not-found', reason: 'invite-not-found' });
    });
  });

  const past = () => Timestamp.fromMillis(Date.now() - 1);
  const refused: [string, () => Parameters<typeof seedInvite>[1], string, string][] = [
    [
      'has expired',
      () => ({ email: freshAddress(), expiresAt: past() }),
      'failed-precondition',
      'invite-expired',
    ],
    [
      'was revoked',
      () => ({ email: freshAddress(), state: 'revoked' }),
      'failed-precondition',
      'invite-revoked',
    ],
    [
      'was used by somebody else',
      () => ({ email: freshAddress(), state: 'accepted', acceptedBy: 'x' }),
      'failed-precondition',
      'invite-used',
    ],
    [
      'was sent by somebody who has no seat any more',
      () => ({ email: freshAddress(), invitedBy: freshId('gone') }),
      'failed-precondition',
      'invite-revoked',
    ],
  ];
  for (const [what, fields, code, reason] of refused) {
    it(`gives no seat for an invite that ${what}`, async () => {
      const invite = fields();
      const way = await seedInvite(tenant, invite);
      const person = await personAt(invite.email);
      expect(await refusalOf(accept(person, way))).to.include({ code, reason });
      expect((await seatOf(person.uid)).exists).to.be.false;
      expect((await adminDb().doc(`users/${person.uid}`).get()).exists).to.be.false;
    });
  }

  it('gives no seat for an invite of an admin who was made an agent since', async () => {
    const email = freshAddress();
    const inviter = await seedPerson(tenant, { role: 'admin' });
    const way = await seedInvite(tenant, {
      email,
      role: 'admin',
      sees: 'everything',
      invitedBy: inviter.uid,
    });
    await tenant.org.collection('members').doc(inviter.uid).update({ role: 'agent' });
    expect(await refusalOf(accept(await personAt(email), way))).to.include({ reason: 'invite-revoked' });
  });

  it('gives no seat to another address, nor to one that was the right one when its token was made', async () => {
    const email = freshAddress();
    const way = await seedInvite(tenant, { email });
    const other = await seedPerson();
    const refusal = await refusalOf(accept(other, way));
    expect(refusal).to.deep.equal({ code: 'permission-denied', reason: 'invite-other-address' });
    const person = await personAt(email);
    const client = await signIn(person);
    await adminAuth().updateUser(person.uid, { email: freshAddress() });
    const late = await refusalOf(client.call(acceptInviteContract, { ...way, newcomer: NEWCOMER }));
    expect(late).to.include({ reason: 'invite-other-address' });
    expect(await stateOf(way)).to.equal('open');
    await client.close();
  });

  it('waits until the address is proven, and then takes it without a new sign-in', async () => {
    const email = freshAddress();
    const way = await seedInvite(tenant, { email });
    const person = await personAt(email, { isVerified: false });
    const client = await signIn(person);
    const call = () => client.call(acceptInviteContract, { ...way, newcomer: NEWCOMER });
    expect(await refusalOf(call())).to.include({ code: 'failed-precondition', reason: 'email-not-verified' });
    expect((await seatOf(person.uid)).exists).to.be.false;
    await adminAuth().updateUser(person.uid, { emailVerified: true });
    expect(await call()).to.deep.equal({ orgId: tenant.orgId });
    await client.close();
  });

  it('gives no seat to an account that was closed or deleted, whatever its token says', async () => {
    const email = freshAddress();
    const way = await seedInvite(tenant, { email });
    const person = await personAt(email);
    const client = await signIn(person);
    const call = () => client.call(acceptInviteContract, { ...way, newcomer: NEWCOMER });
    await adminAuth().updateUser(person.uid, { disabled: true });
    expect(await refusalOf(call())).to.include({ code: 'unauthenticated', reason: 'not-signed-in' });
    await adminAuth().deleteUser(person.uid);
    expect(await refusalOf(call())).to.include({ code: 'unauthenticated', reason: 'not-signed-in' });
    expect((await seatOf(person.uid)).exists).to.be.false;
    await client.close();
  });

  for (const role of ['owner', 'viewer'] satisfies Role[]) {
    it(`leaves the seat of a member as it is, here the ${role}'s`, async () => {
      const member = await seedPerson(tenant, { role });
      const way = await seedInvite(tenant, { email: member.email, role: 'admin', sees: 'everything' });
      const refusal = await refusalOf(accept(member, way));
      expect(refusal).to.include({ code: 'already-exists', reason: 'already-a-member' });
      expect((await seatOf(member.uid)).get('role')).to.equal(role);
      expect(await stateOf(way)).to.equal('open');
    });
  }

  it('asks a person without a page for their name and the policy of today', async () => {
    const email = freshAddress();
    const way = await seedInvite(tenant, { email });
    const person = await personAt(email);
    expect(await refusalOf(accept(person, way, null))).to.include({
      ...{ code: 'failed-precondition', reason: 'newcomer-missing', field: 'newcomer' },
    });
    const old = { ...NEWCOMER, acceptedPolicyVersion: '2020-01-01' };
    expect(await refusalOf(accept(person, way, old))).to.include({
      ...{ code: 'failed-precondition', reason: 'policy-version-old' },
      ...{ field: 'newcomer.acceptedPolicyVersion', allowed: POLICY_VERSION },
    });
    expect(await stateOf(way)).to.equal('open');
    expect((await seatOf(person.uid)).exists).to.be.false;
  });

  const faults: [string, Record<string, unknown>, string][] = [
    ['no token', { token: '' }, 'token'],
    ['a token that is no text', { token: { $ne: '' } }, 'token'],
    ['an invite that is a path', { inviteId: 'a/b/c' }, 'inviteId'],
    ['a role of its own', { role: 'admin' }, 'role'],
    ['a newcomer with a role', { newcomer: { ...NEWCOMER, role: 'admin' } }, 'newcomer.role'],
    ['a newcomer without a name', { newcomer: { ...NEWCOMER, displayName: ' ' } }, 'newcomer.displayName'],
  ];
  for (const [what, fields, field] of faults) {
    it(`names ${field} as the field at fault for ${what}`, async () => {
      const client = await signIn(await seedPerson());
      const input = { orgId: tenant.orgId, inviteId: 'i', token: 't', newcomer: null, ...fields };
      const refusal = await refusalOf(client.call(acceptInviteContract, input));
      expect(refusal).to.include({ code: 'invalid-argument', field });
      await client.close();
    });
  }

  it('refuses a visitor who has not signed in', async () => {
    const url = `http://${HOST}:${worldPorts().functions}/${PROJECT_ID}/${REGION}/acceptInvite`;
    const body = JSON.stringify({ data: { orgId: tenant.orgId } });
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(url, { method: 'POST', headers, body })).status).to.equal(401);
  });
});
