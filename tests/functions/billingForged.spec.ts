import { expect } from 'chai';
import { adminDb } from '../../local/worldClient.js';
import type { Payer } from '../proof/billing/payer.js';
import { buy, seedPayer } from '../proof/billing/payer.js';
import { eventOf, recordOf, told } from '../proof/billing/scenes.js';
import type { Told } from '../proof/billing/stripeSide.js';
import { deliver, hookUrl, post, SECRETS, signatureOf } from '../proof/billing/stripeSide.js';
import type { Believed } from '../proof/billing/verdict.js';
import { believedBy } from '../proof/billing/verdict.js';

describe('a webhook in Stripe’s name', function () {
  this.timeout(60_000);
  let payer: Payer;
  let event: Told;
  let believed: Believed;
  before(async () => {
    payer = await seedPayer();
    await buy(payer, 'growth');
    event = await told(payer, 'customer.subscription.created');
    believed = await believedBy(payer);
  });

  const untouched = async (): Promise<void> => {
    expect(await recordOf(event)).to.equal(null);
    expect(await believedBy(payer)).to.deep.equal(believed);
    const org = await adminDb().doc(`orgs/${payer.orgId}`).get();
    expect(org.get('access.planId')).to.equal(null);
  };

  const large = (): string =>
    JSON.stringify({ ...(JSON.parse(event.payload) as object), pad: 'x'.repeat(300_000) });
  const forged: Record<string, () => Promise<{ status: number; outcome: string }>> = {
    'signed by somebody else': () =>
      post(event.payload, signatureOf(event.payload, 'whsec_of_somebody_else')),
    'signed six minutes ago': () => post(event.payload, signatureOf(event.payload, SECRETS[0], 360)),
    'with a changed body': () => post(event.payload.replace('growth', 'scale'), signatureOf(event.payload)),
    'cut off': () => post(event.payload.slice(0, -20), signatureOf(event.payload)),
    'without a signature': () => post(event.payload, null),
    'with nonsense for a signature': () => post(event.payload, 't=1,v1=zz'),
    'larger than any event': () => post(large(), signatureOf(large())),
    'signed, but no event': () => post('{"id":1}', signatureOf('{"id":1}')),
    'signed, but no JSON': () => post('hello', signatureOf('hello')),
  };
  for (const [how, attempt] of Object.entries(forged)) {
    it(`that is ${how} is answered 400, and nothing is written`, async () => {
      expect((await attempt()).status).to.equal(400);
      await untouched();
    });
  }

  it('that is no POST is refused', async () => {
    expect((await fetch(hookUrl())).status).to.equal(405);
  });

  it('that is signed by either secret is taken while one replaces the other', async () => {
    expect(SECRETS.length).to.be.greaterThan(1);
    for (const secret of SECRETS) {
      expect((await post(event.payload, signatureOf(event.payload, secret))).status).to.equal(200);
    }
    expect((await adminDb().doc(`orgs/${payer.orgId}`).get()).get('access.planId')).to.equal('growth');
  });

  it('about nobody of ours is recorded and taken', async () => {
    const stranger = eventOf('invoice.paid', { id: 'in_x', object: 'invoice', customer: 'cus_nobody' });
    expect(await deliver(stranger)).to.deep.equal({ status: 200, outcome: 'not-ours' });
    expect((await recordOf(stranger))?.outcome).to.equal('not-ours');
  });

  it('about an organization that is gone is recorded and taken', async () => {
    const gone = eventOf('customer.updated', {
      ...{ id: 'cus_gone', object: 'customer' },
      metadata: { orgId: 'oPurgedLongAgo' },
    });
    expect(await deliver(gone)).to.deep.equal({ status: 200, outcome: 'org-gone' });
    expect((await recordOf(gone))?.outcome).to.equal('org-gone');
  });

  it('of a kind that asks for nothing is recorded and taken', async () => {
    const other = eventOf('product.created', { id: 'prod_x', object: 'product' });
    expect((await deliver(other)).outcome).to.equal('unhandled');
    expect((await recordOf(other))?.outcome).to.equal('unhandled');
  });
});
