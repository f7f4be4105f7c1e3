import type { PlanId } from '@leadpulse/model';
import { PLAN_IDS } from '@leadpulse/model';
import type Stripe from 'stripe';
import type { Random } from '../../../local/seed/random.js';
import type { CustomerState } from '../../../local/stripe/control/client.js';
import type { Payer } from './payer.js';
import { buy, priceOf } from './payer.js';
import { stripeApi, stripeControl } from './stripeSide.js';

interface Situation {
  payer: Payer;
  atStripe: CustomerState;
  random: Random;
}

/** Something that may happen at Stripe, where it makes sense. */
interface Step {
  name: string;
  isPossible: (atStripe: CustomerState) => boolean;
  act: (situation: Situation) => Promise<unknown>;
}

type Status = Stripe.Subscription.Status;
const OVER: readonly Status[] = ['canceled', 'incomplete_expired'];

const live = ({ subscriptions }: CustomerState): Stripe.Subscription | undefined =>
  subscriptions.find(({ status }) => !OVER.includes(status));
const isIn =
  (...statuses: Status[]) =>
  (atStripe: CustomerState): boolean =>
    statuses.includes(live(atStripe)?.status ?? 'canceled');
const isThere = ({ customer }: CustomerState): boolean => customer !== null && !('deleted' in customer);
const openInvoice = ({ invoices }: CustomerState): Stripe.Invoice | undefined =>
  invoices.find(({ status }) => status === 'open');

function liveId({ atStripe }: Situation): string {
  const subscription = live(atStripe);
  if (!subscription) throw new Error('there is no subscription');
  return subscription.id;
}

const advance = (by: { days: number } | { nextBilling: true }) => (situation: Situation) =>
  stripeControl().advance({ ...by, customer: situation.payer.customerId });
const giveCard = (card: 'good' | 'declined' | 'none') => (situation: Situation) =>
  stripeControl().setCard(situation.payer.customerId, card);

export const STEPS: readonly Step[] = [
  {
    name: 'buys again',
    isPossible: (atStripe) => isThere(atStripe) && !live(atStripe),
    act: ({ payer, random }) => buy(payer, random.pick(PLAN_IDS)),
  },
  { name: 'the trial ends', isPossible: isIn('trialing'), act: advance({ nextBilling: true }) },
  { name: 'the period ends', isPossible: isIn('active'), act: advance({ nextBilling: true }) },
  { name: 'the card stops working', isPossible: isIn('active', 'trialing'), act: giveCard('declined') },
  { name: 'the card is taken away', isPossible: isIn('trialing'), act: giveCard('none') },
  { name: 'the card works again', isPossible: isIn('past_due', 'unpaid', 'paused'), act: giveCard('good') },
  { name: 'a payment is tried again', isPossible: isIn('past_due'), act: advance({ days: 2 }) },
  { name: 'the retries are used up', isPossible: isIn('past_due'), act: advance({ days: 8 }) },
  {
    name: 'an open invoice is paid',
    isPossible: (atStripe) => isThere(atStripe) && openInvoice(atStripe) !== undefined,
    act: payOpenInvoice,
  },
  { name: 'another plan', isPossible: isIn('active', 'trialing'), act: changePlan },
  {
    name: 'cancels',
    isPossible: isIn('active', 'trialing', 'past_due'),
    act: (situation) => update(situation, { cancel_at_period_end: true }),
  },
  {
    name: 'stays after all',
    isPossible: (atStripe) => live(atStripe)?.cancel_at_period_end ?? false,
    act: (situation) => update(situation, { cancel_at_period_end: false }),
  },
  {
    name: 'resumes',
    isPossible: isIn('paused'),
    act: (situation) => stripeApi().subscriptions.resume(liveId(situation)),
  },
  {
    name: 'is given credit',
    isPossible: isIn('active'),
    act: ({ payer, random }) =>
      stripeApi().customers.update(payer.customerId, { balance: -random.int(100, 20_000) }),
  },
  {
    name: 'a second subscription beside it',
    isPossible: ({ subscriptions }) =>
      subscriptions.length < 3 && subscriptions.some(({ status }) => status === 'active'),
    act: ({ payer, random }) => startBeside(payer, random.pick(PLAN_IDS)),
  },
  {
    name: 'is ended at once',
    isPossible: isIn('active', 'past_due', 'unpaid', 'paused', 'trialing'),
    act: (situation) => stripeApi().subscriptions.cancel(liveId(situation)),
  },
  {
    name: 'the customer is deleted',
    isPossible: (atStripe) => isThere(atStripe) && !live(atStripe),
    act: ({ payer }) => stripeApi().customers.del(payer.customerId),
  },
];

function update(situation: Situation, change: Stripe.SubscriptionUpdateParams): Promise<unknown> {
  return stripeApi().subscriptions.update(liveId(situation), change);
}

async function changePlan(situation: Situation): Promise<unknown> {
  const { random, atStripe } = situation;
  const item = live(atStripe)?.items.data[0];
  if (!item) throw new Error('a subscription of nothing');
  return update(situation, {
    items: [{ id: item.id, price: priceOf(random.pick(PLAN_IDS)) }],
    proration_behavior: random.pick(['always_invoice', 'create_prorations', 'none']),
    payment_behavior: 'allow_incomplete',
  });
}

/** Perhaps not the latest: one that was left behind while the next period began. */
async function payOpenInvoice({ atStripe, payer }: Situation): Promise<void> {
  const card = await stripeControl().setCard(payer.customerId, 'good');
  await stripeApi().invoices.pay(openInvoice(atStripe)?.id ?? '', {
    payment_method: (card as { card: string }).card,
  });
}

async function startBeside({ customerId, orgId }: Payer, planId: PlanId): Promise<void> {
  const card = await stripeControl().setCard(customerId, 'good');
  await stripeApi().subscriptions.create({
    customer: customerId,
    items: [{ price: priceOf(planId) }],
    default_payment_method: (card as { card: string }).card,
    metadata: { orgId },
  });
}
