import { deleteOrgContract, removeMemberContract } from '@leadpulse/model';
import { callAs, signOutAll, tokenOf } from '../functions/callAs.js';
import { seedMember } from '../functions/team.js';
import { seedContact, seedTenant } from '../functions/tenant.js';
import { callableAskings, grantedOf, hammer, rulesAskings } from './afterRemoval.js';
import { playInterleavings } from './interleavings.js';

const SCHEDULES = 500;
const REMOVALS = 20;
const ROUNDS = 100;

interface SeatsPart {
  schedules: number;
  brokenSchedules: number;
  acceptedAfterRemoval: number;
}

/** What the rules and callables promise about seats; belongs to the `rules` part of reports/proof.json. */
export async function proveSeats(log: (line: string) => void): Promise<{ part: SeatsPart; kept: boolean }> {
  const seeds = Array.from({ length: SCHEDULES }, (_, at) => at + 1);
  const { acts, faults, schedules, brokenSchedules } = await playInterleavings(seeds);
  log(`${schedules} schedules: ${JSON.stringify(acts)}`);
  for (const fault of faults) log(fault);
  let asked = 0;
  let acceptedAfterRemoval = 0;
  for (let at = 0; at < REMOVALS; at += 1) {
    const found = await removeUnderFire(at % 2 === 0 ? 'removed' : 'closed');
    asked += found.asked;
    acceptedAfterRemoval += found.accepted.length;
    for (const name of found.accepted) log(`granted after the removal: ${name}`);
  }
  await signOutAll();
  log(`${asked} requests after ${REMOVALS} removals and deletions`);
  const part = { schedules, brokenSchedules, acceptedAfterRemoval };
  return { part, kept: brokenSchedules + acts.failed + acceptedAfterRemoval === 0 && asked > REMOVALS };
}

/** An admin asks for all they may while they are removed, or their organization is deleted, and for a while after. */
async function removeUnderFire(how: 'removed' | 'closed'): Promise<{ asked: number; accepted: string[] }> {
  const tenant = await seedTenant();
  const [owner, admin, colleague] = await Promise.all([
    seedMember(tenant, 'owner'),
    seedMember(tenant, 'admin'),
    seedMember(tenant, 'agent'),
  ]);
  const { orgId } = tenant;
  const contactId = (await seedContact(tenant)).id;
  const place = { orgId, contactId, uid: admin.uid, colleagueUid: colleague.uid };
  const { repeatable, lasting } = callableAskings(place);
  const token = tokenOf(admin);
  const act = () =>
    how === 'removed'
      ? callAs(owner, removeMemberContract, { orgId, memberUid: admin.uid })
      : callAs(owner, deleteOrgContract, { orgId, confirmName: 'Harbor Realty' });
  const found = await hammer(rulesAskings(place), token, { act, rounds: ROUNDS });
  const called = [...repeatable, ...lasting];
  const granted = await grantedOf(called, token);
  return { asked: found.asked + called.length, accepted: [...found.acceptedAfter, ...granted] };
}
