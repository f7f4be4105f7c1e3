import type { AccessFacts, Billing, InvoiceFacts, MonthlyUse, SubscriptionFacts } from '@leadpulse/model';
import { createOrgContract, emptyBilling } from '@leadpulse/model';
import { POLICY_VERSION } from '@leadpulse/policy';
import { Timestamp } from 'firebase-admin/firestore';
import { adminDb } from '../../local/worldClient.js';
import type { Practice } from './people.js';

const DAY_MS = 24 * 60 * 60_000;
const ago = (days: number): number => Date.now() - days * DAY_MS;
const ahead = (days: number): number => Date.now() + days * DAY_MS;

/** Organizations by where their plan stands. */
export interface BillingScene {
  active: string;
  ending: string; // canceled, and not over yet
  pastDue: string;
  paused: string; // the trial is over, nothing was ever bought
  asViewer: string; // the person only reads along
}

/** One more organization of the same person for each standing, as functions leave it after a look at Stripe. */
export async function tellBilling(practice: Practice): Promise<BillingScene> {
  const paid = [invoice(3, 'paid', 0), invoice(2, 'paid', 31), invoice(1, 'void', 62)];
  const due = invoice(4, 'open', 2);
  const growth = { status: 'active', planId: 'growth', currentPeriodEndMs: ahead(24) } as const;
  const graceEndsAtMs = ahead(5);
  return {
    active: await standing(practice, 'Harborview', access(growth), { invoices: paid, creditCents: 1_250 }),
    ending: await standing(practice, 'Millpond', access({ ...growth, cancelAtPeriodEnd: true }), {
      invoices: paid,
    }),
    pastDue: await standing(practice, 'Saltmarsh', access({ ...growth, status: 'past_due', graceEndsAtMs }), {
      invoices: [due, ...paid],
    }),
    paused: await standing(practice, 'Tidewater', access({ status: 'paused', trialEndsAtMs: ago(3) }), null),
    asViewer: await asViewer(practice, await standing(practice, 'Lighthouse', access(growth), null)),
  };
}

function access(of: Partial<AccessFacts> & Pick<AccessFacts, 'status'>): AccessFacts {
  const none = { planId: null, trialEndsAtMs: null, currentPeriodEndMs: null, graceEndsAtMs: null };
  return { cancelAtPeriodEnd: false, ...none, ...of };
}

function invoice(number: number, status: InvoiceFacts['status'], days: number): InvoiceFacts {
  const dueCents = status === 'open' ? 19_700 : 0;
  const hostedUrl = `https://invoice.stripe.com/i/acct_1/in_${number}`;
  return {
    ...{ id: `in_${number}`, number: `LP-000${number}`, status, totalCents: 19_700, dueCents },
    ...{ createdMs: ago(days), hostedUrl },
  };
}

/** `bought` is null where there never was a customer. */
async function standing(
  { client, owner }: Practice,
  orgName: string,
  is: AccessFacts,
  bought: Partial<Billing> | null,
): Promise<string> {
  const { orgId } = await client.call(createOrgContract, {
    ...{ orgName, displayName: owner.name, timeZone: 'America/New_York', defaultCountry: 'US' },
    ...{ acceptedPolicyVersion: POLICY_VERSION, promotionalEmails: false },
  });
  await setStanding(orgId, is);
  const page: Billing = { ...emptyBilling(is), ...(bought && { ...customer(is), ...bought }) };
  await adminDb().doc(`orgs/${orgId}/billing/stripe`).set(page);
  return orgId;
}

/** What an organization may do, and how far the month's messages are used. */
async function setStanding(
  orgId: string,
  is: AccessFacts,
  monthlyUse: MonthlyUse | null = null,
): Promise<void> {
  const moment = (ms: number | null): Timestamp | null => (ms === null ? null : Timestamp.fromMillis(ms));
  const { status, planId, cancelAtPeriodEnd } = is;
  const times = {
    trialEndsAt: moment(is.trialEndsAtMs),
    currentPeriodEnd: moment(is.currentPeriodEndMs),
    graceEndsAt: moment(is.graceEndsAtMs),
  };
  await adminDb()
    .doc(`orgs/${orgId}`)
    .update({ access: { status, planId, cancelAtPeriodEnd, ...times }, monthlyUse });
}

function customer(is: AccessFacts): Partial<Billing> {
  const subscription: SubscriptionFacts = {
    ...{ id: 'sub_1', status: is.status, planId: is.planId, createdMs: ago(62), trialEndsAtMs: null },
    ...{ currentPeriodEndMs: is.currentPeriodEndMs, endsAtMs: null },
    unpaidSinceMs: is.status === 'past_due' ? ago(2) : null,
  };
  return {
    ...{ customerId: 'cus_1', subscriptionId: 'sub_1', subscriptions: [subscription] },
    ...{ syncedAt: Timestamp.fromMillis(ago(1)) },
  };
}

async function asViewer({ owner }: Practice, orgId: string): Promise<string> {
  await adminDb().doc(`orgs/${orgId}/members/${owner.uid}`).update({ role: 'viewer' });
  await adminDb()
    .doc(`users/${owner.uid}`)
    .update({ [`orgs.${orgId}.role`]: 'viewer' });
  return orgId;
}
