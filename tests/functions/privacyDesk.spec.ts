import {
  answerRequestContract,
  PRODUCT_RETENTION,
  previewRetentionContract,
  recordRequestContract,
  requestPrivacyContract,
  SWEPT,
} from '@leadpulse/model';
import { SUPPORT_ADDRESS } from '@leadpulse/policy/contact';
import { expect } from 'chai';
import { Timestamp } from 'firebase-admin/firestore';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import {
  adminAuth,
  adminDb,
  eventually,
  fireSchedule,
  mailbox,
  worldPorts,
} from '../../local/worldClient.js';
import { accountRequest, contactRequest, receiptOf } from '../proof/privacy/finishing.js';
import { tracesOf } from '../proof/privacy/wholeDatabase.js';
import { callAs, signOutAll } from './callAs.js';
import { refusalOf } from './refusals.js';
import { auditLogOf, seedMember } from './team.js';
import { freshId, seedContact, seedPerson, seedTenant } from './tenant.js';

const DAY_MS = 86_400_000;
const agoDays = (days: number): Timestamp => Timestamp.fromMillis(Date.now() - days * DAY_MS);
const ASKED = { kind: 'access', law: 'california', note: 'What do you hold?' } as const;

/** The desk as support runs it. */
async function desk(...words: string[]): Promise<string> {
  const script = ['--import', 'tsx', 'local/privacyDesk.ts', ...words];
  const env = { ...process.env, PORT_BASE: String(worldPorts().hosting) };
  const { stdout } = await promisify(execFile)(process.execPath, script, { env });
  return stdout;
}

describe('a request of a person [P19] [P20]', function () {
  this.timeout(120_000);
  after(signOutAll);

  it('has 45 days under California’s law, and is answered at the desk', async () => {
    const person = await seedPerson();
    const { requestId, dueAtMs } = await callAs(person, requestPrivacyContract, ASKED);
    expect(dueAtMs).to.be.closeTo(Date.now() + 45 * DAY_MS, 60_000);
    expect(await desk('list')).to.include(requestId);
    expect(await desk('show', requestId)).to.include(ASKED.note);
    await desk('answer', requestId, 'done', 'It is in your export.');
    const told = (await accountRequest(requestId).get()).data();
    expect(told).to.include({ state: 'done', answer: 'It is in your export.', subjectUid: person.uid });
    expect(await desk('list')).not.to.include(requestId);
  });

  it('may be one of five at a time', async () => {
    const person = await seedPerson();
    for (let n = 0; n < 5; n += 1) await callAs(person, requestPrivacyContract, ASKED);
    const sixth = callAs(person, requestPrivacyContract, ASKED);
    expect(await refusalOf(sixth)).to.include({ code: 'resource-exhausted', reason: 'requests-open' });
  });

  it('is told to support once when it is nearly overdue', async () => {
    const person = await seedPerson();
    const { requestId } = await callAs(person, requestPrivacyContract, ASKED);
    await fireSchedule('remindRequests');
    await accountRequest(requestId).update({ dueAt: agoDays(-3) });
    await fireSchedule('remindRequests');
    await fireSchedule('remindRequests');
    await mailbox().find(({ text }) => text.includes(requestId));
    const mails = (await mailbox().list()).filter(({ text }) => text.includes(requestId));
    expect(mails.map(({ to }) => to[0]?.address)).to.deep.equal([SUPPORT_ADDRESS]);
    expect(mails[0]?.text).not.to.include(ASKED.note);
  });
});

describe('a request of a lead', function () {
  this.timeout(60_000);
  after(signOutAll);

  it('is noted and answered by an admin, with both in the audit log', async () => {
    const team = await seedTenant();
    const [admin, contact] = await Promise.all([seedMember(team, 'admin'), seedContact(team)]);
    const { orgId } = team;
    const asked = { ...ASKED, law: 'general', orgId, contactId: contact.id } as const;
    const { requestId, dueAtMs } = await callAs(admin, recordRequestContract, asked);
    expect(dueAtMs).to.be.closeTo(Date.now() + 30 * DAY_MS, 60_000);
    const answer = { orgId, requestId, state: 'declined', answer: 'Not theirs.' } as const;
    await callAs(admin, answerRequestContract, answer);
    expect((await contactRequest(orgId, requestId).get()).data()).to.include({ state: 'declined' });
    expect((await refusalOf(callAs(admin, answerRequestContract, answer))).reason).to.equal(
      'request-answered',
    );
    const log = await auditLogOf(team);
    expect(log.map(({ action }) => action)).to.deep.equal(['request.record', 'request.answer']);
    expect(JSON.stringify(log)).not.to.include(ASKED.note);
  });

  it('is not an agent’s to note, nor a stranger’s to answer', async () => {
    const [team, other] = await Promise.all([seedTenant(), seedTenant()]);
    const [agent, stranger] = await Promise.all([seedMember(team, 'agent'), seedMember(other, 'owner')]);
    const contact = await seedContact(team);
    const { orgId } = team;
    const noting = callAs(agent, recordRequestContract, { ...ASKED, orgId, contactId: contact.id });
    expect((await refusalOf(noting)).reason).to.equal('role-does-not-allow');
    const answer = { orgId, requestId: freshId('r'), state: 'done', answer: '' } as const;
    expect((await refusalOf(callAs(stranger, answerRequestContract, answer))).reason).to.equal(
      'not-a-member',
    );
    const own = { ...answer, orgId: other.orgId };
    expect((await refusalOf(callAs(stranger, answerRequestContract, own))).reason).to.equal(
      'request-not-found',
    );
  });
});

describe('a child’s account [P17]', function () {
  this.timeout(120_000);

  it('is removed by the desk, with a receipt and without a trace', async () => {
    const team = await seedTenant();
    await seedMember(team, 'owner');
    const child = await seedMember(team, 'agent');
    const told = await desk('remove-child', child.email);
    const requestId = /receipt: (\w+)/.exec(told)?.[1] ?? '';
    await fireSchedule('drivePrivacyJobs');
    const receipt = await receiptOf(accountRequest(requestId));
    expect(receipt).to.include({ kind: 'remove-child', subjectUid: null, job: null });
    expect(await tracesOf([child.uid, child.email])).to.deep.equal([]);
    expect((await adminAuth().getUsers([{ uid: child.uid }])).users).to.be.empty;
  });
});

describe('an organization’s timer', function () {
  this.timeout(60_000);
  after(signOutAll);

  it('is counted before it is kept, erases what is older, and leaves the rest', async () => {
    const team = await seedTenant();
    const admin = await seedMember(team, 'admin');
    const said = (at: Timestamp) => ({
      lastMessage: { messageId: 'm', at, channel: 'sms' as const, direction: 'in' as const, preview: 'Hi' },
    });
    const old = await seedContact(team, said(agoDays(91)));
    await old
      .collection('messages')
      .doc('m')
      .set({ body: 'Hi', at: agoDays(91) });
    const young = await seedContact(team, said(agoDays(89)));
    const silent = await seedContact(team, { createdAt: agoDays(100) });
    const { orgId } = team;
    expect(await callAs(admin, previewRetentionContract, { orgId, days: 90 })).to.deep.equal({
      conversations: 2,
    });
    await fireSchedule('keepTimers');
    expect((await old.get()).exists).to.equal(true); // there is no timer yet
    await team.org.update({ 'settings.retentionDays': 90 });
    await fireSchedule('keepTimers');
    expect(
      await Promise.all([old, young, silent].map(async (each) => (await each.get()).exists)),
    ).to.deep.equal([false, true, false]);
    await eventually(
      async () => ((await old.collection('messages').get()).empty ? true : undefined),
      'the old messages did not go',
    );
    const erased = (await auditLogOf(team)).filter(({ action }) => action === 'contact.erase');
    expect(erased.map(({ actor }) => actor)).to.deep.equal(['system', 'system']);
  });

  it('is not an agent’s to count', async () => {
    const team = await seedTenant();
    const agent = await seedMember(team, 'agent');
    const call = callAs(agent, previewRetentionContract, { orgId: team.orgId, days: 90 });
    expect((await refusalOf(call)).reason).to.equal('role-does-not-allow');
  });
});

describe('the product’s own retention list [P20]', function () {
  this.timeout(60_000);

  for (const { collection, isGroup, field, days } of SWEPT) {
    it(`takes away what is over in ${collection}, and nothing else`, async () => {
      const folder = adminDb().collection(isGroup ? `orgs/${freshId('o')}/${collection}` : collection);
      const [over, kept] = [folder.doc(freshId('d')), folder.doc(freshId('d'))];
      await over.set({ [field]: agoDays(days + 1) });
      await kept.set({ [field]: agoDays(days - 1) });
      await fireSchedule('sweepRetention');
      expect([(await over.get()).exists, (await kept.get()).exists]).to.deep.equal([false, true]);
    });
  }

  const { fieldOverrides } = JSON.parse(readFileSync('firestore.indexes.json', 'utf8')) as {
    fieldOverrides: { collectionGroup: string; fieldPath: string; ttl?: boolean }[];
  };
  for (const { collection } of PRODUCT_RETENTION.filter(({ by }) => by === 'ttl')) {
    it(`leaves ${collection} to Firestore, which is told so`, () => {
      const told = fieldOverrides.filter(({ collectionGroup }) => collectionGroup === collection);
      expect(told.some(({ fieldPath, ttl }) => fieldPath === 'expireAt' && ttl === true)).to.equal(true);
    });
  }
});
