import { inviteSchema, resendInviteContract, revokeInviteContract } from '@leadpulse/model';
import { expect } from 'chai';
import { Timestamp } from 'firebase-admin/firestore';
import { adminDb } from '../../local/worldClient.js';
import type { SignedInClient } from '../../local/worldClient.js';
import type { Way } from './invitation.js';
import { accept, freshAddress, mailsTo, mailTo, personAt, seedInvite, sha256, wayIn } from './invitation.js';
import { refusalOf } from './refusals.js';
import type { Person, Tenant } from './tenant.js';
import { freshId, seedPerson, seedTenant, signIn } from './tenant.js';

describe('an invite', function () {
  this.timeout(40_000);
  let tenant: Tenant;
  let owner: Person;
  let client: SignedInClient;
  before(async () => {
    tenant = await seedTenant();
    owner = await seedPerson(tenant, { role: 'owner' });
    client = await signIn(owner);
  });
  after(() => client.close());

  const resend = ({ orgId, inviteId }: Way, by = client) =>
    by.call(resendInviteContract, { orgId, inviteId });
  const revoke = ({ orgId, inviteId }: Way, by = client) =>
    by.call(revokeInviteContract, { orgId, inviteId });
  const read = async ({ inviteId }: Way) =>
    inviteSchema.parse((await tenant.org.collection('invites').doc(inviteId).get()).data());
  const auditOf = async ({ inviteId }: Way) =>
    (await tenant.org.collection('auditLog').where('target', '==', inviteId).get()).docs.map((entry) =>
      String(entry.get('action')),
    );

  describe('sent again', () => {
    it('has a new link and seven new days, also after it expired; the old link is dead', async () => {
      const email = freshAddress();
      const past = Timestamp.fromMillis(Date.now() - 1);
      const old = await seedInvite(tenant, { email, expiresAt: past, mail: 'failed' });
      expect(await resend(old)).to.deep.equal({ mail: 'sent' });
      const invite = await read(old);
      expect(invite).to.include({ state: 'open', mail: 'sent', email, invitedBy: owner.uid });
      expect((invite.expiresAt.toMillis() - Date.now()) / 86_400_000).to.be.within(6.99, 7);
      expect(await auditOf(old)).to.deep.equal(['invite.resend']);
      const { way } = wayIn((await mailTo(email)).text);
      expect(way).to.include({ orgId: old.orgId, inviteId: old.inviteId });
      const person = await personAt(email);
      expect(await refusalOf(accept(person, old))).to.include({ reason: 'invite-not-found' });
      expect(await accept(person, way)).to.deep.equal({ orgId: tenant.orgId });
    });

    it('is answered for by the one who sends it now', async () => {
      const email = freshAddress();
      const gone = await seedInvite(tenant, { email, invitedBy: freshId('gone') });
      await resend(gone);
      const { way } = wayIn((await mailTo(email)).text);
      expect(await accept(await personAt(email), way)).to.deep.equal({ orgId: tenant.orgId });
    });

    it('counts as a mail of its organization, to its address', async () => {
      const email = freshAddress();
      const way = await seedInvite(tenant, { email });
      const window = adminDb().doc(`rateLimits/${sha256(`invite:address:${email}`)}`);
      await window.set({ startedAt: Timestamp.now(), count: 4 });
      await resend(way);
      const refusal = await refusalOf(resend(way));
      expect(refusal).to.include({ code: 'resource-exhausted', reason: 'too-many' });
      await mailTo(email);
      expect(await mailsTo(email)).to.have.length(1);
    });

    it('is refused once its address has a seat or another invite', async () => {
      const member = await seedPerson(tenant);
      const late = await seedInvite(tenant, { email: member.email });
      expect(await refusalOf(resend(late))).to.include({ reason: 'already-a-member' });
      const email = freshAddress();
      const past = Timestamp.fromMillis(Date.now() - 1);
      const [old] = [
        await seedInvite(tenant, { email, expiresAt: past }),
        await seedInvite(tenant, { email }),
      ];
      expect(await refusalOf(resend(old))).to.include({ code: 'already-exists', reason: 'invite-open' });
    });

    for (const [state, reason] of [
      ['revoked', 'invite-revoked'],
      ['accepted', 'invite-used'],
    ] as const) {
      it(`stays ${state} and mails nothing`, async () => {
        const email = freshAddress();
        const way = await seedInvite(tenant, { email, state });
        const refusal = await refusalOf(resend(way));
        expect(refusal).to.include({ code: 'failed-precondition', reason });
        expect(await read(way)).to.include({ state, tokenHash: sha256(way.token) });
        expect(await mailsTo(email)).to.be.empty;
      });
    }
  });

  describe('revoked', () => {
    it('opens nothing any more, and is revoked once however often it is asked', async () => {
      const email = freshAddress();
      const way = await seedInvite(tenant, { email });
      await revoke(way);
      await revoke(way);
      expect(await auditOf(way)).to.deep.equal(['invite.revoke']);
      const person = await personAt(email);
      expect(await refusalOf(accept(person, way))).to.include({ reason: 'invite-revoked' });
    });

    it('cannot be what somebody has used', async () => {
      const way = await seedInvite(tenant, { email: freshAddress(), state: 'accepted', acceptedBy: 'x' });
      const refusal = await refusalOf(revoke(way));
      expect(refusal).to.include({ code: 'failed-precondition', reason: 'invite-used' });
    });

    it('and accepted at the same moment is one of both', async () => {
      for (let round = 0; round < 4; round++) {
        const email = freshAddress();
        const way = await seedInvite(tenant, { email });
        const person = await personAt(email);
        const [accepted] = await Promise.allSettled([accept(person, way), revoke(way)]);
        const { state } = await read(way);
        const seat = await tenant.org.collection('members').doc(person.uid).get();
        expect(seat.exists)
          .to.equal(state === 'accepted')
          .and.equal(accepted.status === 'fulfilled');
      }
    });
  });

  const acts = [
    ['sent again', resend],
    ['revoked', revoke],
  ] as const;
  for (const [what, act] of acts) {
    it(`is not ${what} by an agent, a viewer, or the owner of another organization`, async () => {
      const email = freshAddress();
      const way = await seedInvite(tenant, { email });
      const elsewhere = await seedTenant();
      const people: [Person, string][] = [
        [await seedPerson(tenant, { role: 'agent' }), 'role-does-not-allow'],
        [await seedPerson(tenant, { role: 'viewer' }), 'role-does-not-allow'],
        [await seedPerson(elsewhere, { role: 'owner' }), 'not-a-member'],
      ];
      for (const [person, reason] of people) {
        const by = await signIn(person);
        expect(await refusalOf(act(way, by))).to.include({ code: 'permission-denied', reason });
        const theirs = await refusalOf(act({ ...way, orgId: elsewhere.orgId }, by));
        expect(theirs.reason).to.be.oneOf(['not-a-member', 'invite-not-found']);
        await by.close();
      }
      expect(await read(way)).to.include({ state: 'open', tokenHash: sha256(way.token) });
      expect(await mailsTo(email)).to.be.empty;
    });

    it(`is not ${what} where there is none`, async () => {
      const refusal = await refusalOf(act({ orgId: tenant.orgId, inviteId: freshId('i'), token: '' }));
      expect(refusal).to.include({ code: 'not-found', reason: 'invite-not-found', field: 'inviteId' });
      const path = await refusalOf(act({ orgId: tenant.orgId, inviteId: 'a/b', token: '' }));
      expect(path).to.include({ code: 'invalid-argument', field: 'inviteId' });
    });
  }
});
