import {
  cancelPlanContract,
  changePlanContract,
  createOrgContract,
  openBillingPortalContract,
  previewPlanContract,
  refreshBillingContract,
  resumePlanContract,
  startCheckoutContract,
} from '@leadpulse/model';
import type { PlanId, Role } from '@leadpulse/model';
import { POLICY_VERSION } from '@leadpulse/policy';
import { expect } from 'chai';
import { Timestamp } from 'firebase-admin/firestore';
import { adminDb, fireSchedule } from '../../local/worldClient.js';
import type { Payer } from '../proof/billing/payer.js';
import { buy, seedPayer } from '../proof/billing/payer.js';
import { stripeApi, stripeControl } from '../proof/billing/stripeSide.js';
import { callAs, signOutAll } from './callAs.js';
import { refusalOf } from './refusals.js';
import type { Person } from './tenant.js';
import { seedPerson } from './tenant.js';

interface Seated extends Payer {
  owner: Person;
}

async function seated(options: Parameters<typeof seedPayer>[0] = {}): Promise<Seated> {
  const payer = await seedPayer(options);
  return { ...payer, owner: await personOf(payer, 'owner') };
}

const personOf = ({ orgId }: Payer, role: Role): Promise<Person> =>
  seedPerson({ org: adminDb().doc(`orgs/${orgId}`) }, { role });

/** With a running subscription that the organization knows of. */
async function subscribed(planId: PlanId = 'growth'): Promise<Seated> {
  const payer = await seated({ trialDays: -1 });
  await buy(payer, planId);
  await callAs(payer.owner, refreshBillingContract, { orgId: payer.orgId });
  return payer;
}

const page = async ({ orgId }: Payer) =>
  (await adminDb().doc(`orgs/${orgId}/billing/stripe`).get()).data() ?? {};
const access = async ({ orgId }: Payer) =>
  (await adminDb().doc(`orgs/${orgId}`).get()).get('access') as { status: string; planId: string | null };

describe('buying a plan [P2]', function () {
  this.timeout(60_000);
  after(signOutAll);

  it('leads to one open checkout of one customer, however often it is asked', async () => {
    const payer = await seated({ page: 'empty' });
    const ask = () => callAs(payer.owner, startCheckoutContract, { orgId: payer.orgId, planId: 'growth' });
    const [first, second] = await Promise.all([ask(), ask()]);
    expect(first.url).to.equal(second.url);
    expect((await ask()).url).to.equal(first.url);
    const { customerId } = await page(payer);
    const open = await stripeApi().checkout.sessions.list({ customer: String(customerId), status: 'open' });
    expect(open.data).to.have.length(1);
  });

  it('keeps the days of the trial that are left', async () => {
    const payer = await seated({ trialDays: 10 });
    await callAs(payer.owner, startCheckoutContract, { orgId: payer.orgId, planId: 'starter' });
    const { checkout } = await page(payer);
    const { sessionId } = checkout as { sessionId: string };
    expect((await stripeControl().completeCheckout(sessionId, {})).outcome).to.equal('ok');
    await callAs(payer.owner, refreshBillingContract, { orgId: payer.orgId });
    const [subscription] = (await stripeApi().subscriptions.list({ customer: payer.customerId })).data;
    expect(subscription?.trial_end).to.equal(Math.floor((payer.ownTrialEndsAtMs ?? 0) / 1000));
    expect(await access(payer)).to.deep.include({ status: 'trialing', planId: 'starter' });
  });

  it('is refused while a subscription runs, also one we have not heard of', async () => {
    const payer = await seated({ trialDays: -1 });
    await buy(payer, 'starter');
    const again = callAs(payer.owner, startCheckoutContract, { orgId: payer.orgId, planId: 'growth' });
    expect(await refusalOf(again)).to.deep.include({ reason: 'already-subscribed' });
    expect((await access(payer)).status).to.equal('active');
  });

  it('names the field of a plan that there is not', async () => {
    const payer = await seated();
    const planId = 'enterprise' as PlanId;
    const refused = await refusalOf(
      callAs(payer.owner, startCheckoutContract, { orgId: payer.orgId, planId }),
    );
    expect(refused).to.deep.include({ code: 'invalid-argument', field: 'planId' });
  });

  for (const role of ['admin', 'agent', 'viewer'] as const) {
    it(`is not for ${role === 'viewer' ? 'a' : 'an'} ${role}`, async () => {
      const payer = await seated();
      const person = await personOf(payer, role);
      const refused = await refusalOf(
        callAs(person, startCheckoutContract, { orgId: payer.orgId, planId: 'starter' }),
      );
      expect(refused).to.deep.include({ code: 'permission-denied', reason: 'role-does-not-allow' });
    });
  }

  it('is not for the owner of another organization', async () => {
    const [payer, stranger] = await Promise.all([seated(), seated()]);
    const refused = await refusalOf(
      callAs(stranger.owner, startCheckoutContract, { orgId: payer.orgId, planId: 'starter' }),
    );
    expect(refused).to.deep.include({ code: 'permission-denied', reason: 'not-a-member' });
  });

  it('says that Stripe cannot be reached, and changes nothing', async () => {
    const payer = await seated();
    await stripeControl().failNext({
      ...{ method: 'GET', path: '/v1/subscriptions', status: 500, times: 4 },
      customer: payer.customerId,
    });
    const refused = await refusalOf(callAs(payer.owner, refreshBillingContract, { orgId: payer.orgId }));
    expect(refused).to.deep.include({ code: 'unavailable', reason: 'billing-unavailable' });
  });
});

describe('changing a plan', function () {
  this.timeout(60_000);
  after(signOutAll);

  it('costs to the cent what the preview said', async () => {
    const payer = await subscribed('starter');
    const { orgId, owner } = payer;
    const preview = await callAs(owner, previewPlanContract, { orgId, planId: 'scale' });
    expect(preview.dueNowCents).to.be.greaterThan(0);
    const { prorationDate, dueNowCents } = preview;
    await callAs(owner, changePlanContract, { orgId, planId: 'scale', prorationDate, dueNowCents });
    const [invoice] = (await stripeApi().invoices.list({ customer: payer.customerId, limit: 1 })).data;
    expect(invoice?.amount_paid).to.equal(dueNowCents);
    expect(await access(payer)).to.deep.include({ status: 'active', planId: 'scale' });
  });

  it('is refused for another amount than was shown', async () => {
    const { orgId, owner } = await subscribed('starter');
    const { prorationDate, dueNowCents } = await callAs(owner, previewPlanContract, {
      orgId,
      planId: 'growth',
    });
    const change = (seconds: number, cents: number) =>
      refusalOf(
        callAs(owner, changePlanContract, {
          ...{ orgId, planId: 'growth' as const },
          ...{ prorationDate: prorationDate + seconds, dueNowCents: dueNowCents + cents },
        }),
      );
    expect(await change(0, 1)).to.deep.include({ reason: 'preview-stale', field: 'dueNowCents' });
    expect(await change(-7200, 0)).to.deep.include({ reason: 'preview-stale', field: 'prorationDate' });
  });

  it('changes nothing when the card is declined', async () => {
    const payer = await subscribed('starter');
    const { orgId, owner, customerId } = payer;
    await stripeControl().setCard(customerId, 'declined');
    const { prorationDate, dueNowCents } = await callAs(owner, previewPlanContract, {
      orgId,
      planId: 'growth',
    });
    const refused = await refusalOf(
      callAs(owner, changePlanContract, { orgId, planId: 'growth', prorationDate, dueNowCents }),
    );
    expect(refused).to.deep.include({ reason: 'card-declined' });
    expect(await access(payer)).to.deep.include({ status: 'active', planId: 'starter' });
  });

  it('is refused to the same plan, and without one', async () => {
    const [payer, other] = await Promise.all([subscribed('starter'), seated()]);
    const preview = ({ orgId, owner }: Seated) =>
      refusalOf(callAs(owner, previewPlanContract, { orgId, planId: 'starter' }));
    expect(await preview(payer)).to.deep.include({ reason: 'same-plan' });
    expect(await preview(other)).to.deep.include({ reason: 'no-subscription' });
  });

  it('is refused to a plan that is smaller than what is used, which is named', async () => {
    const payer = await subscribed('growth');
    const { orgId, owner } = payer;
    const writer = adminDb().batch();
    for (let number = 0; number < 4; number += 1) {
      writer.set(adminDb().doc(`orgs/${orgId}/accounts/mail${number}`), { state: 'active', kind: 'smtp' });
    }
    await writer.commit();
    const preview = await callAs(owner, previewPlanContract, { orgId, planId: 'starter' });
    expect(preview.exceeds).to.deep.equal([{ what: 'accounts', used: 4, allowed: 3 }]);
    const { prorationDate, dueNowCents } = preview;
    const refused = await refusalOf(
      callAs(owner, changePlanContract, { orgId, planId: 'starter', prorationDate, dueNowCents }),
    );
    expect(refused).to.deep.include({ reason: 'plan-exceeded', field: 'planId' });
  });

  it('ends with the period when it is canceled, and can be kept', async () => {
    const payer = await subscribed();
    const { orgId, owner } = payer;
    await callAs(owner, cancelPlanContract, { orgId });
    expect(await access(payer)).to.deep.include({ status: 'active', cancelAtPeriodEnd: true });
    await callAs(owner, resumePlanContract, { orgId });
    expect(await access(payer)).to.deep.include({ status: 'active', cancelAtPeriodEnd: false });
  });

  it('is Stripe’s portal’s for the card, once there is a customer', async () => {
    const [payer, other] = await Promise.all([subscribed(), seated({ page: 'empty' })]);
    const { url } = await callAs(payer.owner, openBillingPortalContract, { orgId: payer.orgId });
    expect(url).to.match(/^http/);
    const refused = refusalOf(callAs(other.owner, openBillingPortalContract, { orgId: other.orgId }));
    expect(await refused).to.deep.include({ reason: 'no-customer' });
  });
});

describe('what time changes', function () {
  this.timeout(60_000);
  after(signOutAll);

  it('pauses an organization whose trial is over, one without a billing page too', async () => {
    const payers = await Promise.all((['empty', 'none'] as const).map((each) => seedPayer({ page: each })));
    const over = Timestamp.fromMillis(Date.now() - 1000);
    for (const { orgId } of payers) {
      await adminDb()
        .doc(`orgs/${orgId}`)
        .update({ 'access.trialEndsAt': over, 'access.status': 'trialing' });
      const billing = adminDb().doc(`orgs/${orgId}/billing/stripe`);
      if ((await billing.get()).exists) {
        const ownTrialEndsAtMs = over.toMillis();
        await billing.update({
          ownTrialEndsAtMs,
          'access.trialEndsAtMs': ownTrialEndsAtMs,
          nextActionAt: over,
        });
      }
    }
    await fireSchedule('advanceBilling');
    for (const payer of payers) expect((await access(payer)).status).to.equal('paused');
  });

  it('mends by the reconciliation what no event told, and tells of it on demand', async () => {
    const [payer, asked] = await Promise.all([seated({ trialDays: -1 }), seated({ trialDays: -1 })]);
    await buy(payer, 'growth');
    await buy(asked, 'growth');
    const { drift } = await callAs(asked.owner, refreshBillingContract, { orgId: asked.orgId });
    expect(drift).to.include('access');
    await fireSchedule('reconcileBilling');
    expect(await access(payer)).to.deep.include({ status: 'active', planId: 'growth' });
    const again = await callAs(asked.owner, refreshBillingContract, { orgId: asked.orgId });
    expect(again.drift).to.deep.equal([]);
  });

  it('begins with a billing page that knows when the first reminder is due', async () => {
    const payer = await seated();
    const { orgId } = await callAs(payer.owner, createOrgContract, {
      ...{ orgName: 'Second Harbor', displayName: 'Olive Owner', timeZone: 'America/New_York' },
      ...{ defaultCountry: 'US', acceptedPolicyVersion: POLICY_VERSION, promotionalEmails: false },
    });
    const billing = await adminDb().doc(`orgs/${orgId}/billing/stripe`).get();
    const ends = (await adminDb().doc(`orgs/${orgId}`).get()).get('access.trialEndsAt') as Timestamp;
    const next = billing.get('nextActionAt') as Timestamp;
    expect(ends.toMillis() - next.toMillis()).to.equal(3 * 86_400_000);
  });
});
