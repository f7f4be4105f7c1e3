import {
  deleteOrgContract,
  leaveOrgContract,
  removeMemberContract,
  setMemberRoleContract,
} from '@leadpulse/model';
import { expect } from 'chai';
import type { Asking } from '../proof/afterRemoval.js';
import { callableAskings, grantedOf, hammer, rulesAskings } from '../proof/afterRemoval.js';
import { callAs, signOutAll, tokenOf } from './callAs.js';
import { seedMember } from './team.js';
import type { Person, Tenant } from './tenant.js';
import { seedContact, seedTenant } from './tenant.js';

/** What a viewer who sees only their own may still do here, where nothing is theirs. */
const OF_A_VIEWER = ['get orgs', 'get members', 'list members'];
const ROUNDS = 40;

describe('a token minted before [P11]', function () {
  this.timeout(120_000);
  let tenant: Tenant;
  let owner: Person;
  let admin: Person;
  let token: string;
  let asked: { rules: Asking[]; repeatable: Asking[]; lasting: Asking[] };

  beforeEach(async () => {
    tenant = await seedTenant();
    [owner, admin] = await Promise.all([seedMember(tenant, 'owner'), seedMember(tenant, 'admin')]);
    const colleague = await seedMember(tenant, 'agent');
    const contact = await seedContact(tenant);
    const ids = { orgId: tenant.orgId, contactId: contact.id, uid: admin.uid, colleagueUid: colleague.uid };
    asked = { rules: rulesAskings(ids), ...callableAskings(ids) };
    token = tokenOf(admin);
  });
  after(signOutAll);

  const everything = () => [...asked.rules, ...asked.repeatable, ...asked.lasting];
  const ids = () => ({ orgId: tenant.orgId, memberUid: admin.uid });

  it('grants an admin all that is tried here, so that the refusals mean something', async () => {
    const tried = [...asked.rules, ...asked.repeatable];
    expect(await grantedOf(tried, token)).to.have.members(tried.map(({ name }) => name));
  });

  it('grants nothing after the removal', async () => {
    await callAs(owner, removeMemberContract, ids());
    expect(await grantedOf(everything(), token)).to.deep.equal([]);
  });

  it('grants nothing after its person left', async () => {
    await callAs(admin, leaveOrgContract, { orgId: tenant.orgId });
    expect(await grantedOf(everything(), token)).to.deep.equal([]);
  });

  it('grants nothing after the organization was deleted', async () => {
    await callAs(owner, deleteOrgContract, { orgId: tenant.orgId, confirmName: 'Harbor Realty' });
    expect(await grantedOf(everything(), token)).to.deep.equal([]);
  });

  it('grants a viewer’s part after the demotion to one who sees only their own', async () => {
    await callAs(owner, setMemberRoleContract, { ...ids(), role: 'viewer', sees: 'assigned' });
    const tried = everything().filter(({ name }) => name !== 'leaveOrg'); // a viewer may leave
    expect(await grantedOf(tried, token)).to.have.members(OF_A_VIEWER);
  });

  it('is refused from the very answer of the removal on, under a steady stream of requests', async () => {
    const act = () => callAs(owner, removeMemberContract, ids());
    const found = await hammer(asked.rules, token, { act, rounds: ROUNDS });
    expect(found.asked).to.be.at.least(ROUNDS);
    expect(found.acceptedAfter).to.deep.equal([]);
  });
});
