import type { Contract } from '@leadpulse/model';
import { previewPlanContract } from '@leadpulse/model';
import type { Page } from 'playwright-core';
import type { z } from 'zod';
import type { BillingScene } from './billingStory.js';
import type { ScreenToSee } from './screenList.js';
import { sees } from './sights.js';

const at =
  (standing: keyof BillingScene, rest = 'billing'): ScreenToSee['path'] =>
  ({ billing }) =>
    `/o/${billing[standing]}/${rest}`;

const billed = (words: string | RegExp) => (page: Page) =>
  sees(page.getByText(words), page.getByRole('meter', { name: 'Contacts' }));

const CORS = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };

/** Answers for a function: Stripe knows nothing of the organizations that are only looked at. */
async function answers<In extends z.ZodType, Out extends z.ZodType>(
  page: Page,
  { name }: Contract<In, Out>,
  result: z.input<Out>,
): Promise<void> {
  await page.route(`**/${name}`, (route) => route.fulfill({ headers: CORS, json: { result } }));
}

const COSTS: z.input<typeof previewPlanContract.output> = {
  ...{
    prorationDate: 1,
    dueNowCents: 15_860,
    carriedCents: 0,
    creditCents: 0,
    nextCents: 39_700,
    nextAtMs: 1_798_200_000_000,
  },
  lines: [
    { text: 'Unused time on LeadPulse Growth after 25 Nov 2026', cents: -15_760 },
    { text: 'Remaining time on LeadPulse Scale after 25 Nov 2026', cents: 31_620 },
  ],
  exceeds: [],
};

const switching = (plan: string, costs: typeof COSTS, words: string) => async (page: Page) => {
  await answers(page, previewPlanContract, costs);
  await page.getByRole('button', { name: `Switch to ${plan}` }).click();
  await sees(page.getByRole('dialog').getByText(words));
};

/** The plan in each of its states, what opens on it, and what it says on other screens. */
export const BILLING_SCREENS: ScreenToSee[] = [
  { name: 'billing-trialing', path: ({ orgId }) => `/o/${orgId}/billing`, ready: billed(/^Free trial: /) },
  { name: 'billing-active', path: at('active'), ready: billed('Growth, $197.00 a month.') },
  { name: 'billing-ending', path: at('ending'), ready: billed(/^Growth is canceled and works until/) },
  { name: 'billing-past-due', path: at('pastDue'), ready: billed(/The payment of .* failed\./) },
  { name: 'billing-paused', path: at('paused'), ready: billed(/^Paused: the free trial has ended/) },
  { name: 'billing-left', path: at('paused', 'billing?checkout=left'), ready: billed('Nothing was bought') },
  {
    name: 'billing-waiting',
    path: at('paused', 'billing?checkout=done'),
    ready: billed('Waiting for Stripe’s word'),
  },
  {
    name: 'billing-thanks',
    path: at('active', 'billing?checkout=done'),
    ready: billed(/^Thank you\. Growth/),
  },
  {
    name: 'billing-cancel',
    path: at('active'),
    ready: async (page) => {
      await page.getByRole('button', { name: 'Cancel plan' }).click();
      await sees(page.getByRole('dialog', { name: 'Cancel Growth?' }));
    },
  },
  { name: 'billing-switch', path: at('active'), ready: switching('Scale', COSTS, 'Due now') },
  {
    name: 'billing-too-small',
    path: at('active'),
    ready: switching(
      'Starter',
      { ...COSTS, exceeds: [{ what: 'contacts', used: 12_900, allowed: 2_500 }] },
      'Delete some first.',
    ),
  },
  {
    name: 'billing-not-an-owner',
    path: at('asViewer'),
    ready: (page) => sees(page.getByRole('heading', { name: 'Billing is for owners' })),
  },
  {
    name: 'paused-elsewhere',
    path: at('paused', 'team'),
    ready: (page) => sees(page.getByRole('link', { name: 'Choose a plan' })),
  },
  {
    name: 'overdue-elsewhere',
    path: at('pastDue', 'team'),
    ready: (page) => sees(page.getByRole('link', { name: 'Pay the invoice' })),
  },
];
