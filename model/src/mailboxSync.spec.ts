import { expect } from 'chai';
import type { FolderSync } from './mailboxSync.js';
import { planFolder, syncProgress, uidsToRead } from './mailboxSync.js';

const DAY_MS = 86_400_000;
const nowMs = Date.parse('2026-03-10T12:00:00Z');
const at = (ms: number) => ({ toMillis: () => ms });
const INBOX = { path: 'INBOX', uidValidity: '7' };

const known = (fields: Partial<FolderSync> = {}): FolderSync => ({
  ...INBOX,
  nextUid: 40,
  sinceAt: at(nowMs - 90 * DAY_MS),
  read: 12,
  total: 12,
  isCaughtUp: true,
  ...fields,
});

describe('reading a folder of a mailbox', () => {
  it('begins thirty days back', () => {
    const plan = planFolder(null, INBOX, { syncedToMs: null, nowMs });
    expect(plan).to.include({ nextUid: 1, sinceMs: nowMs - 30 * DAY_MS, isCaughtUp: false, total: 0 });
  });

  it('goes on where it ended', () => {
    const plan = planFolder(known(), INBOX, { syncedToMs: nowMs - DAY_MS, nowMs });
    expect(plan).to.include({ nextUid: 40, sinceMs: nowMs - 90 * DAY_MS });
  });

  for (const [what, found] of [
    ['its numbers mean something else', { path: 'INBOX', uidValidity: '8' }],
    ['it has another place', { path: 'Mail/INBOX', uidValidity: '7' }],
  ] as const) {
    it(`begins anew when ${what}, with what can be news`, () => {
      const plan = planFolder(known(), found, { syncedToMs: nowMs - DAY_MS, nowMs });
      expect(plan).to.include({ ...found, nextUid: 1, sinceMs: nowMs - 3 * DAY_MS, isCaughtUp: true });
    });
  }

  it('never goes back further than thirty days, however long nobody looked', () => {
    const found = { path: 'INBOX', uidValidity: '8' };
    const plan = planFolder(known(), found, { syncedToMs: nowMs - 200 * DAY_MS, nowMs });
    expect(plan.sinceMs).to.equal(nowMs - 30 * DAY_MS);
  });

  it('stays a first look if the numbers change before that is through', () => {
    const before = known({ isCaughtUp: false });
    const plan = planFolder(before, { path: 'INBOX', uidValidity: '8' }, { syncedToMs: null, nowMs });
    expect(plan).to.include({ isCaughtUp: false, sinceMs: nowMs - 30 * DAY_MS });
  });

  it('reads in the order of the numbers, and leaves out the last known mail', () => {
    expect(uidsToRead([44, 41, 39], { nextUid: 40 })).to.deep.equal([41, 44]);
  });

  it('tells how far the first look has come', () => {
    const inbox = known({ isCaughtUp: true, read: 10, total: 10 });
    const sent = known({ isCaughtUp: false, read: 3, total: 20 });
    const sync = { leaseUntil: null, failedAt: null, inbox, sent };
    expect(syncProgress(sync)).to.deep.equal({ read: 13, total: 30 });
    expect(syncProgress({ ...sync, sent: null })).to.equal(null);
    expect(syncProgress({ ...sync, inbox: null, sent: null })).to.deep.equal({ read: 0, total: 0 });
  });
});
