import { expect } from 'chai';
import type Stripe from 'stripe';
import { priceId, refusal, startWithClient, subscribe } from './clientForTests.js';
import type { StripeStandIn } from './standIn.js';

describe('a change of plan', () => {
  let standIn: StripeStandIn;
  let stripe: Stripe;
  let customer: string;
  let subscription: Stripe.Subscription;
  let item: string;

  before(async () => {
    ({ standIn, stripe } = await startWithClient());
  });
  beforeEach(async () => {
    ({ customer, subscription, item } = await subscribe(stripe, standIn));
    await standIn.control.advance({ customer, days: 10, seconds: 1234 });
  });
  after(() => standIn.stop());

  const now = async (): Promise<number> => (await standIn.control.customerState(customer)).now;
  const amounts = ({ lines }: Stripe.Invoice): number[] => lines.data.map(({ amount }) => amount);

  it('is invoiced to the cent as its preview says, minutes later', async () => {
    const price = await priceId(stripe, 'scale');
    const when = await now();
    const change = {
      items: [{ id: item, price }],
      proration_behavior: 'always_invoice',
      proration_date: when,
    };
    const preview = await stripe.invoices.createPreview({
      subscription: subscription.id,
      subscription_details: change,
    });
    await standIn.control.advance({ customer, seconds: 1800 });
    const { latest_invoice: invoice } = await stripe.subscriptions.update(subscription.id, {
      ...change,
      payment_behavior: 'error_if_incomplete',
      expand: ['latest_invoice'],
    });
    const made = invoice as Stripe.Invoice;
    expect(amounts(made)).to.deep.equal(amounts(preview));
    expect(made).to.include({
      status: 'paid',
      amount_paid: preview.amount_due,
      billing_reason: 'subscription_update',
    });
    expect(preview.lines.data.every(({ parent }) => parent?.subscription_item_details?.proration)).to.equal(
      true,
    );
    expect(preview.parent?.subscription_details?.subscription_proration_date).to.equal(when);
  });

  it('to a cheaper plan leaves a credit that the next invoice uses', async () => {
    const price = await priceId(stripe, 'starter');
    const { latest_invoice: invoice } = await stripe.subscriptions.update(subscription.id, {
      items: [{ id: item, price }],
      proration_behavior: 'always_invoice',
      expand: ['latest_invoice', 'latest_invoice.customer'],
    });
    const { total, amount_due: due, status, customer: payer } = invoice as Stripe.Invoice;
    expect(total).to.be.lessThan(-6_000);
    expect([due, status, (payer as Stripe.Customer).balance]).to.deep.equal([0, 'paid', total]);
    await standIn.control.advance({ customer, nextBilling: true });
    const { data } = await stripe.invoices.list({ customer, limit: 1 });
    expect(data[0]).to.include({
      total: 9_700,
      amount_paid: 9_700 + total,
      starting_balance: total,
      ending_balance: 0,
    });
  });

  it('waits for the next invoice where that was asked for', async () => {
    const price = await priceId(stripe, 'scale');
    const change = { items: [{ id: item, price }], proration_behavior: 'create_prorations' };
    const subscriptionId = subscription.id;
    await stripe.subscriptions.update(subscriptionId, change);
    const upcoming = await stripe.invoices.createPreview({ subscription: subscriptionId });
    await standIn.control.advance({ customer, nextBilling: true });
    const { data } = await stripe.invoices.list({ customer });
    expect(data).to.have.length(2);
    expect(data[0]?.lines.data).to.have.length(3);
    expect(amounts(data[0]!)).to.deep.equal(amounts(upcoming));
    const [credit, charge, month] = amounts(data[0]!);
    expect(data[0]?.amount_paid).to.equal(credit! + charge! + month!);
    expect([month, charge! > 0, credit! < 0]).to.deep.equal([39_700, true, true]);
    await standIn.control.advance({ customer, nextBilling: true });
    expect(amounts((await stripe.invoices.list({ customer, limit: 1 })).data[0]!)).to.deep.equal([39_700]);
  });

  it('costs nothing before the next period where prorations are switched off', async () => {
    const price = await priceId(stripe, 'scale');
    await stripe.subscriptions.update(subscription.id, {
      items: [{ id: item, price }],
      proration_behavior: 'none',
    });
    await standIn.control.advance({ customer, nextBilling: true });
    const { data } = await stripe.invoices.list({ customer, limit: 1 });
    expect(amounts(data[0]!)).to.deep.equal([39_700]);
  });

  it('with a card that is declined changes nothing and makes no event', async () => {
    await standIn.control.setCard(customer, 'declined');
    const before = await standIn.control.customerState(customer);
    const price = await priceId(stripe, 'scale');
    const error = await refusal(
      stripe.subscriptions.update(subscription.id, {
        items: [{ id: item, price }],
        proration_behavior: 'always_invoice',
        payment_behavior: 'error_if_incomplete',
      }),
    );
    expect([error.type, error.statusCode, error.code]).to.deep.equal([
      'StripeCardError',
      402,
      'card_declined',
    ]);
    const after = await standIn.control.customerState(customer);
    expect({ ...after, now: 0 }).to.deep.equal({ ...before, now: 0 });
  });

  it('with a card that is declined goes through past due where that is allowed', async () => {
    await standIn.control.setCard(customer, 'declined');
    const { status, items } = await stripe.subscriptions.update(subscription.id, {
      items: [{ id: item, price: await priceId(stripe, 'scale') }],
      proration_behavior: 'always_invoice',
    });
    expect([status, items.data[0]?.price.unit_amount]).to.deep.equal(['past_due', 39_700]);
  });

  it('during a trial costs nothing', async () => {
    const { id } = await stripe.subscriptions.create({
      customer,
      items: [{ price: await priceId(stripe, 'starter') }],
      trial_period_days: 14,
    });
    const { items } = await stripe.subscriptions.retrieve(id);
    const change = {
      items: [{ id: items.data[0]?.id ?? '', price: await priceId(stripe, 'scale') }],
      proration_behavior: 'always_invoice',
    };
    const after = await stripe.subscriptions.update(id, change);
    expect([after.status, after.items.data[0]?.price.unit_amount]).to.deep.equal(['trialing', 39_700]);
    const { data } = await stripe.invoices.list({ subscription: id });
    expect(data.map(({ total }) => total)).to.deep.equal([0]);
  });

  it('is refused for a moment outside of the period', async () => {
    const error = await refusal(
      stripe.subscriptions.update(subscription.id, {
        items: [{ id: item, price: await priceId(stripe, 'scale') }],
        proration_date: (await now()) + 60 * 24 * 60 * 60,
      }),
    );
    expect(error.param).to.equal('proration_date');
  });
});
