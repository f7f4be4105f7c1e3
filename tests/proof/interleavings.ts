import type { SeatView } from '@leadpulse/model';
import { auditEntrySchema, memberSchema, userSchema } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import { setTimeout as wait } from 'node:timers/promises';
import { grantOwnership } from '../../functions/src/org/grantOwnership.callable.js';
import { leaveOrg } from '../../functions/src/org/leaveOrg.callable.js';
import { removeMember } from '../../functions/src/org/removeMember.callable.js';
import { setMemberRole } from '../../functions/src/org/setMemberRole.callable.js';
import { verifyChain } from '../../functions/src/org/verifyChain.js';
import { db } from '../../functions/src/platform/firestore.js';
import { adminDb } from '../../local/worldClient.js';
import { runChild } from '../bench/childProcess.js';
import { freshId } from '../functions/tenant.js';
import type { Found, Seats, Step } from './seatSchedule.js';
import { faultsOf, seatSchedule, type SeatSchedule } from './seatSchedule.js';

const MOST_PROCESSES = 6;
const LEAST_SHARE = 6; // a process takes as long to begin as a schedule or two to play

export interface InterleavingReport {
  schedules: number;
  brokenSchedules: number;
  /** busy: gave up since the others were in the way all the time. */
  acts: Record<Outcome, number>;
  /** Which schedules broke, by their seeds, and how. */
  faults: string[];
}

/**
 * Plays schedules of owners and others who change each other's seats at the same time, in several processes: the emulator
 * locks what a transaction queries in every organization of a project, so each process has a project of its own.
 */
export async function playInterleavings(seeds: readonly number[]): Promise<InterleavingReport> {
  const processes = Math.min(MOST_PROCESSES, Math.ceil(seeds.length / LEAST_SHARE));
  const shares = Array.from({ length: processes }, (_, lane) =>
    seeds.filter((_seed, at) => at % processes === lane),
  );
  const reports = await Promise.all(
    shares.map((share, lane) =>
      runChild<InterleavingReport>('../proof/interleavings.child.ts', [
        `demo-seats-${lane}`,
        share.join(','),
      ]),
    ),
  );
  return reports.reduce(together);
}

function together(a: InterleavingReport, b: InterleavingReport): InterleavingReport {
  return {
    schedules: a.schedules + b.schedules,
    brokenSchedules: a.brokenSchedules + b.brokenSchedules,
    acts: {
      done: a.acts.done + b.acts.done,
      refused: a.acts.refused + b.acts.refused,
      busy: a.acts.busy + b.acts.busy,
      failed: a.acts.failed + b.acts.failed,
    },
    faults: [...a.faults, ...b.faults],
  };
}

/** One process' share: one schedule after the other, each in its own organization. */
export async function playSchedules(project: string, seeds: readonly number[]): Promise<InterleavingReport> {
  adminDb(); // points this process at the emulators of the world
  process.env.GCLOUD_PROJECT = project;
  const acts = { done: 0, refused: 0, busy: 0, failed: 0 };
  const report: InterleavingReport = { schedules: seeds.length, brokenSchedules: 0, acts, faults: [] };
  for (const seed of seeds) {
    const schedule = seatSchedule(seed);
    const orgId = await seedSeats(schedule);
    const outcomes = await Promise.all(schedule.steps.map((step) => play(orgId, step)));
    for (const outcome of outcomes) acts[outcome] += 1;
    const faults = faultsOf(schedule, await look(orgId, schedule));
    if (faults.length > 0) report.brokenSchedules += 1;
    report.faults.push(...faults.map((fault) => `schedule ${seed}: ${fault}`));
  }
  return report;
}

/** A person's uid: their name, in their organization. */
const uidOf = (orgId: string, name: string): string => `${orgId}-${name}`;

async function seedSeats({ seats }: SeatSchedule): Promise<string> {
  const orgId = freshId('o');
  const batch = db().batch();
  for (const [name, seat] of Object.entries(seats)) {
    const uid = uidOf(orgId, name);
    const email = `${uid}@people.example`;
    const member = { ...seat, displayName: name, email, joinedAt: Timestamp.now() };
    batch.set(db().doc(`orgs/${orgId}/members/${uid}`), member);
    batch.set(db().doc(`users/${uid}`), {
      displayName: name,
      email,
      preferences: { productEmails: false, promotionalEmails: false, telemetry: false, cookies: 'unasked' },
      acceptedPolicy: { version: '1', at: Timestamp.now() },
      orgs: { [orgId]: { name: 'Raced', timeZone: 'UTC', ...seat } },
    });
  }
  await batch.commit();
  return orgId;
}

type Outcome = 'done' | 'refused' | 'busy' | 'failed';

/** Calls the callable's own code; only the way through HTTP is left out. */
async function play(orgId: string, { actor, act, afterMs }: Step): Promise<Outcome> {
  await wait(afterMs);
  const ask = (data: object) => requestBy(uidOf(orgId, actor), { orgId, ...data });
  try {
    switch (act.kind) {
      case 'change': {
        const { member, role, sees } = act;
        await setMemberRole.run(ask({ memberUid: uidOf(orgId, member), role, sees }));
        return 'done';
      }
      case 'remove':
        await removeMember.run(ask({ memberUid: uidOf(orgId, act.member) }));
        return 'done';
      case 'grant':
        await grantOwnership.run(ask({ memberUid: uidOf(orgId, act.member), stepDown: act.stepDown }));
        return 'done';
      case 'leave':
        await leaveOrg.run(ask({}));
        return 'done';
    }
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (typeof code !== 'string') throw error;
    if (code === 'internal') return 'failed';
    return code === 'resource-exhausted' ? 'busy' : 'refused';
  }
}

type Request = Parameters<typeof leaveOrg.run>[0];

function requestBy(uid: string, data: object): Request {
  const token = { uid, sub: uid, auth_time: Math.floor(Date.now() / 1000), email_verified: true };
  const request = { data, auth: { uid, token, rawToken: '' }, rawRequest: { headers: {} } };
  return request as unknown as Request;
}

async function look(orgId: string, schedule: SeatSchedule): Promise<Found> {
  const names = Object.keys(schedule.seats);
  const nameOf = (uid: string): string => uid.slice(orgId.length + 1);
  const [members, log, pages, chain] = await Promise.all([
    db().collection(`orgs/${orgId}/members`).get(),
    db().collection(`orgs/${orgId}/auditLog`).orderBy('sequence').get(),
    db().getAll(...names.map((name) => db().doc(`users/${uidOf(orgId, name)}`))),
    db().runTransaction((tx) => verifyChain(tx, orgId), { readOnly: true }),
  ]);
  const seats = members.docs.map((doc) => [nameOf(doc.id), viewOf(memberSchema.parse(doc.data()))] as const);
  const listed = pages.flatMap((page) => {
    const seat = userSchema.parse(page.data()).orgs[orgId];
    return seat ? [[nameOf(page.id), viewOf(seat)] as const] : [];
  });
  const entries = log.docs.map((doc) => auditEntrySchema.parse(doc.data()));
  return {
    seats: Object.fromEntries(seats) satisfies Seats,
    pages: Object.fromEntries(listed) satisfies Seats,
    log: entries.map((entry) => ({ ...entry, actor: nameOf(entry.actor), target: nameOf(entry.target) })),
    isChainIntact: chain.isIntact,
  };
}

function viewOf({ role, sees }: SeatView): SeatView {
  return { role, sees };
}
