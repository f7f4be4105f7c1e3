import { expect } from 'chai';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import Stripe from 'stripe';
import { startWithClient, subscribe, WEBHOOK_SECRET } from './clientForTests.js';
import type { StripeStandIn } from './standIn.js';

describe('the events of the stand-in', () => {
  let standIn: StripeStandIn;
  let stripe: Stripe;
  let hook: Server;
  let taken: Stripe.Event[] = [];
  let refusing = 0;
  let underWay = 0;
  let mostUnderWay = 0;

  before(async () => {
    hook = createServer((request, response) => {
      const chunks: Buffer[] = [];
      mostUnderWay = Math.max(mostUnderWay, (underWay += 1));
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const header = String(request.headers['stripe-signature']);
        const event = Stripe.webhooks.constructEvent(
          Buffer.concat(chunks).toString(),
          header,
          WEBHOOK_SECRET,
        );
        const isTaken = refusing === 0;
        if (isTaken) taken.push(event);
        else refusing -= 1;
        setTimeout(() => {
          underWay -= 1;
          response.writeHead(isTaken ? 200 : 500).end();
        }, 20);
      });
    }).listen(0, '127.0.0.1');
    await once(hook, 'listening');
    const webhookUrl = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/hooks/stripe`;
    ({ standIn, stripe } = await startWithClient({ webhookUrl }));
  });
  beforeEach(() => {
    taken = [];
    mostUnderWay = 0;
  });
  after(async () => {
    await standIn.stop();
    hook.close();
  });

  /** Waits until every event of a customer was delivered; answers them as they came in. */
  async function delivered(customer: string): Promise<Stripe.Event[]> {
    for (;;) {
      const events = await standIn.control.events(customer);
      if (events.every(({ state }) => state === 'delivered')) return taken;
      await wait(10);
    }
  }

  it('arrive signed, many at a time, with what the object is and was', async () => {
    const { customer, subscription } = await subscribe(stripe, standIn);
    const events = await delivered(customer);
    expect(events.map(({ type }) => type)).to.include.members([
      'customer.created',
      'customer.subscription.created',
      'customer.subscription.updated',
      'invoice.created',
      'invoice.finalized',
      'invoice.paid',
      'invoice.payment_succeeded',
    ]);
    expect(mostUnderWay).to.be.greaterThan(1);
    const update = events.find(({ type }) => type === 'customer.subscription.updated');
    expect(update).to.include({ object: 'event', livemode: false, api_version: Stripe.API_VERSION });
    expect(update?.data.object).to.include({ id: subscription.id, status: 'active' });
    expect(update?.data.previous_attributes).to.deep.equal({ status: 'incomplete' });
    expect(update?.request?.id).to.match(/^req_/);
    const invoice = events.find(({ type }) => type === 'invoice.paid')?.data.object as Stripe.Invoice;
    expect(invoice.parent?.subscription_details?.subscription).to.equal(subscription.id);
  });

  it('come again until they are taken', async () => {
    refusing = 1;
    const { id } = await stripe.customers.create({ name: 'Again' });
    expect((await delivered(id)).map(({ type }) => type)).to.deep.equal(['customer.created']);
    const [event] = await standIn.control.events(id);
    expect(event?.attempts.map(({ status }) => status)).to.deep.equal([500, 200]);
  });

  it('are held back for one customer, to be delivered in any order', async () => {
    const { id } = await stripe.customers.create({ name: 'Held' });
    const other = await stripe.customers.create({ name: 'Other' });
    await delivered(id);
    await standIn.control.holdEvents(id);
    for (const name of ['One', 'Two']) {
      await stripe.customers.update(id, { name });
      await stripe.customers.update(other.id, { name });
    }
    await delivered(other.id);
    const held = await standIn.control.heldEvents(id);
    expect(held).to.have.length(2);
    taken = [];
    for (const { id: eventId } of held.reverse())
      expect(await standIn.control.sendEvent(eventId)).to.deep.equal({ status: 200 });
    expect(taken.map(({ data }) => (data.object as Stripe.Customer).name)).to.deep.equal(['Two', 'One']);
    const raw = held[0]!;
    expect(Stripe.webhooks.constructEvent(raw.payload, raw.signature, WEBHOOK_SECRET).id).to.equal(raw.id);
    expect(await standIn.control.heldEvents(id)).to.have.length(0);
  });

  it('go out together when they are released', async () => {
    const { id } = await stripe.customers.create({ name: 'Released' });
    await delivered(id);
    await standIn.control.holdEvents(id);
    for (const name of ['One', 'Two', 'Three']) await stripe.customers.update(id, { name });
    taken = [];
    await standIn.control.releaseEvents(id);
    expect(await delivered(id)).to.have.length(3);
    expect(mostUnderWay).to.equal(3);
  });

  it('carry the time of what happened, and are listed', async () => {
    const { customer } = await subscribe(stripe, standIn);
    const { now } = await standIn.control.advance({ customer, days: 40 });
    const { data } = await stripe.events.list({
      type: 'invoice.paid',
      created: { gt: now - 20 * 24 * 60 * 60 },
    });
    const [renewal] = data.filter(({ data: { object } }) => (object as Stripe.Invoice).customer === customer);
    const invoice = renewal?.data.object as Stripe.Invoice;
    expect(renewal?.created).to.equal(invoice.status_transitions.paid_at);
    expect(renewal?.request?.id).to.equal(null);
    expect((await stripe.events.retrieve(renewal!.id)).id).to.equal(renewal?.id);
  });

  it('tell of a dispute, whose charge names the customer', async () => {
    const { customer } = await subscribe(stripe, standIn);
    const { id } = await standIn.control.raiseDispute(customer);
    const events = await delivered(customer);
    const dispute = events.find(({ type }) => type === 'charge.dispute.created')?.data
      .object as Stripe.Dispute;
    expect(dispute.id).to.equal(id);
    const charge = await stripe.charges.retrieve(dispute.charge as string);
    expect(charge).to.include({ customer, amount: 19_700, disputed: true });
  });
});
