import type { Role } from '@leadpulse/model';
import {
  can,
  grantOwnershipContract,
  leaveOrgContract,
  removeMemberContract,
  ROLES,
  saveContactContract,
  setMemberRoleContract,
} from '@leadpulse/model';
import { expect } from 'chai';
import type { z } from 'zod';
import { callAs, signOutAll } from './callAs.js';
import { refusalOf } from './refusals.js';
import { auditLogOf, seatsOf, seedMember } from './team.js';
import type { Person, Tenant } from './tenant.js';
import { freshId, seedTenant } from './tenant.js';

type Team = Tenant & Record<Role, Person>;

/** An organization with one of each role. */
async function seedTeam(): Promise<Team> {
  const tenant = await seedTenant();
  const [owner, admin, agent, viewer] = await Promise.all([
    seedMember(tenant, 'owner'),
    seedMember(tenant, 'admin'),
    seedMember(tenant, 'agent', 'assigned'),
    seedMember(tenant, 'viewer'),
  ]);
  return { ...tenant, owner, admin, agent, viewer };
}

const ORIGIN = { network: '', browser: 'other' }; // the emulator hands calls over by a socket without an address

describe('the team of an organization', function () {
  this.timeout(40_000);
  let team: Team;
  beforeEach(async () => {
    team = await seedTeam();
  });
  after(signOutAll);

  const ids = (member: Person) => ({ orgId: team.orgId, memberUid: member.uid });
  const makeAdmin = { role: 'admin', sees: 'assigned' } as const;

  it('gets a changed role in the seat, on the page and in the audit log at once', async () => {
    await callAs(team.admin, setMemberRoleContract, {
      ...ids(team.agent),
      role: 'viewer',
      sees: 'everything',
    });
    expect(await seatsOf(team, team.agent)).to.deep.equal(['viewer everything', 'viewer everything']);
    const [entry] = await auditLogOf(team);
    expect(entry).to.deep.include({
      actor: team.admin.uid,
      action: 'member.role',
      target: team.agent.uid,
      origin: ORIGIN,
      before: { role: 'agent', sees: 'assigned' },
      after: { role: 'viewer', sees: 'everything' },
    });
  });

  it('makes an admin see everything, whatever was asked for', async () => {
    await callAs(team.owner, setMemberRoleContract, { ...ids(team.agent), ...makeAdmin });
    expect(await seatsOf(team, team.agent)).to.deep.equal(['admin everything', 'admin everything']);
  });

  it('logs a change once that is asked for twice', async () => {
    const change = { ...ids(team.viewer), ...makeAdmin };
    await callAs(team.owner, setMemberRoleContract, change);
    await callAs(team.owner, setMemberRoleContract, change);
    expect(await auditLogOf(team)).to.have.length(1);
  });

  it('loses a member, who keeps the other organizations', async () => {
    await callAs(team.admin, removeMemberContract, ids(team.agent));
    expect(await seatsOf(team, team.agent)).to.deep.equal(['none', 'none']);
    const [entry] = await auditLogOf(team);
    expect(entry).to.deep.include({
      actor: team.admin.uid,
      action: 'member.remove',
      target: team.agent.uid,
      before: { role: 'agent', sees: 'assigned' },
      after: null,
    });
  });

  it('is left by a member of their own will', async () => {
    await callAs(team.viewer, leaveOrgContract, { orgId: team.orgId });
    expect(await seatsOf(team, team.viewer)).to.deep.equal(['none', 'none']);
    const [entry] = await auditLogOf(team);
    expect(entry).to.deep.include({
      actor: team.viewer.uid,
      action: 'member.leave',
      target: team.viewer.uid,
    });
  });

  it('gets a second owner', async () => {
    await callAs(team.owner, grantOwnershipContract, { ...ids(team.agent), stepDown: false });
    expect(await seatsOf(team, team.agent)).to.deep.equal(['owner everything', 'owner everything']);
    expect(await seatsOf(team, team.owner)).to.deep.equal(['owner everything', 'owner everything']);
    expect((await auditLogOf(team)).map(({ action }) => action)).to.deep.equal(['owner.grant']);
  });

  it('is handed over whole, with an entry for each of the two seats', async () => {
    await callAs(team.owner, grantOwnershipContract, { ...ids(team.admin), stepDown: true });
    expect(await seatsOf(team, team.admin)).to.deep.equal(['owner everything', 'owner everything']);
    expect(await seatsOf(team, team.owner)).to.deep.equal(['admin everything', 'admin everything']);
    const entries = await auditLogOf(team);
    expect(entries.map(({ action, target }) => [action, target] as const)).to.deep.equal([
      ['owner.grant', team.admin.uid],
      ['member.role', team.owner.uid],
    ]);
  });

  it('keeps the last owner, who neither leaves nor steps down', async () => {
    const tries = [
      callAs(team.owner, leaveOrgContract, { orgId: team.orgId }),
      callAs(team.owner, setMemberRoleContract, { ...ids(team.owner), ...makeAdmin }),
    ];
    for (const refusal of await Promise.all(tries.map(refusalOf))) {
      expect(refusal).to.include({ code: 'failed-precondition', reason: 'last-owner' });
    }
    expect(await seatsOf(team, team.owner)).to.deep.equal(['owner everything', 'owner everything']);
    expect(await auditLogOf(team)).to.be.empty;
  });

  it('keeps one of two owners who leave at the same moment', async () => {
    const second = await seedMember(team, 'owner');
    const leaving = [team.owner, second].map((owner) =>
      callAs(owner, leaveOrgContract, { orgId: team.orgId }),
    );
    const outcomes = await Promise.allSettled(leaving);
    expect(outcomes.map(({ status }) => status)).to.have.members(['fulfilled', 'rejected']);
    const owners = await team.org.collection('members').where('role', '==', 'owner').get();
    expect(owners.size).to.equal(1);
  });

  const nobodyRaises: [string, () => [Person, Person], string, string][] = [
    [
      'an admin cannot change an owner',
      () => [team.admin, team.owner],
      'permission-denied',
      'owner-untouchable',
    ],
    [
      'an admin cannot keep their own rank by asking',
      () => [team.admin, team.admin],
      'permission-denied',
      'own-seat',
    ],
    [
      'an agent cannot raise themselves',
      () => [team.agent, team.agent],
      'permission-denied',
      'role-does-not-allow',
    ],
    [
      'a viewer cannot raise a friend',
      () => [team.viewer, team.agent],
      'permission-denied',
      'role-does-not-allow',
    ],
  ];
  for (const [title, who, code, reason] of nobodyRaises) {
    it(title, async () => {
      const [actor, member] = who();
      const before = await seatsOf(team, member);
      const call = callAs(actor, setMemberRoleContract, { ...ids(member), ...makeAdmin });
      expect(await refusalOf(call)).to.include({ code, reason });
      expect(await seatsOf(team, member)).to.deep.equal(before);
      expect(await auditLogOf(team)).to.be.empty;
    });
  }

  for (const role of ROLES) {
    it(`${can(role, 'member.write') ? 'lets' : 'does not let'} ${role} remove a member`, async () => {
      const other = await seedMember(team, 'agent');
      const call = callAs(team[role], removeMemberContract, ids(other));
      const outcome = await refusalOf(call).catch(() => ({ reason: 'done' }));
      expect(outcome.reason).to.equal(can(role, 'member.write') ? 'done' : 'role-does-not-allow');
    });

    it(`${can(role, 'owner.grant') ? 'lets' : 'does not let'} ${role} make an owner`, async () => {
      const other = await seedMember(team, 'agent');
      const call = callAs(team[role], grantOwnershipContract, { ...ids(other), stepDown: false });
      const outcome = await refusalOf(call).catch(() => ({ reason: 'done' }));
      expect(outcome.reason).to.equal(can(role, 'owner.grant') ? 'done' : 'role-does-not-allow');
    });
  }

  it('cannot lose an owner by removal, nor anybody by their own hand', async () => {
    const second = await seedMember(team, 'owner');
    const outcomes = [
      await refusalOf(callAs(team.owner, removeMemberContract, ids(second))),
      await refusalOf(callAs(team.admin, removeMemberContract, ids(team.owner))),
      await refusalOf(callAs(team.admin, removeMemberContract, ids(team.admin))),
      await refusalOf(callAs(team.owner, grantOwnershipContract, { ...ids(team.owner), stepDown: true })),
      await refusalOf(callAs(team.owner, grantOwnershipContract, { ...ids(second), stepDown: false })),
    ];
    expect(outcomes.map(({ reason, field }) => [reason, field])).to.deep.equal([
      ['owner-untouchable', undefined],
      ['owner-untouchable', undefined],
      ['own-seat', 'memberUid'],
      ['own-seat', 'memberUid'],
      ['already-owner', undefined],
    ]);
  });

  it('is closed to the owner of another organization, with their own ids or with ours', async () => {
    const other = await seedTeam();
    const theirs = { orgId: other.orgId, memberUid: team.agent.uid };
    const ours = ids(team.agent);
    const foreign = [
      await refusalOf(callAs(other.owner, setMemberRoleContract, { ...ours, ...makeAdmin })),
      await refusalOf(callAs(other.owner, removeMemberContract, ours)),
      await refusalOf(callAs(other.owner, grantOwnershipContract, { ...ours, stepDown: false })),
      await refusalOf(callAs(other.owner, leaveOrgContract, { orgId: team.orgId })),
    ];
    expect(foreign.map(({ reason }) => reason)).to.deep.equal(Array(4).fill('not-a-member'));
    const absent = [
      await refusalOf(callAs(other.owner, setMemberRoleContract, { ...theirs, ...makeAdmin })),
      await refusalOf(callAs(other.owner, removeMemberContract, theirs)),
      await refusalOf(callAs(other.owner, grantOwnershipContract, { ...theirs, stepDown: false })),
    ];
    expect(absent.map(({ code, field }) => [code, field])).to.deep.equal(
      Array(3).fill(['not-found', 'memberUid']),
    );
    expect(await seatsOf(team, team.agent)).to.deep.equal(['agent assigned', 'agent assigned']);
  });

  const faults: [string, Record<string, unknown>, string][] = [
    ['an owner’s role', { role: 'owner' }, 'role'],
    ['a role that there is not', { role: 'root' }, 'role'],
    ['a view that there is not', { sees: 'nothing' }, 'sees'],
    ['a member made into a path', { memberUid: 'a/b' }, 'memberUid'],
    ['a member in a list', { memberUid: ['a'] }, 'memberUid'],
    ['an organization made into a path', { orgId: 'a/b/c' }, 'orgId'],
    ['a field that it does not know', { isClosed: false }, 'isClosed'],
  ];
  for (const [what, fields, field] of faults) {
    it(`names ${field} as the field at fault for ${what}`, async () => {
      const input = { ...ids(team.agent), ...makeAdmin, ...fields } as z.input<
        typeof setMemberRoleContract.input
      >;
      const refusal = await refusalOf(callAs(team.owner, setMemberRoleContract, input));
      expect(refusal).to.include({ code: 'invalid-argument', field });
      expect(refusal.allowed).to.be.a('string').that.is.not.empty;
    });
  }

  it('grants nothing any more by a seat that is closed', async () => {
    await team.org.collection('members').doc(team.owner.uid).update({ isClosed: true });
    const fields = {
      name: 'X',
      company: '',
      emails: [],
      phones: [],
      tags: [],
      stage: 'new',
      assigneeUid: null,
    } as const;
    const contact = { orgId: team.orgId, contactId: null, requestId: freshId('r') };
    const refusals = [
      await refusalOf(
        callAs(team.owner, saveContactContract, {
          ...contact,
          fields: { ...fields, emails: [], phones: [], tags: [] },
        }),
      ),
      await refusalOf(callAs(team.owner, setMemberRoleContract, { ...ids(team.agent), ...makeAdmin })),
      await refusalOf(callAs(team.owner, removeMemberContract, ids(team.agent))),
      await refusalOf(callAs(team.owner, leaveOrgContract, { orgId: team.orgId })),
      await refusalOf(callAs(team.owner, grantOwnershipContract, { ...ids(team.agent), stepDown: false })),
    ];
    expect(refusals.map(({ reason }) => reason)).to.deep.equal(Array(5).fill('org-closed'));
  });
});
