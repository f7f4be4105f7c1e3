import { expect } from 'chai';
import { Timestamp } from 'firebase-admin/firestore';
import { adminDb, eventually, fireSchedule } from '../../local/worldClient.js';
import { untilDocument } from './outbox.js';
import type { Tenant } from './tenant.js';
import { seedContact, seedPerson, seedTenant } from './tenant.js';

describe('snoozed conversations', function () {
  this.timeout(30_000);

  it('wake when their time has come, and not before', async () => {
    const tenant = await seedTenant();
    const snoozed = (ms: number) => ({
      inbox: { status: 'snoozed' as const, unread: 1, snoozedUntil: Timestamp.fromMillis(Date.now() + ms) },
    });
    const due = await seedContact(tenant, snoozed(-1000));
    const later = await seedContact(tenant, snoozed(3_600_000));
    await fireSchedule('wakeSnoozed');
    expect((await due.get()).get('inbox')).to.deep.equal({ status: 'open', unread: 1, snoozedUntil: null });
    expect((await later.get()).get('inbox.status')).to.equal('snoozed');
  });
});

describe('a change of the organization', function () {
  this.timeout(30_000);
  let tenant: Tenant;
  before(async () => {
    tenant = await seedTenant();
  });

  const entries = async () => (await tenant.org.collection('auditLog').get()).docs.map((doc) => doc.data());

  it("reaches its members' pages and the audit log", async () => {
    const { uid } = await seedPerson(tenant, { role: 'agent' });
    const page = adminDb().doc(`users/${uid}`);
    const seat = { name: 'Harbor Realty', role: 'agent', sees: 'everything', timeZone: 'America/New_York' };
    const other = { ...seat, name: 'Another' };
    await page.set({ displayName: 'Test', orgs: { [tenant.orgId]: seat, oAnother: other } });
    await tenant.org.update({ name: 'Harbor & Sons', timeZone: 'America/Chicago' });
    const { orgs } = await untilDocument(page, (data) => {
      const seats = data.orgs as Record<string, { name: string }>;
      return seats[tenant.orgId]?.name === 'Harbor & Sons';
    });
    expect(orgs).to.deep.equal({
      [tenant.orgId]: { ...seat, name: 'Harbor & Sons', timeZone: 'America/Chicago' },
      oAnother: other,
    });
    const [entry] = await entries();
    expect(entry).to.deep.include({
      action: 'org.update',
      target: tenant.orgId,
      before: { timeZone: 'America/New_York' },
      after: { name: 'changed', timeZone: 'America/Chicago' },
    });
  });

  it('is no news when only its access changes', async () => {
    const before = (await entries()).length;
    await tenant.org.update({ 'access.planId': 'growth' });
    await tenant.org.update({ postalAddress: '2 Pier Road' });
    await eventually(async () => ((await entries()).length > before ? true : undefined), 'No entry came');
    const after = await entries();
    expect(after).to.have.length(before + 1);
    expect(after.filter((entry) => 'access' in ((entry.after as object | null) ?? {}))).to.be.empty;
  });
});
