import { DELETION_GRACE_DAYS } from '@leadpulse/model';
import { expect } from 'chai';
import { Timestamp } from 'firebase-admin/firestore';
import { adminDb, fireSchedule, mailbox } from '../../local/worldClient.js';
import type { Payer } from '../proof/billing/payer.js';
import { buy, priceOf, seedPayer } from '../proof/billing/payer.js';
import { deliver, stripeApi, stripeControl } from '../proof/billing/stripeSide.js';
import { told } from '../proof/billing/scenes.js';

const DAY_MS = 86_400_000;

const billingOf = ({ orgId }: Payer) => adminDb().doc(`orgs/${orgId}/billing/stripe`);

/** As if so many days of the trial were left, and the schedule's turn had come. */
async function setTrial(payer: Payer, daysLeft: number): Promise<void> {
  const ends = Timestamp.fromMillis(Date.now() + daysLeft * DAY_MS);
  await adminDb().doc(`orgs/${payer.orgId}`).update({ 'access.trialEndsAt': ends });
  await billingOf(payer).update({
    ...{ ownTrialEndsAtMs: ends.toMillis(), 'access.trialEndsAtMs': ends.toMillis() },
    nextActionAt: Timestamp.now(),
  });
}

/** Two runs at a time, as a schedule that is late meets its next turn. */
async function advance(payer: Payer): Promise<void> {
  await Promise.all([fireSchedule('advanceBilling'), fireSchedule('advanceBilling')]);
  await billingOf(payer).update({ nextActionAt: Timestamp.now() });
  await fireSchedule('advanceBilling');
}

async function subjectsTo({ ownerEmail }: Payer): Promise<string[]> {
  const mails = await mailbox().list();
  return mails.filter(({ to }) => to[0]?.address === ownerEmail).map(({ subject }) => subject);
}

describe('the end of a trial', function () {
  this.timeout(60_000);

  it('is told three days before, a day before and when sending stops, each once', async () => {
    const payer = await seedPayer();
    await advance(payer);
    expect(await subjectsTo(payer)).to.deep.equal([]);
    const soon = 'Your LeadPulse trial ends in three days';
    const tomorrow = 'Your LeadPulse trial ends tomorrow';
    const steps: [daysLeft: number, told: string[]][] = [
      [2.5, [soon]],
      [0.5, [soon, tomorrow]],
      [-0.1, [soon, tomorrow, 'Sending is paused for Harbor Realty']],
    ];
    for (const [daysLeft, subjects] of steps) {
      await setTrial(payer, daysLeft);
      await advance(payer);
      expect(await subjectsTo(payer)).to.have.members(subjects);
    }
  });

  it('is told anew when it has moved', async () => {
    const payer = await seedPayer();
    await setTrial(payer, 2.5);
    await fireSchedule('advanceBilling');
    await setTrial(payer, 2.8); // support gave seven hours more: another end, another reason
    await advance(payer);
    expect(await subjectsTo(payer)).to.have.length(2);
  });
});

describe('an organization that goes for good', function () {
  this.timeout(60_000);

  it('is billed no more, not for what nobody told us of, and not for a checkout that is still open', async () => {
    const payer = await seedPayer();
    await buy(payer, 'growth');
    await deliver(await told(payer, 'customer.subscription.created'));
    await buy(payer, 'scale'); // of this one no event arrives
    const { id } = await stripeApi().checkout.sessions.create({
      ...{ mode: 'subscription', customer: payer.customerId, success_url: 'https://site.example' },
      line_items: [{ price: priceOf('starter'), quantity: 1 }],
    });
    await adminDb()
      .doc(`orgs/${payer.orgId}`)
      .update({
        deletion: {
          at: Timestamp.fromMillis(Date.now() - DELETION_GRACE_DAYS * DAY_MS - 1000),
          requestedBy: `${payer.orgId}-owner`,
          purgeAt: Timestamp.fromMillis(Date.now() - 1000),
        },
      });
    await fireSchedule('purgeOrgs');
    const { subscriptions } = await stripeControl().customerState(payer.customerId);
    expect(subscriptions.map(({ status }) => status)).to.deep.equal(['canceled', 'canceled']);
    expect((await stripeApi().checkout.sessions.retrieve(id)).status).to.equal('expired');
    expect((await billingOf(payer).get()).exists).to.equal(false);
    expect(await deliver(await told(payer, 'customer.subscription.deleted'))).to.deep.equal({
      status: 200,
      outcome: 'org-gone',
    });
  });
});

describe("a rehearsal on a test clock of Stripe's", function () {
  this.timeout(60_000);

  it('is followed though its events are dated by the clock, before our last look', async () => {
    const payer = await seedPayer({ trialDays: -1, clockAheadS: -3600 });
    await buy(payer, 'starter');
    await deliver(await told(payer, 'customer.subscription.created'));
    const [subscription] = (await stripeApi().subscriptions.list({ customer: payer.customerId })).data;
    await stripeApi().subscriptions.update(subscription?.id ?? '', { cancel_at_period_end: true });
    expect(await deliver(await told(payer, 'customer.subscription.updated'))).to.deep.equal({
      status: 200,
      outcome: 'applied',
    });
    expect((await billingOf(payer).get()).get('access')).to.deep.include({ cancelAtPeriodEnd: true });
  });
});
