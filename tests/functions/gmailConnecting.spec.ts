import {
  disconnectAccountContract,
  finishGoogleContract,
  startGoogleContract,
  syncGmailContract,
} from '@leadpulse/model';
import { expect } from 'chai';
import { Timestamp } from 'firebase-admin/firestore';
import { createHash } from 'node:crypto';
import type { SignedInClient } from '../../local/worldClient.js';
import { adminDb, eventually } from '../../local/worldClient.js';
import { comeBack, connectGmail, google, goToGoogle, READ_SCOPE, ROOMY, SEND_SCOPE } from './gmail.js';
import { compose, untilState } from './outbox.js';
import { refusalOf } from './refusals.js';
import type { Tenant } from './tenant.js';
import { seedContact, seedPerson, seedTenant, signIn } from './tenant.js';
import { readAccount } from './twilio.js';

describe('a Gmail account', function () {
  this.timeout(60_000);
  let tenant: Tenant;
  let admin: SignedInClient;
  before(async () => {
    tenant = await seedTenant(ROOMY);
    admin = await signIn(await seedPerson(tenant, { role: 'admin' }));
  });
  after(() => admin.close());

  const secretsOf = (accountId: string) =>
    adminDb().collection(`orgs/${tenant.orgId}/accounts/${accountId}/secrets`).get();
  const statesOf = ({ orgId }: Pick<Tenant, 'orgId'>) => adminDb().collection(`orgs/${orgId}/oauthStates`);
  const reasonOf = async (call: Promise<unknown>) => (await refusalOf(call)).reason;

  it('is connected by a consent at Google, which lies sealed and is for sending alone', async () => {
    const { mailbox, account } = await connectGmail(tenant, admin);
    const stored = await readAccount(tenant, account.id);
    expect(stored).to.include({ kind: 'gmail', channel: 'email', address: mailbox, state: 'active' });
    expect(stored.gmailSync).to.equal(undefined);
    const [grant] = await google().grants(mailbox);
    expect(grant?.scopes).to.include(SEND_SCOPE).and.not.include(READ_SCOPE);
    const { docs } = await secretsOf(account.id);
    expect(docs.map(({ id }) => id)).to.deep.equal(['gmail']);
    expect(JSON.stringify(docs[0]?.data())).not.to.include(grant?.id);
  });

  it('is asked for by a state that is kept as a hash, with a secret of the exchange that is sealed', async () => {
    const wish = { orgId: tenant.orgId, accountId: null, displayName: 'Gmail', withSync: false };
    const { url } = await admin.call(startGoogleContract, wish);
    const query = new URL(url).searchParams;
    const state = query.get('state') ?? '';
    expect(query.get('code_challenge_method')).to.equal('S256');
    const kept = await statesOf(tenant).doc(createHash('sha256').update(state).digest('hex')).get();
    expect(kept.get('uid')).to.equal(admin.uid);
    const all = JSON.stringify((await statesOf(tenant).get()).docs.map((doc) => [doc.id, doc.data()]));
    expect(all).not.to.include(state.split('.')[1]);
    expect(all).not.to.include(query.get('code_challenge'));
  });

  describe('is not connected', () => {
    const none = async (mailbox: string) => {
      const found = await adminDb().collectionGroup('accounts').where('address', '==', mailbox).get();
      expect(found.docs.filter((doc) => doc.get('kind') === 'gmail')).to.have.length(0);
    };

    it('by a state that was brought before', async () => {
      const { mailbox, ...back } = await goToGoogle(tenant, admin);
      await comeBack(admin, back);
      expect(await reasonOf(comeBack(admin, back))).to.equal('google-state-invalid');
      expect(mailbox).not.to.equal('');
    });

    it('by two who bring the same state at the same time', async () => {
      const back = await goToGoogle(tenant, admin);
      const outcomes = await Promise.allSettled([comeBack(admin, back), comeBack(admin, back)]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).to.have.length(1);
    });

    it('by the state of somebody else, of the same organization or another, who can still use it', async () => {
      const colleague = await signIn(await seedPerson(tenant, { role: 'admin' }));
      const other = await seedTenant();
      const stranger = await signIn(await seedPerson(other, { role: 'owner' }));
      const { mailbox, ...back } = await goToGoogle(tenant, admin);
      for (const thief of [colleague, stranger]) {
        expect(await reasonOf(comeBack(thief, back))).to.equal('google-state-invalid');
      }
      await none(mailbox);
      await comeBack(admin, back);
      await Promise.all([colleague.close(), stranger.close()]);
    });

    it('by a state that names another organization than it was made for', async () => {
      const person = await seedPerson(tenant, { role: 'admin' });
      const other = await seedTenant();
      const seat = { role: 'owner', sees: 'everything', displayName: 'P', email: person.email };
      await other.org
        .collection('members')
        .doc(person.uid)
        .set({ ...seat, joinedAt: Timestamp.now() });
      const client = await signIn(person);
      const { mailbox, ...back } = await goToGoogle(tenant, client);
      const moved = { ...back, state: back.state.replace(tenant.orgId, other.orgId) };
      expect(await reasonOf(comeBack(client, moved))).to.equal('google-state-invalid');
      await none(mailbox);
      await client.close();
    });

    it('by the code of another walk: the secret of the exchange does not fit', async () => {
      const [first, second] = [await goToGoogle(tenant, admin), await goToGoogle(tenant, admin)];
      const mixed = { state: first.state, code: second.code, error: null };
      expect(await reasonOf(comeBack(admin, mixed))).to.equal('google-code-invalid');
      await none(first.mailbox);
      await none(second.mailbox);
    });

    it('after ten minutes', async () => {
      const { mailbox, ...back } = await goToGoogle(tenant, admin);
      const id = createHash('sha256').update(back.state).digest('hex');
      await statesOf(tenant)
        .doc(id)
        .update({ expireAt: Timestamp.fromMillis(Date.now() - 1) });
      expect(await reasonOf(comeBack(admin, back))).to.equal('google-state-invalid');
      await none(mailbox);
      expect((await statesOf(tenant).doc(id).get()).exists).to.equal(false);
    });

    it('by a made-up state', async () => {
      for (const state of ['x', `${tenant.orgId}.${'a'.repeat(43)}`, '../../x.y', '']) {
        const call = admin.call(finishGoogleContract, { state, code: 'c', error: null });
        expect(await reasonOf(call)).to.be.oneOf(['google-state-invalid', 'invalid-input']);
      }
    });

    it('if the person does not agree, or leaves sending out', async () => {
      const denied = await goToGoogle(tenant, admin, { act: 'deny' });
      expect(await reasonOf(comeBack(admin, denied))).to.equal('google-consent-denied');
      const { mailbox, ...back } = await goToGoogle(tenant, admin, { leaves: [SEND_SCOPE] });
      expect(await reasonOf(comeBack(admin, back))).to.equal('google-send-refused');
      await none(mailbox);
    });

    it('twice: a mailbox belongs to one organization', async () => {
      const { mailbox } = await connectGmail(tenant, admin);
      const other = await seedTenant();
      const owner = await signIn(await seedPerson(other, { role: 'owner' }));
      const back = await goToGoogle(other, owner, { mailbox });
      expect(await reasonOf(comeBack(owner, back))).to.equal('address-connected');
      await owner.close();
    });

    it('by who may not', async () => {
      const agent = await signIn(await seedPerson(tenant, { role: 'agent' }));
      expect(await reasonOf(goToGoogle(tenant, agent))).to.equal('role-does-not-allow');
      await agent.close();
    });
  });

  it('is read only after a second consent, which may be refused and leaves it as it was', async () => {
    const { mailbox, account } = await connectGmail(tenant, admin);
    const wish = { accountId: account.id, withSync: true, mailbox };
    const refused = await goToGoogle(tenant, admin, { ...wish, leaves: [READ_SCOPE] });
    const refusal = await refusalOf(comeBack(admin, refused));
    expect(refusal).to.include({ reason: 'google-read-refused', accountId: account.id });
    expect((await readAccount(tenant, account.id)).gmailSync).to.equal(undefined);
    await comeBack(admin, await goToGoogle(tenant, admin, wish));
    const { gmailSync, health } = await readAccount(tenant, account.id);
    expect(gmailSync?.watchEndsAt.toMillis()).to.be.greaterThan(Date.now());
    expect(health.syncedTo).to.match(/^\d+$/);
    expect((await google().mailbox(mailbox)).watch?.topicName).to.match(/\/topics\/gmail-push$/);
    await admin.call(syncGmailContract, { orgId: tenant.orgId, accountId: account.id, act: 'off' });
    expect((await readAccount(tenant, account.id)).gmailSync).to.equal(undefined);
    expect((await google().mailbox(mailbox)).watch).to.equal(null);
  });

  it('is widened for its own mailbox only', async () => {
    const { account } = await connectGmail(tenant, admin);
    const back = await goToGoogle(tenant, admin, { accountId: account.id, withSync: true });
    expect(await reasonOf(comeBack(admin, back))).to.equal('google-other-mailbox');
  });

  it('asks to be connected again when the consent was taken back, and goes on after that', async () => {
    const { mailbox, account } = await connectGmail(tenant, admin);
    await google().change({ mailbox, revokes: true });
    const failed = await untilState(await compose(account, await seedContact(tenant)), 'failed');
    expect((failed.error as { code: string }).code).to.equal('gmail-consent-revoked');
    await eventually(
      async () => (await readAccount(tenant, account.id)).state === 'error' || undefined,
      'The account is not shown as broken',
    );
    await comeBack(admin, await goToGoogle(tenant, admin, { accountId: account.id, mailbox }));
    expect((await readAccount(tenant, account.id)).state).to.equal('active');
    await eventually(
      async () => (await readAccount(tenant, account.id)).health.lastError === null || undefined,
      'The card still complains',
    );
  });

  it('is disconnected with its consent revoked and wiped', async () => {
    const { mailbox, account } = await connectGmail(tenant, admin, { withSync: true });
    const { orgId } = tenant;
    const told = await admin.call(disconnectAccountContract, { orgId, accountId: account.id });
    expect(told.isLeftAtProvider).to.equal(false);
    expect(await google().grants(mailbox)).to.have.length(0);
    expect((await google().mailbox(mailbox)).watch).to.equal(null);
    expect((await secretsOf(account.id)).size).to.equal(0);
    const again = await connectGmail(tenant, admin, { mailbox });
    expect(again.account.id).to.equal(account.id);
  });
});
