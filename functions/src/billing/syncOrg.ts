import type { BillingState } from '@leadpulse/model';
import { isUnsettled, planSync } from '@leadpulse/model';
import { setTimeout as wait } from 'node:timers/promises';
import { faultPoint } from '../platform/faultPoint.js';
import { runTimedTransaction } from '../platform/firestore.js';
import type { Author, SeenBilling } from './billingPage.js';
import { isInTheWay, readBilling, writeStep } from './billingPage.js';
import { recordApplied } from './eventRecord.js';
import { fetchTruth } from './fetchTruth.js';
import { stripe } from './stripeClient.js';
import type { StripeEvent } from './stripeShapes.js';
import { idOf } from './stripeShapes.js';

/** Others that write the same page get in the way; each turn asks Stripe anew. */
const MOST_TURNS = 8;
/** A purchase comes as a handful of events within a second: the first waits so long for the others. */
const GATHER_MS = 50;
const REMEMBERED_PAGES = 1000;

/** Pages as this process left or found them. One that no longer stands is noticed by its conditional write. */
const pages = new Map<string, SeenBilling>();

export interface Ask {
  /** What asks; none for a person's or the schedule's look. More may join until Stripe is asked. */
  readonly events: readonly StripeEvent[];
  readonly customerId: string | null;
  readonly author: Author;
}

type SyncOutcome = 'applied' | 'unchanged' | 'covered' | 'not-ours' | 'org-gone' | 'no-customer';

export interface Synced {
  readonly outcome: SyncOutcome;
  /** Names of fields that Stripe had otherwise than we. */
  readonly drift: readonly string[];
}

/**
 * Brings an organization's billing page and access in line with Stripe. Stripe is asked after the page was read, and the
 * write is conditional on that page: what was asked earlier never overwrites what was asked later, so neither order nor
 * overlap of events matters. `close` is called when nobody may join any more. Throws if Stripe cannot be asked.
 */
export async function syncOrg(
  orgId: string,
  ask: () => Ask,
  close: () => void = () => undefined,
): Promise<Synced> {
  for (let turn = 1; turn <= MOST_TURNS; turn += 1) {
    const synced = await takeTurn(orgId, turn, ask, close);
    if (synced) return synced;
  }
  throw new Error('the billing page kept changing');
}

async function takeTurn(
  orgId: string,
  turn: number,
  ask: () => Ask,
  close: () => void,
): Promise<Synced | null> {
  const leader = ask().events[0]?.id ?? '';
  await faultPoint('billing-before-read', leader);
  const remembered = turn === 1 ? pages.get(orgId) : undefined;
  const seen = remembered ?? (await readBilling(orgId));
  if (!seen) return forget(orgId, 'org-gone');
  await gather(seen, ask());
  await stripe(); // loaded before the door is closed: the first event of a process waits for it
  close();
  const { events, customerId: asked, author } = ask();
  const open = events.filter((event) => !isCovered(seen.state, event));
  if (events.length > 0 && open.length === 0) return remember(seen, 'covered');
  const customerId = customerOf(seen, asked);
  if (customerId.id !== null) return look({ seen, customerId: customerId.id, open, author, leader });
  return remembered ? null : remember(seen, customerId.outcome); // a page that was only remembered may be old
}

/** Whom to ask Stripe about: the page's customer, which is also the one asked for; a first one is taken on. */
function customerOf(
  { state: { customerId } }: SeenBilling,
  asked: string | null,
): { id: string } | { id: null; outcome: 'no-customer' | 'not-ours' } {
  const id = customerId ?? asked;
  if (id === null) return { id, outcome: 'no-customer' };
  return asked === null || asked === id ? { id } : { id: null, outcome: 'not-ours' };
}

interface Look {
  seen: SeenBilling;
  customerId: string;
  open: readonly StripeEvent[];
  author: Author;
  leader: string;
}

/**
 * Asks Stripe and writes what it said, conditional on the page; null if somebody wrote it meanwhile. Where nothing changed the
 * page is written all the same: it makes a write of somebody who asked earlier fail.
 */
async function look({ seen, customerId, open, author, leader }: Look): Promise<Synced | null> {
  const { orgId } = seen;
  await faultPoint('billing-before-fetch', leader);
  const unsettled = seen.state.invoices.filter(isUnsettled).map(({ id }) => id);
  const truth = await fetchTruth(customerId, [...open.flatMap(invoiceOf), ...unsettled]);
  await faultPoint('billing-after-fetch', leader);
  const step = planSync(seen.state, truth, { eventIds: open.map(({ id }) => id), nowMs: Date.now() });
  try {
    await faultPoint('billing-before-commit', leader);
    const { firstWriteAt } = await runTimedTransaction(async (tx) => {
      await writeStep(tx, seen, step, author);
      if (step.hasChanged) recordApplied(tx, orgId, open);
    });
    await faultPoint('billing-after-commit', leader);
    pages.delete(orgId);
    if (firstWriteAt) keep({ orgId, state: step.state, version: firstWriteAt });
    return step.hasChanged
      ? { outcome: 'applied', drift: driftOf(seen.state, step.state) }
      : { outcome: 'unchanged', drift: [] };
  } catch (error) {
    pages.delete(orgId);
    if (isInTheWay(error)) return null;
    throw error;
  }
}

/** Only while nothing is known of a subscription: later events come alone, and are not kept waiting. */
async function gather({ state }: SeenBilling, { events }: Ask): Promise<void> {
  if (events.length > 0 && state.subscriptions.length === 0) await wait(GATHER_MS);
}

/**
 * Whether the page holds what an event is about: it was fetched for that event, or surely after it was made. An invoice that
 * the page does not list was not looked at, whatever was. On a test clock events carry its time, which says nothing of when.
 */
function isCovered({ eventIds, syncedThroughMs, invoices }: BillingState, event: StripeEvent): boolean {
  if (eventIds.includes(event.id)) return true;
  if (idOf(event.data.object.test_clock) !== null) return false;
  const isKnown = invoiceOf(event).every((invoiceId) => invoices.some(({ id }) => id === invoiceId));
  return isKnown && (event.created + 1) * 1000 <= syncedThroughMs;
}

/** Whether this process knows already that an event has nothing to add: then it costs nothing at all. */
export function isKnownCovered(orgId: string, event: StripeEvent): boolean {
  const page = pages.get(orgId);
  return page !== undefined && isCovered(page.state, event);
}

function invoiceOf({ data: { object } }: StripeEvent): string[] {
  return object.object === 'invoice' ? [object.id] : [];
}

function remember(seen: SeenBilling, outcome: SyncOutcome): Synced {
  keep(seen);
  return { outcome, drift: [] };
}

function keep(seen: SeenBilling): void {
  pages.delete(seen.orgId); // to the end of the map: the page that was not used for longest goes first
  pages.set(seen.orgId, seen);
  const [oldest] = pages.keys();
  if (pages.size > REMEMBERED_PAGES && oldest !== undefined) pages.delete(oldest);
}

function forget(orgId: string, outcome: SyncOutcome): Synced {
  pages.delete(orgId);
  return { outcome, drift: [] };
}

function driftOf(before: BillingState, after: BillingState): string[] {
  const keys = ['customerId', 'access', 'subscriptions', 'invoices', 'creditCents'] as const;
  return keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}
