import { createOrgContract, startCheckoutContract } from '@leadpulse/model';
import { POLICY_VERSION } from '@leadpulse/policy';
import { Timestamp } from 'firebase-admin/firestore';
import { collection, doc, serverTimestamp, setDoc, setLogLevel } from 'firebase/firestore';
import type { Locator, Page } from 'playwright-core';
import type Stripe from 'stripe';
import { HOST } from '../../local/ports.js';
import type { StripeControl } from '../../local/stripe/control/client.js';
import { controlOf } from '../../local/stripe/control/client.js';
import { adminDb, eventually, worldPorts } from '../../local/worldClient.js';
import type { Practice } from './people.js';
import { setUndo } from './people.js';
import { sees } from './sights.js';

const DAY_MS = 24 * 60 * 60_000;
const WORD_MS = 60_000; // Stripe's word, until our page has it: an event that meets a busy machine comes again
const IN_FULL = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'America/New_York' });

/** The stand-in for Stripe of this world. */
export function stripe(): StripeControl {
  return controlOf(`http://${HOST}:${worldPorts().stripe}`);
}

/** A day as the screen of a person in New York writes it. */
export function dayOf(seconds: number): string {
  return IN_FULL.format(seconds * 1000);
}

export async function openBilling(page: Page, orgId: string): Promise<void> {
  await page.goto(`/o/${orgId}/billing`);
  await sees(page.getByRole('heading', { name: 'Billing', level: 1 }));
}

export function standing(page: Page): Locator {
  return page.getByRole('region', { name: 'Where you stand' });
}

/** One invoice of the list, by its number. */
export function invoiceRow(page: Page, { number }: Stripe.Invoice): Locator {
  return page
    .getByRole('list', { name: 'Invoices' })
    .getByRole('listitem')
    .filter({ hasText: number ?? 'without a number' });
}

/** Pays on Stripe's page with the card that works, and is back. */
export async function payAtCheckout(page: Page, button: string): Promise<void> {
  await page.getByRole('radio', { name: /^Test card ending in 4242/ }).check();
  await page.getByRole('button', { name: button }).click();
  await page.waitForURL(/\/billing\?checkout=done$/);
}

/** Cents of an amount as it is written. */
export function centsOf(amount: string): number {
  return Math.round(Number(amount.replace(/[$,]/g, '')) * 100);
}

/** One more organization of the owner, whose trial is over and whose messages go out at once. */
export async function orgAfterTrial(practice: Practice, orgName: string): Promise<Practice> {
  const { owner, client } = practice;
  const { orgId } = await client.call(createOrgContract, {
    ...{ orgName, displayName: owner.name, timeZone: 'America/New_York', defaultCountry: 'US' },
    ...{ acceptedPolicyVersion: POLICY_VERSION, promotionalEmails: false },
  });
  const other = { ...practice, orgId, orgName };
  await Promise.all([setUndo(other, 0), endTrial(orgId)]);
  return other;
}

/** As time leaves it behind when nothing was chosen. */
async function endTrial(orgId: string): Promise<void> {
  const endMs = Date.now() - 3 * DAY_MS;
  const batch = adminDb().batch();
  batch.update(adminDb().doc(`orgs/${orgId}`), {
    'access.status': 'paused',
    'access.trialEndsAt': Timestamp.fromMillis(endMs),
  });
  batch.update(billingDoc(orgId), {
    ...{ ownTrialEndsAtMs: endMs, 'access.status': 'paused', 'access.trialEndsAtMs': endMs },
    nextActionAt: null,
  });
  await batch.commit();
}

function billingDoc(orgId: string) {
  return adminDb().doc(`orgs/${orgId}/billing/stripe`);
}

/** An organization whose owner chose Growth and paid for the first month, without the screens; Stripe's customer. */
export async function buyGrowth({ orgId, client }: Practice): Promise<string> {
  const { url } = await client.call(startCheckoutContract, { orgId, planId: 'growth' });
  await stripe().completeCheckout(url.slice(url.lastIndexOf('/') + 1));
  await comesTo(orgId, 'active');
  return customerOf(orgId);
}

export async function customerOf(orgId: string): Promise<string> {
  return String((await billingDoc(orgId).get()).get('customerId'));
}

/** Waits until the organization stands so: Stripe has told, and it is written. */
export async function comesTo(orgId: string, status: string): Promise<void> {
  const org = adminDb().doc(`orgs/${orgId}`);
  const stands = async (): Promise<true | undefined> =>
    (await org.get()).get('access.status') === status || undefined;
  await eventually(stands, `${orgId} did not come to be ${status}`, WORD_MS);
}

/** The newest invoice of a customer, as Stripe has it. */
export async function newestInvoice(customer: string): Promise<Stripe.Invoice> {
  const { invoices } = await stripe().customerState(customer);
  const [newest] = invoices.sort((a, b) => b.created - a.created);
  if (!newest) throw new Error(`${customer} has no invoice`);
  return newest;
}

/** The card fails at the renewal, and all that Stripe tries afterwards. */
export async function leaveUnpaid(orgId: string, customer: string): Promise<void> {
  await stripe().setCard(customer, 'declined');
  await stripe().advance({ nextBilling: true, customer });
  await comesTo(orgId, 'past_due');
  await stripe().advance({ days: 8, customer });
  await comesTo(orgId, 'paused');
}

/** Asks for a text without any screen, as the owner under the rules; what became of it. */
export async function askPastTheScreen(
  { orgId, owner, client }: Practice,
  contactId: string,
  body: string,
): Promise<string> {
  const { docs } = await adminDb().collection(`orgs/${orgId}/accounts`).where('channel', '==', 'sms').get();
  const contact = `orgs/${orgId}/contacts/${contactId}`;
  const phones = (await adminDb().doc(contact).get()).get('phones') as string[];
  const request = {
    ...{ channel: 'sms', direction: 'out', state: 'requested', body, to: phones[0] },
    ...{ accountId: docs[0]?.id, from: docs[0]?.get('address') as string },
    ...{ at: serverTimestamp(), requestedBy: owner.uid, requestedAt: serverTimestamp() },
  };
  setLogLevel('silent'); // a denial is the point
  try {
    await setDoc(doc(collection(client.db, `${contact}/messages`)), request);
    return 'accepted';
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    setLogLevel('warn');
  }
}
