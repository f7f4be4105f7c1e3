import type { Contract, Role } from '@leadpulse/model';
import {
  can,
  cancelPlanContract,
  changePlanContract,
  countUsageContract,
  openBillingPortalContract,
  previewPlanContract,
  refreshBillingContract,
  resumePlanContract,
  ROLES,
  startCheckoutContract,
} from '@leadpulse/model';
import { expect } from 'chai';
import type { z } from 'zod';
import { adminDb } from '../../local/worldClient.js';
import type { Payer } from '../proof/billing/payer.js';
import { seedPayer } from '../proof/billing/payer.js';
import { believedBy } from '../proof/billing/verdict.js';
import { callWith, tokenOf } from './callAs.js';
import type { Person } from './tenant.js';
import { freshId } from './tenant.js';

const plan = { planId: 'growth' };
const CALLS: [contract: Contract<z.ZodType, z.ZodType>, input: object][] = [
  [startCheckoutContract, plan],
  [openBillingPortalContract, {}],
  [previewPlanContract, plan],
  [changePlanContract, { ...plan, prorationDate: 1, dueNowCents: 0 }],
  [cancelPlanContract, {}],
  [resumePlanContract, {}],
  [refreshBillingContract, {}],
];
const BELOW_OWNER = ROLES.filter((role) => !can(role, 'billing.write'));

/** A seat, without an account at the sign-in: tokens are enough here. */
async function seat({ orgId }: Payer, role: Role): Promise<Person> {
  const person = { uid: freshId('u'), email: `${freshId('p')}@people.example` };
  const member = { role, sees: 'everything', displayName: 'Test Person', email: person.email };
  await adminDb()
    .doc(`orgs/${orgId}/members/${person.uid}`)
    .set({ ...member, joinedAt: new Date() });
  return person;
}

describe('who pays', function () {
  this.timeout(60_000);
  let payer: Payer;
  let other: Payer;
  before(async () => {
    [payer, other] = await Promise.all([seedPayer(), seedPayer()]);
  });

  it('is nobody below an owner, whatever they call, and nothing changes', async () => {
    const before = await believedBy(payer);
    for (const role of BELOW_OWNER) {
      const token = tokenOf(await seat(payer, role));
      const refusals = CALLS.map(([contract, input]) =>
        callWith(token, contract, { orgId: payer.orgId, ...input }),
      );
      for (const refused of await Promise.all(refusals)) {
        expect(refused).to.deep.include({ code: 'permission-denied', reason: 'role-does-not-allow' });
      }
    }
    expect(await believedBy(payer)).to.deep.equal(before);
  });

  it('is not the owner of another organization, nor somebody who was removed', async () => {
    const stranger = await seat(other, 'owner');
    const removed = await seat(payer, 'owner');
    const token = tokenOf(removed); // minted while the seat was there
    await adminDb().doc(`orgs/${payer.orgId}/members/${removed.uid}`).delete();
    for (const [contract, input] of [...CALLS, [countUsageContract, {}] as const]) {
      for (const from of [tokenOf(stranger), token]) {
        const refused = await callWith(from, contract, { orgId: payer.orgId, ...input });
        expect(refused, contract.name).to.deep.include({ code: 'permission-denied', reason: 'not-a-member' });
      }
    }
  });

  it('is nobody without a name', async () => {
    for (const [contract, input] of CALLS) {
      const refused = await callWith('', contract, { orgId: payer.orgId, ...input });
      expect(refused?.code, contract.name).to.equal('unauthenticated');
    }
  });

  it('hears the field that is unknown, of every call', async () => {
    const token = tokenOf(await seat(payer, 'owner'));
    for (const [contract, input] of CALLS) {
      const refused = await callWith(token, contract, { orgId: payer.orgId, ...input, coupon: 'FREE' });
      expect(refused, contract.name).to.deep.include({ code: 'invalid-argument', field: 'coupon' });
    }
  });
});
