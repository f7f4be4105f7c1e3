import type { FeatureCounts } from '@leadpulse/model';
import { dayOf, dayPlus, dayStart, LIMITS, usageDaySchema } from '@leadpulse/model';
import { expect } from 'chai';
import { Timestamp } from 'firebase-admin/firestore';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { adminDb, eventually, fireSchedule } from '../../local/worldClient.js';
import { countsOf, countUses, deliverBatch, newBatch, writeBatch } from '../proof/usageCounts.js';
import { worldEnvironment } from '../proof/worldEnvironment.js';
import { freshId } from './tenant.js';

const gone = (orgId: string) =>
  eventually(async () => {
    const { empty } = await adminDb().collection(`orgs/${orgId}/telemetry`).limit(1).get();
    return empty || undefined;
  }, 'The batch was not added up');

describe('a batch of usage counts', function () {
  this.timeout(60_000);

  it('is added to its day and gone a moment later', async () => {
    const orgId = freshId('o');
    await writeBatch(orgId, newBatch({ 'note.add': 3, 'inbox.open': 1 }, 'firefox'));
    await gone(orgId);
    const day = (
      await adminDb()
        .doc(`orgs/${orgId}/usage/${dayOf(Date.now())}`)
        .get()
    ).data();
    expect(usageDaySchema.parse(day)).to.deep.include({
      counts: { 'note.add': 3, 'inbox.open': 1 },
      browsers: { firefox: 1 },
      batches: 1,
    });
  });

  it('goes to the day it says, and keeps what the day says already', async () => {
    const orgId = freshId('o');
    const yesterday = dayPlus(dayOf(Date.now()), -1);
    await writeBatch(orgId, { ...newBatch({ 'note.add': 1 }), day: yesterday });
    await gone(orgId);
    await adminDb().doc(`orgs/${orgId}/usage/${yesterday}`).update({ activeMembers: 4 });
    await writeBatch(orgId, { ...newBatch({ 'note.add': 2, 'keys.help': 1 }), day: yesterday });
    await gone(orgId);
    expect(await countsOf(orgId)).to.deep.equal({});
    expect(await countsOf(orgId, yesterday)).to.deep.equal({ 'note.add': 3, 'keys.help': 1 });
    const day = await adminDb().doc(`orgs/${orgId}/usage/${yesterday}`).get();
    expect(day.get('activeMembers')).to.equal(4);
  });

  it('counts once, delivered three times at the same moment and once more later', async () => {
    const orgId = freshId('o');
    const document = await writeBatch(orgId, newBatch({ 'message.sendText': 7 }));
    await Promise.all([deliverBatch(document), deliverBatch(document)]);
    await gone(orgId);
    await deliverBatch(document);
    expect(await countsOf(orgId)).to.deep.equal({ 'message.sendText': 7 });
  });

  it('counts what is there, not what an old event says, where an id comes again', async () => {
    const orgId = freshId('o');
    const id = randomBytes(32).toString('hex');
    const first = await writeBatch(orgId, newBatch({ 'note.add': 1 }), { id });
    await gone(orgId);
    const second = await writeBatch(orgId, newBatch({ 'note.add': 10 }), { id });
    await Promise.all([deliverBatch(first), deliverBatch(second)]);
    await gone(orgId);
    expect(await countsOf(orgId)).to.deep.equal({ 'note.add': 11 });
  });

  it('of another form is taken away and counts nothing', async () => {
    const orgId = freshId('o');
    await writeBatch(orgId, newBatch({ 'Call Ana': 1 } as FeatureCounts));
    await gone(orgId);
    expect((await adminDb().collection(`orgs/${orgId}/usage`).get()).size).to.equal(0);
  });

  it('is taken away and not added where the day has had its share', async () => {
    const orgId = freshId('o');
    const day = adminDb().doc(`orgs/${orgId}/usage/${dayOf(Date.now())}`);
    await day.set({ batches: LIMITS.batchesPerDay, counts: { 'note.add': 1 } });
    await writeBatch(orgId, newBatch({ 'note.add': 5 }));
    await gone(orgId);
    expect(await countsOf(orgId)).to.deep.equal({ 'note.add': 1 });
  });

  it('adds up exactly from twelve browsers at the same time, delivered up to three times', async () => {
    const report = await countUses({ orgId: freshId('o'), browsers: 12, uses: 2_400, seed: 5 });
    expect(report.wrong).to.deep.equal([]);
    expect(report).to.include({ uses: 2_400, counted: 2_400, left: 0 });
    expect(report.redelivered).to.be.greaterThan(10);
  });
});

describe('a batch whose trigger died', function () {
  this.timeout(60_000);
  const { faultsDir } = worldEnvironment();

  /** Writes a batch whose trigger dies before it has done anything. */
  async function leave(orgId: string, hoursAgo: number): Promise<void> {
    const id = randomBytes(32).toString('hex');
    const fault = join(faultsDir, `usage-before-commit-${id}`);
    writeFileSync(fault, 'throw');
    await writeBatch(orgId, newBatch({ 'note.add': 2 }), {
      id,
      at: new Date(Date.now() - hoursAgo * 3_600_000),
    });
    await eventually(() => struck(fault), 'The trigger did not come to its end');
  }

  it('is added up by the sweeper, once', async () => {
    const orgId = freshId('o');
    await leave(orgId, 1);
    expect(await countsOf(orgId)).to.deep.equal({});
    await Promise.all([fireSchedule('sweepTelemetry'), fireSchedule('sweepTelemetry')]);
    await gone(orgId);
    expect(await countsOf(orgId)).to.deep.equal({ 'note.add': 2 });
  });

  it('is left to its trigger while that may still come again', async () => {
    const orgId = freshId('o');
    await leave(orgId, 0);
    await fireSchedule('sweepTelemetry');
    const { size } = await adminDb().collection(`orgs/${orgId}/telemetry`).get();
    expect(size).to.equal(1);
  });
});

async function struck(fault: string): Promise<true | undefined> {
  const { existsSync } = await import('node:fs');
  return !existsSync(fault) || undefined;
}

describe('the sums over organizations [P8]', function () {
  this.timeout(120_000);
  const day = dayPlus(dayOf(Date.now()), -2);
  const aggregate = adminDb().doc(`usageAggregates/${day}`);

  before('only what this test knows of', async () => {
    const { docs } = await adminDb().collectionGroup('usage').where('day', '==', day).get();
    await Promise.all([...docs.map(({ ref }) => ref.delete()), aggregate.delete()]);
    const expireAt = Timestamp.fromMillis(dayStart(day) + 1e9);
    const days = Array.from({ length: 12 }, (_, at) => ({
      day,
      expireAt,
      counts: { 'inbox.open': 3, ...(at < 9 && { 'audit.export': 20 }), ...(at < 10 && { 'note.add': 7 }) },
      browsers: { chrome: 5, ...(at < 3 && { safari: 4, edge: 1 }) },
    }));
    await Promise.all(
      days.map((each) =>
        adminDb()
          .doc(`orgs/${freshId('o')}/usage/${day}`)
          .set(each),
      ),
    );
  });

  it('hold what ten organizations did, rounded, and leave out what nine did', async () => {
    await fireSchedule('rollUpUsage');
    const { at, ...sums } = (await aggregate.get()).data() ?? {};
    expect(sums).to.deep.equal({
      day,
      counts: { 'inbox.open': 40, 'note.add': 70 },
      browsers: { chrome: 60 },
    });
    expect(at).to.be.instanceOf(Timestamp);
  });

  it('are written once: what comes late changes no day that was told', async () => {
    const before = (await aggregate.get()).updateTime;
    const late = { day, counts: { 'inbox.open': 500 } };
    await adminDb()
      .doc(`orgs/${freshId('o')}/usage/${day}`)
      .set(late);
    await fireSchedule('rollUpUsage');
    expect((await aggregate.get()).updateTime?.isEqual(before!)).to.equal(true);
  });

  it('name no organization and no person', async () => {
    const text = JSON.stringify((await aggregate.get()).data());
    const { docs } = await adminDb().collectionGroup('usage').where('day', '==', day).get();
    for (const { ref } of docs) expect(text).not.to.include(ref.parent.parent!.id);
  });
});
