import type Stripe from 'stripe';

/** What happens with a card when it is attached and when it is charged later, by its last four digits as at Stripe. */
export const TEST_CARDS = {
  '4242': { says: 'Works', attach: 'ok', charge: 'ok' },
  '0002': { says: 'Is declined', attach: 'declined', charge: 'declined' },
  '3155': { says: 'Asks for a confirmation by the bank', attach: 'confirm', charge: 'ok' },
  '0341': { says: 'Is accepted, but fails when it is charged', attach: 'ok', charge: 'declined' },
  '3184': { says: 'Asks for a confirmation at every charge', attach: 'ok', charge: 'confirm' },
} as const;
export type TestCard = keyof typeof TEST_CARDS;
export type Outcome = 'ok' | 'declined' | 'confirm';

export const CARD_OF = { good: '4242', declined: '0341', needs_authentication: '3184' } as const;

function isTestCard(last4: string): last4 is TestCard {
  return last4 in TEST_CARDS;
}

/** What a charge of this card gives. */
export function chargeOutcome(card: Stripe.PaymentMethod): Outcome {
  const last4 = card.card?.last4 ?? '';
  return isTestCard(last4) ? TEST_CARDS[last4].charge : 'declined';
}

export function cardObject(
  id: string,
  created: number,
  customer: string,
  last4: TestCard,
): Stripe.PaymentMethod {
  return {
    id,
    object: 'payment_method',
    allow_redisplay: 'limited',
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
    card: {
      brand: 'visa',
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: 'US',
      display_brand: 'visa',
      exp_month: 12,
      exp_year: new Date(created * 1000).getUTCFullYear() + 5,
      fingerprint: `standin${last4}`,
      funding: 'credit',
      generated_from: null,
      last4,
      networks: { available: ['visa'], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created,
    customer,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'card',
  };
}
