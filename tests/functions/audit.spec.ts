import type { Role } from '@leadpulse/model';
import { can, ROLES, setMemberRoleContract, verifyAuditLogContract } from '@leadpulse/model';
import { expect } from 'chai';
import type { DocumentReference } from 'firebase-admin/firestore';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { ROOT } from '../../local/world/places.js';
import { worldPorts } from '../../local/worldClient.js';
import { callAs, signOutAll } from './callAs.js';
import { refusalOf } from './refusals.js';
import { seedMember } from './team.js';
import type { Person, Tenant } from './tenant.js';
import { seedTenant } from './tenant.js';

const ENTRIES = 4;

describe('the audit log', function () {
  this.timeout(60_000);
  let tenant: Tenant;
  let owner: Person;
  beforeEach(async () => {
    tenant = await seedTenant();
    owner = await seedMember(tenant, 'owner');
    const agent = await seedMember(tenant, 'agent');
    const change = { orgId: tenant.orgId, memberUid: agent.uid, sees: 'everything' } as const;
    for (const role of ['viewer', 'agent', 'admin', 'viewer'] as const) {
      await callAs(owner, setMemberRoleContract, { ...change, role });
    }
  });
  after(signOutAll);

  const verify = (by: Person) => callAs(by, verifyAuditLogContract, { orgId: tenant.orgId });
  const entry = (number: number): DocumentReference =>
    tenant.org.collection('auditLog').doc(String(number).padStart(9, '0'));
  const head = (): DocumentReference => tenant.org.collection('chains').doc('audit');

  it('is intact as it was written', async () => {
    expect(await verify(owner)).to.deep.equal({ entries: ENTRIES, isIntact: true, brokenAt: null });
  });

  const tampering: [string, () => Promise<unknown>, number][] = [
    ['another actor', () => entry(2).update({ actor: 'somebody' }), 2],
    ['a role made smaller', () => entry(3).update({ 'after.role': 'viewer' }), 3],
    ['a field more', () => entry(1).update({ note: 'x' }), 1],
    ['a field less', async () => entry(2).set({ action: 'member.role' }), 2],
    ['an entry taken out', () => entry(2).delete(), 2],
    ['its end cut off', () => entry(ENTRIES).delete(), ENTRIES],
    ['an entry put behind it', async () => entry(9).set((await entry(2).get()).data() ?? {}), 5],
    ['all of it gone', () => Promise.all([1, 2, 3, 4].map((number) => entry(number).delete())), 1],
    ['its head gone', () => head().delete(), 1],
    ['its head spoilt', () => head().update({ hash: 'f'.repeat(64) }), ENTRIES],
  ];
  for (const [what, tamper, brokenAt] of tampering) {
    it(`shows ${what}`, async () => {
      await tamper();
      expect(await verify(owner)).to.include({ isIntact: false, brokenAt });
    });
  }

  it('is verified from the command line too, where a broken one fails the command', async () => {
    const run = async () => {
      const env = { ...process.env, PORT_BASE: String(worldPorts().hosting) };
      const script = ['--import', 'tsx', 'local/auditVerify.ts', tenant.orgId];
      const child = spawn(process.execPath, script, { cwd: ROOT, env, timeout: 45_000 });
      const [stdout] = await Promise.all([text(child.stdout), once(child, 'exit')]);
      return { stdout, status: child.exitCode };
    };
    const before = await run();
    expect([before.status, before.stdout]).to.deep.equal([
      0,
      `✓ ${tenant.orgId}  ${ENTRIES} entries  intact\naudit logs read: 1\n`,
    ]);
    await entry(2).update({ target: 'somebody' });
    const after = await run();
    expect(after.status).to.equal(1);
    expect(after.stdout).to.contain('BROKEN at entry 2');
  });

  const others: Role[] = ROLES.filter((role) => role !== 'owner');
  for (const role of others) {
    const may = can(role, 'audit.read');
    it(`is verified ${may ? 'by' : 'for nobody of'} the role ${role}`, async () => {
      const call = verify(await seedMember(tenant, role));
      if (may) expect(await call).to.include({ isIntact: true });
      else expect((await refusalOf(call)).reason).to.equal('role-does-not-allow');
    });
  }

  it('is verified for no stranger', async () => {
    const stranger = await seedMember(await seedTenant(), 'owner');
    expect((await refusalOf(verify(stranger))).reason).to.equal('not-a-member');
  });
});
