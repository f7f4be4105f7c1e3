export const PLAN_IDS = ['starter', 'growth', 'scale'] as const;
export type PlanId = (typeof PLAN_IDS)[number];

/** What a plan includes. `messages` and `aiCredits` are for a calendar month (UTC); users are unlimited on every plan. */
export interface Allowances {
  readonly accounts: number; // connected numbers and mailboxes
  readonly contacts: number;
  readonly messages: number; // handed to a provider, in one month
  readonly aiCredits: number;
}

export interface Plan {
  readonly id: PlanId;
  readonly name: string;
  readonly monthlyCents: number; // US dollars
  readonly lookupKey: string; // by which Stripe knows its price; ids differ from account to account
  readonly suits: string;
  readonly isPopular: boolean;
  readonly allowances: Allowances;
}

/** The catalogue, cheapest first. `npm run stripe:catalogue` brings Stripe in line with it. */
export const PLANS: readonly Plan[] = [
  {
    id: 'starter',
    name: 'Starter',
    monthlyCents: 9_700,
    lookupKey: 'leadpulse_starter_monthly',
    suits: 'For a small team that answers by hand.',
    isPopular: false,
    allowances: { accounts: 3, contacts: 2_500, messages: 2_500, aiCredits: 2_000 },
  },
  {
    id: 'growth',
    name: 'Growth',
    monthlyCents: 19_700,
    lookupKey: 'leadpulse_growth_monthly',
    suits: 'For a team with leads coming in all day.',
    isPopular: true,
    allowances: { accounts: 10, contacts: 15_000, messages: 10_000, aiCredits: 10_000 },
  },
  {
    id: 'scale',
    name: 'Scale',
    monthlyCents: 39_700,
    lookupKey: 'leadpulse_scale_monthly',
    suits: 'For several teams under one roof.',
    isPopular: false,
    allowances: { accounts: 30, contacts: 100_000, messages: 50_000, aiCredits: 50_000 },
  },
];

/** The trial is of everything; its amounts are Growth's, its AI credits the ones we promise. */
export const TRIAL_ALLOWANCES: Allowances = {
  accounts: 10,
  contacts: 15_000,
  messages: 10_000,
  aiCredits: 2_000,
};

/** The plan of this id; null for a plan that the catalogue does not have (any more). */
export function planOf(planId: string | null): Plan | null {
  return PLANS.find(({ id }) => id === planId) ?? null;
}

/** The plan that a Stripe price stands for, by its lookup key; null for a price that is not of the catalogue. */
export function planOfLookupKey(lookupKey: string | null): Plan | null {
  return PLANS.find((plan) => plan.lookupKey === lookupKey) ?? null;
}

/** What an organization may use: its plan's allowances, or the trial's while it has no plan. */
export function allowancesOf(planId: string | null): Allowances {
  return planOf(planId)?.allowances ?? TRIAL_ALLOWANCES;
}
