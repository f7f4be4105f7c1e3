import type { Role } from '@leadpulse/model';
import {
  deleteOrgContract,
  DELETION_GRACE_DAYS,
  memberSchema,
  orgSchema,
  restoreOrgContract,
  ROLES,
  setMemberRoleContract,
  userSchema,
} from '@leadpulse/model';
import { expect } from 'chai';
import type { DocumentReference } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { adminDb, fireSchedule } from '../../local/worldClient.js';
import { callAs, callWith, signOutAll, tokenOf } from './callAs.js';
import { connectGmail, google, ROOMY } from './gmail.js';
import { compose, untilState } from './outbox.js';
import { refusalOf } from './refusals.js';
import { auditLogOf, seatsOf, seedMember } from './team.js';
import type { Person, Tenant } from './tenant.js';
import { freshId, seedContact, seedTenant, signIn } from './tenant.js';
import { connectTwilio, freshPhone, hookOf, postHook, twilio } from './twilio.js';

const NAME = 'Harbor Realty';
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

interface House extends Tenant {
  owner: Person;
  agent: Person;
}

async function seedHouse(): Promise<House> {
  const tenant = await seedTenant();
  const [owner, agent] = await Promise.all([seedMember(tenant, 'owner'), seedMember(tenant, 'agent')]);
  return { ...tenant, owner, agent };
}

async function seedInvite({ org }: Tenant): Promise<DocumentReference> {
  const invite = org.collection('invites').doc(freshId('i'));
  await invite.set({
    email: 'new@people.example',
    role: 'agent',
    sees: 'everything',
    state: 'open',
    tokenHash: '0'.repeat(64),
    invitedBy: 'test',
    createdAt: Timestamp.now(),
    expiresAt: Timestamp.fromMillis(Date.now() + DAY_MS),
    mail: 'sent',
    acceptedBy: null,
  });
  return invite;
}

const pageOf = async ({ uid }: Person) =>
  userSchema.parse((await adminDb().doc(`users/${uid}`).get()).data());
const seatOf = async ({ org }: Tenant, { uid }: Person) =>
  memberSchema.parse((await org.collection('members').doc(uid).get()).data());

/** As if the days of grace had passed. */
async function letGraceEnd({ org }: Tenant): Promise<void> {
  await org.update({ 'deletion.purgeAt': Timestamp.fromMillis(Date.now() - 1) });
}

describe('an organization that its owner deletes', function () {
  this.timeout(40_000);
  let house: House;
  beforeEach(async () => {
    house = await seedHouse();
  });
  after(signOutAll);

  const remove = (by: Person) => callAs(by, deleteOrgContract, { orgId: house.orgId, confirmName: NAME });
  const restore = (by: Person) => callAs(by, restoreOrgContract, { orgId: house.orgId });

  it('closes every seat, ends open invites and tells the pages when it goes for good', async () => {
    const invite = await seedInvite(house);
    const { purgeAtMs } = await remove(house.owner);
    expect((purgeAtMs - Date.now()) / DAY_MS).to.be.closeTo(DELETION_GRACE_DAYS, 0.01);
    const { deletion } = orgSchema.parse((await house.org.get()).data());
    expect(deletion?.requestedBy).to.equal(house.owner.uid);
    expect(deletion?.purgeAt.toMillis()).to.equal(purgeAtMs);
    for (const member of [house.owner, house.agent]) {
      expect((await seatOf(house, member)).isClosed).to.equal(true);
      const { orgs } = await pageOf(member);
      expect(orgs[house.orgId]?.purgeAt?.toMillis()).to.equal(purgeAtMs);
      expect(orgs.oElsewhere?.purgeAt).to.equal(undefined);
    }
    expect((await invite.get()).get('state')).to.equal('revoked');
    const [entry] = await auditLogOf(house);
    expect(entry).to.deep.include({
      actor: house.owner.uid,
      action: 'org.delete',
      target: house.orgId,
      after: { purgeAt: new Date(purgeAtMs).toISOString(), revokedInvites: 1 },
    });
  });

  it('comes back whole when its owner restores it', async () => {
    const before = [
      await house.org.get(),
      await seatOf(house, house.agent),
      await pageOf(house.agent),
    ] as const;
    await remove(house.owner);
    await restore(house.owner);
    expect((await house.org.get()).data()).to.deep.equal(before[0].data());
    expect(await seatOf(house, house.agent)).to.deep.equal(before[1]);
    expect(await pageOf(house.agent)).to.deep.equal(before[2]);
    expect((await auditLogOf(house)).map(({ action }) => action)).to.deep.equal([
      'org.delete',
      'org.restore',
    ]);
    const change = {
      orgId: house.orgId,
      memberUid: house.agent.uid,
      role: 'viewer',
      sees: 'everything',
    } as const;
    await callAs(house.owner, setMemberRoleContract, change);
    expect(await seatsOf(house, house.agent)).to.deep.equal(['viewer everything', 'viewer everything']);
  });

  it('grants nobody anything meanwhile, and is deleted once', async () => {
    await remove(house.owner);
    const change = {
      orgId: house.orgId,
      memberUid: house.agent.uid,
      role: 'viewer',
      sees: 'everything',
    } as const;
    const refusals = [
      await refusalOf(callAs(house.owner, setMemberRoleContract, change)),
      await refusalOf(remove(house.owner)),
    ];
    expect(refusals.map(({ reason }) => reason)).to.deep.equal(['org-closed', 'org-closed']);
  });

  it('sends nothing that was asked for before', async () => {
    await remove(house.owner);
    const message = await compose(house.sms, await seedContact(house));
    const { decision } = await untilState(message, 'blocked');
    expect(decision).to.have.nested.property('reasons[0].code', 'org-closed');
  });

  it('is deleted only with its exact name', async () => {
    const call = callAs(house.owner, deleteOrgContract, { orgId: house.orgId, confirmName: 'harbor realty' });
    const refusal = await refusalOf(call);
    expect(refusal).to.include({ code: 'invalid-argument', reason: 'name-differs', field: 'confirmName' });
    expect((await seatOf(house, house.owner)).isClosed).to.equal(undefined);
  });

  it('is deleted only by who signed in within the last five minutes, whatever the token’s own age', async () => {
    const input = { orgId: house.orgId, confirmName: NAME };
    const stale = await callWith(tokenOf(house.owner, 6 * MINUTE_MS), deleteOrgContract, input);
    expect(stale).to.include({ code: 'failed-precondition', reason: 'sign-in-not-fresh' });
    expect((await house.org.get()).get('deletion')).to.equal(undefined);
    expect(await callWith(tokenOf(house.owner, 4 * MINUTE_MS), deleteOrgContract, input)).to.equal(null);
  });

  const others: Role[] = ROLES.filter((role) => role !== 'owner');
  for (const role of others) {
    it(`cannot be deleted or restored by the role ${role}`, async () => {
      const member = await seedMember(house, role);
      expect((await refusalOf(remove(member))).reason).to.equal('role-does-not-allow');
      await remove(house.owner);
      expect((await refusalOf(restore(member))).reason).to.equal('role-does-not-allow');
    });
  }

  it('cannot be deleted or restored by the owner of another one', async () => {
    const stranger = (await seedHouse()).owner;
    expect((await refusalOf(remove(stranger))).reason).to.equal('not-a-member');
    await remove(house.owner);
    expect((await refusalOf(restore(stranger))).reason).to.equal('not-a-member');
  });

  it('is not restored when it was not deleted, nor when its days are over', async () => {
    expect(await refusalOf(restore(house.owner))).to.include({
      code: 'failed-precondition',
      reason: 'org-not-deleted',
    });
    await remove(house.owner);
    await letGraceEnd(house);
    expect((await refusalOf(restore(house.owner))).reason).to.equal('restore-too-late');
  });
});

describe('the purge of deleted organizations [P20]', function () {
  this.timeout(60_000);
  after(signOutAll);

  it('erases what is due with all below it, leaves the rest, and harms nothing when it runs again', async () => {
    const [gone, waiting, alive] = await Promise.all([seedHouse(), seedHouse(), seedHouse()]);
    const contact = await seedContact(gone);
    await contact.collection('notes').doc('n').set({ body: 'x' });
    for (const house of [gone, waiting]) {
      await callAs(house.owner, deleteOrgContract, { orgId: house.orgId, confirmName: NAME });
    }
    await letGraceEnd(gone);
    await fireSchedule('purgeOrgs');
    await fireSchedule('purgeOrgs');
    const left = await Promise.all([gone.org.get(), contact.get(), contact.collection('notes').get()]);
    expect(left.map((found) => ('empty' in found ? !found.empty : found.exists))).to.deep.equal([
      false,
      false,
      false,
    ]);
    expect(await gone.org.listCollections()).to.be.empty;
    expect(Object.keys((await pageOf(gone.agent)).orgs)).to.deep.equal(['oElsewhere']);
    expect((await waiting.org.get()).exists).to.equal(true);
    expect((await seatOf(waiting, waiting.agent)).isClosed).to.equal(true);
    expect(await seatsOf(alive, alive.agent)).to.deep.equal(['agent everything', 'agent everything']);
  });

  it('takes in nothing more, and leaves nothing at Google and Twilio: who does not answer is asked again', async () => {
    const house = await seedTenant(ROOMY);
    const client = await signIn(await seedMember(house, 'owner'));
    const gmail = await connectGmail(house, client, { withSync: true });
    const { keys, account } = await connectTwilio(house, client);
    await client.call(deleteOrgContract, { orgId: house.orgId, confirmName: NAME });
    await client.close();
    await letGraceEnd(house);
    const late = { MessageSid: `SM${'b'.repeat(32)}`, From: freshPhone(), To: keys.number, Body: 'Hello?' };
    const hook = hookOf(house, account.id);
    expect(await postHook(hook, late, { authToken: keys.authToken })).to.equal(200);
    expect((await house.org.collection('contacts').get()).empty).to.equal(true);
    const { mailbox } = gmail;
    await google().failNext({ method: 'POST', path: '/revoke', when: 'before', status: 503, mailbox });
    await fireSchedule('purgeOrgs');
    const { docs: left } = await house.org.collection('accounts').get();
    expect(left.map(({ id }) => id)).to.deep.equal([gmail.account.id]);
    expect(await google().grants(mailbox)).to.have.length(1);
    expect((await twilio().numbers(keys.accountSid)).map(({ smsUrl }) => smsUrl)).to.deep.equal(['']);
    await fireSchedule('purgeOrgs');
    expect(await google().grants(mailbox)).to.have.length(0);
    expect((await house.org.get()).exists).to.equal(false);
    expect(await house.org.listCollections()).to.be.empty;
  });

  it('goes on where a run died', async () => {
    const house = await seedHouse();
    await callAs(house.owner, deleteOrgContract, { orgId: house.orgId, confirmName: NAME });
    await letGraceEnd(house);
    for (const { uid } of [house.owner, house.agent]) await house.org.collection('members').doc(uid).delete();
    await fireSchedule('purgeOrgs');
    expect((await house.org.get()).exists).to.equal(false);
    expect(await house.org.listCollections()).to.be.empty;
  });
});
