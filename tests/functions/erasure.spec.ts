import { eraseContactContract, eraseMyAccountContract, verifyAuditLogContract } from '@leadpulse/model';
import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { adminAuth, adminDb, mailbox } from '../../local/worldClient.js';
import { accountRequest, contactRequest, goOnAfter, killAt, receiptOf } from '../proof/privacy/finishing.js';
import type { ContactScene, PersonScene } from '../proof/privacy/scenes.js';
import { contactScene, personScene } from '../proof/privacy/scenes.js';
import { tracesOf } from '../proof/privacy/wholeDatabase.js';
import { callAs, callWith, signOutAll, tokenOf } from './callAs.js';
import { refusalOf } from './refusals.js';
import { auditLogOf, seedMember } from './team.js';
import type { Person } from './tenant.js';
import { seedContact, seedTenant } from './tenant.js';

const eraseContact = ({ team, contact }: ContactScene, by: Person, suppress = false) =>
  callAs(by, eraseContactContract, { orgId: team.orgId, contactId: contact.id, suppress });
const eraseAccount = ({ person, client }: PersonScene) =>
  client.call(eraseMyAccountContract, { confirmEmail: person.email });

describe('the erasure of a contact [P20]', function () {
  this.timeout(120_000);
  after(signOutAll);

  it('leaves no trace of the lead, and the keyed hash that stops a message', async () => {
    const scene = await contactScene();
    expect(await tracesOf(scene.words)).not.to.be.empty; // the search finds what is there
    const { requestId } = await eraseContact(scene, scene.admin);
    const receipt = await receiptOf(contactRequest(scene.team.orgId, requestId));
    expect(await tracesOf(scene.words)).to.deep.equal([]);
    expect(receipt.job).to.equal(null);
    expect(receipt.counts).to.include({ notes: 1, consents: 1, duplicates: 1 });
    expect(receipt.counts.messages).to.be.within(13, 14); // the confirmation of the opt-out may be one of them
    expect((await scene.team.org.collection('suppressions').get()).size).to.equal(1);
    expect((await auditLogOf(scene.team)).map(({ action, target }) => [action, target])).to.deep.equal([
      ['contact.erase', scene.contact.id],
    ]);
  });

  it('goes on where a run died, and asked again it is the same', async () => {
    const scene = await contactScene();
    const hasDied = killAt('privacy-after-batch', scene.contact.id, 'messages');
    const { requestId } = await eraseContact(scene, scene.admin, true);
    expect(await eraseContact(scene, scene.admin, true)).to.deep.equal({ requestId });
    const receipt = await goOnAfter(hasDied, contactRequest(scene.team.orgId, requestId));
    expect(receipt.counts.messages).to.be.within(13, 14);
    expect(await tracesOf(scene.words)).to.deep.equal([]);
    expect((await scene.team.org.collection('suppressions').get()).size).to.equal(2);
  });

  it('hands an address on to another contact that has it', async () => {
    const team = await seedTenant();
    const admin = await seedMember(team, 'admin');
    const phone = '+14155550199';
    const heir = await seedContact(team, { phones: [phone] });
    const contact = await seedContact(team, { phones: [phone] }); // holds it now
    await callAs(admin, eraseContactContract, { orgId: team.orgId, contactId: contact.id, suppress: false });
    const id = createHash('sha256').update(`sms:${phone}`).digest('hex');
    expect((await team.org.collection('handles').doc(id).get()).get('contactId')).to.equal(heir.id);
  });

  for (const role of ['agent', 'viewer'] as const) {
    it(`is refused to the role ${role}`, async () => {
      const team = await seedTenant();
      const [member, contact] = await Promise.all([seedMember(team, role), seedContact(team)]);
      const call = callAs(member, eraseContactContract, {
        ...{ orgId: team.orgId, contactId: contact.id, suppress: false },
      });
      expect(await refusalOf(call)).to.include({ code: 'permission-denied', reason: 'role-does-not-allow' });
      expect((await contact.get()).exists).to.equal(true);
    });
  }

  it('is refused to the owner of another organization', async () => {
    const [team, other] = await Promise.all([seedTenant(), seedTenant()]);
    const [stranger, contact] = await Promise.all([seedMember(other, 'owner'), seedContact(team)]);
    const contactId = contact.id;
    const theirs = { orgId: team.orgId, contactId, suppress: false };
    expect((await refusalOf(callAs(stranger, eraseContactContract, theirs))).reason).to.equal('not-a-member');
    const ours = { ...theirs, orgId: other.orgId };
    expect((await refusalOf(callAs(stranger, eraseContactContract, ours))).reason).to.equal(
      'contact-not-found',
    );
  });
});

describe('the erasure of an account [P20]', function () {
  this.timeout(180_000);
  after(signOutAll);

  it('leaves no trace of the person or of the organization that was theirs alone, and says so by mail', async () => {
    const scene = await personScene();
    expect(await tracesOf(scene.words)).not.to.be.empty;
    const { requestId } = await eraseAccount(scene);
    await receiptOf(accountRequest(requestId));
    expect(await tracesOf(scene.words)).to.deep.equal([]);
    expect(await isGone(scene.person)).to.equal(true);
    const mail = await mailbox().find(({ to }) => to.some(({ address }) => address === scene.person.email));
    expect(mail.text).to.include(requestId);
    await scene.client.close();
  });

  it('keeps the audit log whole, with an entry that swears to what was taken out', async () => {
    const scene = await personScene();
    const { requestId } = await eraseAccount(scene);
    await receiptOf(accountRequest(requestId));
    const told = await callAs(scene.colleague, verifyAuditLogContract, { orgId: scene.team.orgId });
    expect(told).to.include({ isIntact: true, brokenAt: null });
    const actions = (await auditLogOf(scene.team)).map(({ action }) => action);
    expect(actions).to.include.members(['invite.create', 'member.erase', 'privacy.redact']);
    const log = scene.team.org.collection('auditLog');
    const { docs } = await log.where('redactedHash', '>', '').limit(1).get();
    await docs[0]!.ref.update({ target: 'somebody-else' });
    expect(await callAs(scene.colleague, verifyAuditLogContract, { orgId: scene.team.orgId })).to.include({
      isIntact: false,
    });
    await scene.client.close();
  });

  for (const [point, step] of [
    ['privacy-before-batch', 'messages'],
    ['privacy-after-batch', 'auditLog'],
    ['privacy-before-finish', undefined],
  ] as const) {
    it(`ends in the same state after a run died at ${point} ${step ?? ''}`, async () => {
      const scene = await personScene();
      const hasDied = killAt(point, scene.person.uid, step);
      const { requestId } = await eraseAccount(scene);
      const { counts } = await goOnAfter(hasDied, accountRequest(requestId));
      expect(await tracesOf(scene.words)).to.deep.equal([]);
      expect(counts).to.deep.equal(COUNTS);
      await scene.client.close();
    });
  }

  it('is refused to the last owner among others, and changes nothing', async () => {
    const team = await seedTenant();
    const owner = await seedMember(team, 'owner');
    await seedMember(team, 'agent');
    const call = callAs(owner, eraseMyAccountContract, { confirmEmail: owner.email });
    expect(await refusalOf(call)).to.include({ code: 'failed-precondition', reason: 'last-owner' });
    expect((await team.org.collection('members').doc(owner.uid).get()).exists).to.equal(true);
    expect(await isGone(owner)).to.equal(false);
  });

  it('wants the address and a fresh sign-in', async () => {
    const team = await seedTenant();
    const member = await seedMember(team, 'agent');
    const typo = callAs(member, eraseMyAccountContract, { confirmEmail: 'somebody@people.example' });
    expect(await refusalOf(typo)).to.include({ reason: 'email-differs', field: 'confirmEmail' });
    const stale = await callWith(tokenOf(member, 6 * 60_000), eraseMyAccountContract, {
      confirmEmail: member.email,
    });
    expect(stale?.reason).to.equal('sign-in-not-fresh');
    expect((await adminDb().doc(`users/${member.uid}`).get()).exists).to.equal(true);
  });
});

/** What the scene's person left in each kind of document. */
const COUNTS = {
  organizations: 1,
  messages: 2,
  notes: 2,
  contacts: 2,
  invites: 3,
  useNotices: 1,
  recipients: 1,
  auditLog: 2,
  consents: 3,
  page: 1,
};

async function isGone({ uid }: Person): Promise<boolean> {
  const { users } = await adminAuth().getUsers([{ uid }]);
  return users.length === 0;
}
