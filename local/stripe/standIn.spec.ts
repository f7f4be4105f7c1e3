import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Stripe from 'stripe';
import { priceId, refusal, startWithClient, subscribe } from './clientForTests.js';
import type { StripeStandIn } from './standIn.js';

describe("the stand-in, asked by Stripe's own client", () => {
  let standIn: StripeStandIn;
  let stripe: Stripe;

  before(async () => {
    ({ standIn, stripe } = await startWithClient());
  });
  after(() => standIn.stop());

  it('has the three plans by their lookup keys', async () => {
    const { data } = await stripe.prices.list({
      lookup_keys: ['leadpulse_starter_monthly', 'leadpulse_growth_monthly', 'leadpulse_scale_monthly'],
    });
    expect(data.map(({ unit_amount: cents }) => cents).sort()).to.deep.equal([19_700, 39_700, 9_700]);
    expect(String(data[0]?.unit_amount_decimal)).to.match(/^\d+$/);
  });

  it('moves a lookup key to a new price when that is asked for', async () => {
    const { standIn: own, stripe: asking } = await startWithClient();
    const params = { currency: 'usd', unit_amount: 9_900, recurring: { interval: 'month' as const } };
    const old = await priceId(asking, 'starter');
    const { product } = await asking.prices.retrieve(old);
    const wanted = { ...params, product: product as string, lookup_key: 'leadpulse_starter_monthly' };
    expect((await refusal(asking.prices.create(wanted))).code).to.equal('resource_already_exists');
    const fresh = await asking.prices.create({ ...wanted, transfer_lookup_key: true });
    expect(await priceId(asking, 'starter')).to.equal(fresh.id);
    expect((await asking.prices.retrieve(old)).lookup_key).to.equal(null);
    await own.stop();
  });

  it('answers the same request under the same key once', async () => {
    const params = { email: 'once@harbor.test' };
    const options = { idempotencyKey: 'once' };
    const [first, second] = [
      await stripe.customers.create(params, options),
      await stripe.customers.create(params, options),
    ];
    expect(second).to.deep.equal(first);
    expect(second.lastResponse.headers['idempotent-replayed']).to.equal('true');
    expect((await stripe.customers.list({ email: 'once@harbor.test' })).data).to.have.length(1);
    const error = await refusal(stripe.customers.create({ email: 'twice@harbor.test' }, options));
    expect([error.type, error.statusCode]).to.deep.equal(['StripeIdempotencyError', 400]);
  });

  it('refuses a key that is in use', async () => {
    await standIn.control.setLatency(60, 60);
    const params = { email: 'both@harbor.test' };
    const calls = [1, 2].map(() => stripe.customers.create(params, { idempotencyKey: 'both' }));
    const results = await Promise.allSettled(calls);
    await standIn.control.setLatency(0, 0);
    const refused = results.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect((refused.reason as Stripe.errors.StripeError).statusCode).to.equal(409);
    expect((await stripe.customers.list({ email: 'both@harbor.test' })).data).to.have.length(1);
  });

  it('does a call once although it failed after it was done', async () => {
    await standIn.control.failNext({ method: 'POST', path: '/v1/customers', status: 503, when: 'after' });
    const create = () => stripe.customers.create({ email: 'late@harbor.test' }, { idempotencyKey: 'late' });
    expect((await refusal(create())).statusCode).to.equal(503);
    await create();
    expect((await stripe.customers.list({ email: 'late@harbor.test' })).data).to.have.length(1);
  });

  it('does nothing when a call failed before it was done', async () => {
    await standIn.control.failNext({ method: 'POST', path: '/v1/customers', status: 500 });
    expect((await refusal(stripe.customers.create({ email: 'never@harbor.test' }))).statusCode).to.equal(500);
    expect((await stripe.customers.list({ email: 'never@harbor.test' })).data).to.have.length(0);
  });

  it('names what is wrong with a request', async () => {
    const missing = await refusal(stripe.subscriptions.retrieve('sub_none'));
    expect([missing.statusCode, missing.code, missing.param]).to.deep.equal([404, 'resource_missing', 'id']);
    const price = await priceId(stripe, 'growth');
    const unknown = { customer: 'cus_none', items: [{ price, colour: 'red' }] };
    const error = await refusal(stripe.subscriptions.create(unknown));
    expect([error.code, error.param]).to.deep.equal(['parameter_unknown', 'items[0][colour]']);
    const less = await refusal(
      stripe.checkout.sessions.create({ mode: 'subscription', line_items: [{ price }] }),
    );
    expect([less.code, less.param]).to.deep.equal(['parameter_missing', 'success_url']);
  });

  it('refuses a key that is not one for tests', async () => {
    const response = await fetch(`${standIn.url}/v1/customers`, {
      headers: { authorization: 'Bearer sk_live_1' },
    });
    expect(response.status).to.equal(401);
  });

  it('pages through a list', async () => {
    const { customer, subscription } = await subscribe(stripe, standIn);
    await standIn.control.advance({ customer, days: 100 });
    const ids: string[] = [];
    for await (const invoice of stripe.invoices.list({ subscription: subscription.id, limit: 1 }))
      ids.push(invoice.id);
    expect(new Set(ids).size).to.equal(4);
  });

  it('expands what was asked for', async () => {
    const { customer } = await subscribe(stripe, standIn);
    const list = await stripe.subscriptions.list({
      customer,
      status: 'all',
      expand: ['data.latest_invoice', 'data.customer'],
    });
    const [subscription] = list.data;
    expect((subscription?.latest_invoice as Stripe.Invoice).status).to.equal('paid');
    expect((subscription?.customer as Stripe.Customer).email).to.equal('nora@harbor.test');
  });

  it('forgets a customer who is deleted, with their subscriptions', async () => {
    const { customer, subscription } = await subscribe(stripe, standIn);
    await stripe.customers.del(customer);
    expect(await stripe.customers.retrieve(customer)).to.include({ id: customer, deleted: true });
    expect((await stripe.subscriptions.retrieve(subscription.id)).status).to.equal('canceled');
    expect((await refusal(stripe.subscriptions.list({ customer }))).code).to.equal('resource_missing');
  });

  it('follows a test clock', async () => {
    const start = 1_900_000_000;
    const clock = await stripe.testHelpers.testClocks.create({ frozen_time: start });
    const { id } = await stripe.customers.create({ test_clock: clock.id });
    await standIn.control.setCard(id, 'good');
    const price = await priceId(stripe, 'growth');
    const subscription = await stripe.subscriptions.create({ customer: id, items: [{ price }] });
    await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: start + 40 * 24 * 60 * 60 });
    const { data } = await stripe.invoices.list({ subscription: subscription.id });
    expect(data.map(({ status }) => status)).to.deep.equal(['paid', 'paid']);
    expect(subscription.created).to.equal(start);
    const answeredMs = Date.parse(subscription.lastResponse.headers.date ?? ''); // HTTP knows no test clocks
    expect(answeredMs).to.be.within(Date.now() - 60_000, Date.now());
  });

  it('lets the time of a customer stand still, but for what is advanced', async () => {
    const { id } = await stripe.customers.create();
    const { now } = await standIn.control.holdTime(id);
    expect(await standIn.control.advance({ customer: id, seconds: 90 })).to.deep.equal({ now: now + 90 });
    const { lastResponse } = await stripe.customers.retrieve(id);
    expect(lastResponse.headers.date).to.equal(new Date((now + 90) * 1000).toUTCString());
    expect((await standIn.control.customerState(id)).now).to.equal(now + 90);
  });

  it('counts the calls by route', async () => {
    await standIn.control.resetCalls();
    await refusal(stripe.subscriptions.retrieve('sub_none'));
    await refusal(stripe.subscriptions.retrieve('sub_other'));
    expect(await standIn.control.calls()).to.deep.equal({ 'GET /v1/subscriptions/:id': 2 });
  });

  it('keeps everything when it is started again', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'standin-'));
    const file = join(dir, 'stripe.jsonl');
    const first = await startWithClient({ file });
    const { customer, subscription } = await subscribe(first.stripe, first.standIn);
    await first.standIn.control.advance({ days: 40 });
    const before = await first.standIn.control.customerState(customer);
    await first.standIn.stop();
    const second = await startWithClient({ file });
    const after = await second.standIn.control.customerState(customer);
    expect(after.invoices).to.deep.equal(before.invoices);
    expect(after.now).to.be.closeTo(before.now, 3);
    expect((await second.stripe.subscriptions.retrieve(subscription.id)).status).to.equal('active');
    await second.standIn.stop();
    rmSync(dir, { recursive: true });
  });
});
