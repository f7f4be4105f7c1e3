import { expect } from 'chai';
import type Stripe from 'stripe';
import { priceId, refusal, startWithClient } from './clientForTests.js';
import type { StripeStandIn } from './standIn.js';

const DAY = 24 * 60 * 60;

describe('a checkout', () => {
  let standIn: StripeStandIn;
  let stripe: Stripe;
  let customer: string;

  before(async () => {
    ({ standIn, stripe } = await startWithClient());
  });
  beforeEach(async () => {
    ({ id: customer } = await stripe.customers.create({ email: 'nora@harbor.test', name: 'Harbor' }));
  });
  after(() => standIn.stop());

  async function open(
    more: Partial<Stripe.Checkout.SessionCreateParams> = {},
  ): Promise<Stripe.Checkout.Session> {
    return stripe.checkout.sessions.create({
      mode: 'subscription',
      customer,
      line_items: [{ price: await priceId(stripe, 'growth'), quantity: 1 }],
      success_url: 'http://site.test/done?session={CHECKOUT_SESSION_ID}',
      cancel_url: 'http://site.test/left',
      ...more,
    });
  }

  const trial = (days: number): Partial<Stripe.Checkout.SessionCreateParams> => ({
    subscription_data: {
      metadata: { orgId: 'harbor' },
      trial_end: Math.floor(Date.now() / 1000) + days * DAY,
      trial_settings: { end_behavior: { missing_payment_method: 'pause' } },
    },
  });

  const submit = (url: string, fields: Record<string, string>, origin = standIn.url): Promise<Response> =>
    fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin },
      body: new URLSearchParams(fields),
    });

  it('that is paid makes a subscription and leads back', async () => {
    const { id, url } = await open({ client_reference_id: 'harbor' });
    const response = await submit(url!, { card: '4242' });
    expect(response.headers.get('location')).to.equal(`http://site.test/done?session=${id}`);
    const session = await stripe.checkout.sessions.retrieve(id, { expand: ['subscription', 'customer'] });
    expect(session).to.include({ status: 'complete', payment_status: 'paid', url: null });
    const subscription = session.subscription as Stripe.Subscription;
    expect(subscription.status).to.equal('active');
    expect(subscription.default_payment_method).to.match(/^pm_/);
    expect((session.customer as Stripe.Customer).id).to.equal(customer);
  });

  it('for a trial charges nothing and says when it will', async () => {
    const { url, amount_total: total } = await open(trial(14));
    const page = await (await fetch(url!)).text();
    expect(page).to.include('14 days free, then $197.00 a month');
    expect(total).to.equal(0);
    await submit(url!, { card: '0341' });
    const { data } = await stripe.subscriptions.list({ customer });
    expect(data[0]).to.include({ status: 'trialing' });
    expect(data[0]?.metadata).to.deep.equal({ orgId: 'harbor' });
  });

  it('stays open when the card is declined', async () => {
    const { id, url } = await open();
    const response = await submit(url!, { card: '0341' });
    expect(response.status).to.equal(402);
    expect(await response.text()).to.include('Your card was declined');
    expect((await stripe.checkout.sessions.retrieve(id)).status).to.equal('open');
    expect((await stripe.subscriptions.list({ customer, status: 'all' })).data).to.have.length(0);
  });

  it('goes on after the bank was asked, not after it said no', async () => {
    const { id, url } = await open();
    expect(await (await submit(url!, { card: '3155' })).text()).to.include('Your bank asks you to confirm');
    expect((await submit(url!, { card: '3155', confirm: 'fail' })).status).to.equal(402);
    expect((await stripe.checkout.sessions.retrieve(id)).status).to.equal('open');
    expect((await submit(url!, { card: '3155', confirm: 'pass' })).status).to.equal(303);
  });

  it('that is done cannot be done again', async () => {
    const { url } = await open();
    await submit(url!, { card: '4242' });
    const again = await submit(url!, { card: '4242' });
    expect(again.status).to.equal(410);
    expect(await again.text()).to.include('This checkout is done');
    expect((await stripe.subscriptions.list({ customer })).data).to.have.length(1);
  });

  it('is not for the page of another site to send', async () => {
    const { id, url } = await open();
    expect((await submit(url!, { card: '4242' }, 'http://evil.test')).status).to.equal(403);
    expect((await stripe.checkout.sessions.retrieve(id)).status).to.equal('open');
  });

  it('expires when it is told to, and after a day', async () => {
    const told = await open();
    expect((await stripe.checkout.sessions.expire(told.id)).status).to.equal('expired');
    expect((await refusal(stripe.checkout.sessions.expire(told.id))).statusCode).to.equal(400);
    const left = await open();
    await standIn.control.advance({ customer, days: 1, seconds: 1 });
    expect((await stripe.checkout.sessions.retrieve(left.id)).status).to.equal('expired');
    const page = await fetch(left.url!);
    expect([page.status, (await page.text()).includes('This checkout has expired')]).to.deep.equal([
      410,
      true,
    ]);
    const types = (await standIn.control.events(customer)).map(({ type }) => type);
    expect(types.filter((type) => type === 'checkout.session.expired')).to.have.length(2);
  });

  it('takes no trial that ends within two days', async () => {
    expect((await refusal(open(trial(1.9)))).param).to.equal('subscription_data[trial_end]');
  });

  it('takes a tax id only where it may write the business name', async () => {
    const collects = { tax_id_collection: { enabled: true } };
    expect((await refusal(open(collects))).message).to.include('customer_update[name]');
    const { url, id } = await open({ ...collects, customer_update: { name: 'auto' } });
    await submit(url!, { card: '4242', businessName: 'Harbor LLC', taxId: '12-3456789' });
    const { customer_details: details } = await stripe.checkout.sessions.retrieve(id);
    expect(details?.tax_ids).to.deep.equal([{ type: 'unknown', value: '12-3456789' }]);
    expect(await stripe.customers.retrieve(customer)).to.include({ name: 'Harbor LLC' });
  });
});
