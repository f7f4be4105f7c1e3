import type { Role } from '@leadpulse/model';
import { INVITE_RATES, inviteMemberContract, inviteSchema, ROLES } from '@leadpulse/model';
import { expect } from 'chai';
import { Timestamp } from 'firebase-admin/firestore';
import { adminDb, mailbox, siteUrl } from '../../local/worldClient.js';
import type { SignedInClient } from '../../local/worldClient.js';
import { freshAddress, mailsTo, mailTo, personAt, seedInvite, sha256, wayIn } from './invitation.js';
import { refusalOf } from './refusals.js';
import type { Person, Tenant } from './tenant.js';
import { seedPerson, seedTenant, signIn } from './tenant.js';

const DAY_MS = 86_400_000;

describe('inviteMember', function () {
  this.timeout(40_000);
  let tenant: Tenant;
  let admin: Person;
  let client: SignedInClient;

  before(async () => {
    tenant = await seedTenant();
    admin = await seedPerson(tenant, { role: 'admin' });
    client = await signIn(admin);
  });
  after(() => client.close());

  type Input = { email: string; role?: 'admin' | 'agent' | 'viewer'; sees?: 'everything' | 'assigned' };
  const invite = ({ email, role = 'agent', sees = 'assigned' }: Input, by = client, orgId = tenant.orgId) =>
    by.call(inviteMemberContract, { orgId, email, role, sees });
  const read = async (inviteId: string) =>
    inviteSchema.parse((await tenant.org.collection('invites').doc(inviteId).get()).data());
  const invitesTo = async (email: string) =>
    (await tenant.org.collection('invites').where('email', '==', email).get()).size;

  it('mails a link whose token is kept as a hash only, and writes the audit entry without the address', async () => {
    const email = freshAddress();
    const { inviteId, mail } = await invite({ email: ` ${email.toUpperCase()} `, role: 'viewer' });
    expect(mail).to.equal('sent');
    const kept = await read(inviteId);
    expect(kept).to.include({ email, role: 'viewer', sees: 'assigned', state: 'open', mail: 'sent' });
    expect(kept.invitedBy).to.equal(admin.uid);
    expect((kept.expiresAt.toMillis() - Date.now()) / DAY_MS).to.be.within(6.99, 7);
    const arrived = await mailTo(email);
    const { site, way } = wayIn(arrived.text);
    expect(site).to.equal(siteUrl());
    expect(way).to.include({ orgId: tenant.orgId, inviteId });
    expect(Buffer.from(way.token, 'base64url')).to.have.length(32);
    expect(kept.tokenHash).to.equal(sha256(way.token));
    expect(arrived.html).to.include(`/invite/${tenant.orgId}/${inviteId}#${way.token}"`);
    const audit = await tenant.org.collection('auditLog').where('target', '==', inviteId).get();
    expect(audit.docs.map((entry) => entry.get('action') as string)).to.deep.equal(['invite.create']);
    const stored = JSON.stringify([kept, audit.docs.map((entry) => entry.data())]);
    expect(stored).to.not.include(way.token);
    expect(JSON.stringify(audit.docs[0]?.data())).to.not.include('people.example');
  });

  it('gives an admin to be everything to see, whatever was asked', async () => {
    const { inviteId } = await invite({ email: freshAddress(), role: 'admin', sees: 'assigned' });
    expect((await read(inviteId)).sees).to.equal('everything');
  });

  it('answers and writes alike whether or not the address has an account', async () => {
    const [known, unknown] = [freshAddress(), freshAddress()];
    await personAt(known);
    const answers = await Promise.all([invite({ email: known }), invite({ email: unknown })]);
    expect(answers.map(({ mail }) => mail)).to.deep.equal(['sent', 'sent']);
    const texts = await Promise.all(
      [known, unknown].map(async (email, index) => {
        const mail = await mailTo(email);
        const { inviteId = '' } = answers[index] ?? {};
        const text = `${mail.subject} ${mail.text}`.replaceAll(email, '').replaceAll(inviteId, '');
        return text.replace(/#\S+/, '');
      }),
    );
    expect(texts[0]).to.equal(texts[1]);
  });

  it('takes no header, no markup and no link from the names in its mail', async () => {
    const name = 'Evil.example\r\nBcc: org@evil.example <b>&\u202Egpj';
    const hostile = await seedTenant({ name });
    const owner = await seedPerson(hostile, { role: 'owner' });
    const displayName = 'Mallory\nSubject: Your bank http://evil.example/login';
    await hostile.org.collection('members').doc(owner.uid).update({ displayName });
    const by = await signIn(owner);
    const email = freshAddress();
    await invite({ email }, by, hostile.orgId);
    await by.close();
    const mail = await mailTo(email);
    const source = await mailbox().source(mail.id);
    const head = source.split(/\r?\n\r?\n/)[0] ?? '';
    expect(head).to.not.match(/^bcc:/im);
    expect(head.match(/^subject:/gim)).to.have.length(1);
    expect(mail.from).to.deep.equal([{ address: 'no-reply@leadpulse.test', name: 'LeadPulse' }]);
    const told = `${mail.subject} ${mail.text}`;
    expect(told).to.not.match(/evil\.example/);
    expect(told).to.not.include('http://evil').and.not.include('\u202E');
    expect(mail.html).to.include('&lt;b&gt;&amp;').and.not.include('<b>');
  });

  for (const role of ROLES) {
    const may = role === 'owner' || role === 'admin';
    it(`is ${may ? 'open' : 'refused'} to the ${role}`, async () => {
      const person = await signIn(await seedPerson(tenant, { role }));
      const email = freshAddress();
      if (may) expect(await invite({ email }, person)).to.include({ mail: 'sent' });
      else {
        const refusal = await refusalOf(invite({ email }, person));
        expect(refusal).to.include({ code: 'permission-denied', reason: 'role-does-not-allow' });
        expect(await mailsTo(email)).to.be.empty;
      }
      await person.close();
    });
  }

  it('is refused to the owner of another organization', async () => {
    const stranger = await signIn(await seedPerson(await seedTenant(), { role: 'owner' }));
    const refusal = await refusalOf(invite({ email: freshAddress() }, stranger));
    expect(refusal).to.include({ code: 'permission-denied', reason: 'not-a-member' });
    await stranger.close();
  });

  it('is refused to an admin whose own address is not proven, so that nobody mails as they please', async () => {
    const person = await personAt(freshAddress(), { isVerified: false });
    const seat = { role: 'admin' satisfies Role, sees: 'everything', displayName: 'A', email: person.email };
    await tenant.org
      .collection('members')
      .doc(person.uid)
      .set({ ...seat, joinedAt: Timestamp.now() });
    const unproven = await signIn(person);
    const refusal = await refusalOf(invite({ email: freshAddress() }, unproven));
    expect(refusal).to.include({ code: 'failed-precondition', reason: 'email-not-verified' });
    await unproven.close();
  });

  it('refuses the address of a member and one with an open invite, but not one whose invite has ended', async () => {
    const member = await seedPerson(tenant, { role: 'viewer' });
    expect(await refusalOf(invite({ email: member.email.toUpperCase() }))).to.include({
      ...{ code: 'already-exists', reason: 'already-a-member', field: 'email' },
    });
    const email = freshAddress();
    await seedInvite(tenant, { email, expiresAt: Timestamp.fromMillis(Date.now() - 1) });
    await seedInvite(tenant, { email, state: 'revoked' });
    await invite({ email });
    expect(await refusalOf(invite({ email, role: 'admin' }))).to.include({
      ...{ code: 'already-exists', reason: 'invite-open', field: 'email' },
    });
    expect(await invitesTo(email)).to.equal(3);
  });

  it('makes one invite when it is asked twice at once', async () => {
    const email = freshAddress();
    const results = await Promise.allSettled([invite({ email }), invite({ email })]);
    expect(results.filter(({ status }) => status === 'fulfilled')).to.have.length(1);
    expect(await invitesTo(email)).to.equal(1);
    await mailTo(email);
    expect(await mailsTo(email)).to.have.length(1);
  });

  const faults: [string, Record<string, unknown>, string][] = [
    ['an address that is none', { email: 'sam at example' }, 'email'],
    ['an address with a header behind', { email: 'sam@people.example\r\nBcc: x@evil.example' }, 'email'],
    ['two addresses', { email: 'sam@people.example,x@evil.example' }, 'email'],
    ['an address in angle brackets', { email: 'Sam <sam@people.example>' }, 'email'],
    ['the role of an owner', { role: 'owner' }, 'role'],
    ['an unknown sight', { sees: 'nothing' }, 'sees'],
    ['a field that it does not know', { tokenHash: 'x' }, 'tokenHash'],
    ['an organization that is a path', { orgId: 'a/members/b' }, 'orgId'],
  ];
  for (const [what, fields, field] of faults) {
    it(`names ${field} as the field at fault for ${what}`, async () => {
      const input = {
        orgId: tenant.orgId,
        email: freshAddress(),
        role: 'agent',
        sees: 'assigned',
        ...fields,
      };
      const refusal = await refusalOf(client.call(inviteMemberContract, input as never));
      expect(refusal).to.include({ code: 'invalid-argument', field });
      expect(refusal.allowed).to.be.a('string').that.is.not.empty;
    });
  }

  describe('counts its mails', () => {
    const windowOf = (key: string) => adminDb().doc(`rateLimits/${sha256(key)}`);
    const fill = (key: string, count: number, ageMs = 0) =>
      windowOf(key).set({ startedAt: Timestamp.fromMillis(Date.now() - ageMs), count });
    const fulls: [string, (email: string, orgId: string, uid: string) => string, number][] = [
      ['to an address', (email) => `invite:address:${email}`, INVITE_RATES.perAddress.most],
      ['of an organization', (_, orgId) => `invite:org:${orgId}`, INVITE_RATES.perOrg.most],
      ['of a person', (_email, _org, uid) => `invite:person:${uid}`, INVITE_RATES.perPerson.most],
    ];
    for (const [whose, keyOf, most] of fulls) {
      it(`${whose}, and sends the ${most} of a day and not one more`, async () => {
        const place = await seedTenant();
        const person = await seedPerson(place, { role: 'admin' });
        const by = await signIn(person);
        const email = freshAddress();
        const key = keyOf(email, place.orgId, person.uid);
        await fill(key, most - 1);
        expect(await invite({ email }, by, place.orgId)).to.include({ mail: 'sent' });
        expect((await windowOf(key).get()).get('count')).to.equal(most);
        const tagged = email.replace('@', '+again@'); // another address, the same mailbox
        const refusal = await refusalOf(invite({ email: tagged }, by, place.orgId));
        expect(refusal).to.include({ code: 'resource-exhausted', reason: 'too-many' });
        expect((refusal as unknown as { retryAfterSeconds: number }).retryAfterSeconds).to.be.within(
          1,
          86_400,
        );
        expect(await mailsTo(tagged)).to.be.empty;
        await fill(key, most, DAY_MS);
        expect(await invite({ email: tagged }, by, place.orgId)).to.include({ mail: 'sent' });
        await by.close();
      });
    }

    it('without keeping an address in the clear', async () => {
      const email = freshAddress();
      await invite({ email });
      const windows = await adminDb().collection('rateLimits').get();
      const kept = JSON.stringify(windows.docs.map((doc) => [doc.id, doc.data()]));
      expect(kept).to.not.include(email.slice(0, 12)).and.not.include(tenant.orgId);
    });
  });
});
