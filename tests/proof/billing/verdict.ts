import type { AccessFacts, AuditEntry, Billing } from '@leadpulse/model';
import {
  accessSchema,
  auditEntrySchema,
  auditHeadSchema,
  billingSchema,
  brokenEnd,
  EMPTY_AUDIT_HEAD,
  followChain,
} from '@leadpulse/model';
import { isDeepStrictEqual } from 'node:util';
import { sha256 } from '../../../functions/src/platform/audit.js';
import { adminDb } from '../../../local/worldClient.js';
import type { Lawful } from './law.js';
import { lawOf } from './law.js';
import type { Payer } from './payer.js';
import { stripeControl } from './stripeSide.js';

/** What an organization believes. */
export interface Believed {
  page: Billing | null;
  access: AccessFacts;
}

export async function believedBy({ orgId }: Pick<Payer, 'orgId'>): Promise<Believed> {
  const org = adminDb().doc(`orgs/${orgId}`);
  const [page, { access }] = await adminDb()
    .getAll(org.collection('billing').doc('stripe'), org)
    .then(
      (found) =>
        [
          found[0]?.exists ? billingSchema.parse(found[0].data()) : null,
          { access: accessSchema.parse(found[1]?.get('access')) },
        ] as const,
    );
  return {
    page,
    access: {
      ...{ status: access.status, planId: access.planId, cancelAtPeriodEnd: access.cancelAtPeriodEnd },
      trialEndsAtMs: access.trialEndsAt?.toMillis() ?? null,
      currentPeriodEndMs: access.currentPeriodEnd?.toMillis() ?? null,
      graceEndsAtMs: access.graceEndsAt?.toMillis() ?? null,
    },
  };
}

/** What Stripe has of the customer now, and so what must be believed. */
export async function lawFor({ customerId, ownTrialEndsAtMs }: Payer): Promise<Lawful> {
  return lawOf(await stripeControl().customerState(customerId), ownTrialEndsAtMs, Date.now());
}

/**
 * Where what an organization believes differs from what Stripe has; nothing is the proof. An invoice whose events are still on
 * their way (`isAwaited`) need not be there.
 */
export async function differences(
  payer: Payer,
  isAwaited: (invoiceId: string) => boolean = () => false,
): Promise<string[]> {
  const [believed, law] = [await believedBy(payer), await lawFor(payer)];
  const faults = told('access of the organization', believed.access, law.access);
  const { page } = believed;
  if (!page) return [...faults, 'there is no billing page'];
  const [shown, lawful] = listedInvoices(page, law, isAwaited);
  return [
    ...faults,
    ...told('customer', page.customerId, law.customerId),
    ...told('access on the page', page.access, law.access),
    ...told('deciding subscription', page.subscriptionId, law.subscriptionId),
    ...told('subscriptions', page.subscriptions, law.subscriptions),
    ...told('invoices', shown, lawful),
    ...told('credit', page.creditCents, law.creditCents),
  ];
}

/** What the page does not show, and need not: drafts, since Stripe tells of an invoice when it is final. */
function listedInvoices(
  page: Billing,
  law: Lawful,
  isAwaited: (invoiceId: string) => boolean,
): [Billing['invoices'], Lawful['invoices']] {
  const isShown = (id: string): boolean => page.invoices.some((invoice) => invoice.id === id);
  const lawful = law.invoices.filter(
    ({ id, status }) => isShown(id) || (status !== 'draft' && !isAwaited(id)),
  );
  return [page.invoices, law.customerId === null ? page.invoices : lawful];
}

function told(what: string, ours: unknown, stripes: unknown): string[] {
  if (isDeepStrictEqual(ours, stripes)) return [];
  if (!Array.isArray(ours) || !Array.isArray(stripes))
    return [`${what}: ${JSON.stringify(ours)}, Stripe has ${JSON.stringify(stripes)}`];
  const lacking = (some: unknown[], others: unknown[]): string =>
    JSON.stringify(some.filter((each) => !others.some((other) => isDeepStrictEqual(each, other))));
  return [`${what}: ours alone ${lacking(ours, stripes)}, Stripe's alone ${lacking(stripes, ours)}`];
}

/** What an audit entry tells of access. */
export type Standing = Pick<AccessFacts, 'status' | 'planId' | 'cancelAtPeriodEnd'>;

export function standingOf({ status, planId, cancelAtPeriodEnd }: AccessFacts): Standing {
  return { status, planId, cancelAtPeriodEnd };
}

export async function auditLogOf({
  orgId,
}: Pick<Payer, 'orgId'>): Promise<{ entries: AuditEntry[]; faults: string[] }> {
  const org = adminDb().doc(`orgs/${orgId}`);
  const [{ docs }, head] = await Promise.all([
    org.collection('auditLog').orderBy('sequence').get(),
    org.collection('chains').doc('audit').get(),
  ]);
  const entries = docs.map((doc) => auditEntrySchema.parse(doc.data()));
  const reached = followChain(EMPTY_AUDIT_HEAD, entries, sha256);
  const end = head.exists ? auditHeadSchema.parse(head.data()) : EMPTY_AUDIT_HEAD;
  const brokenAt = reached.brokenAt ?? brokenEnd(reached, end);
  return { entries, faults: brokenAt === null ? [] : [`the audit log is broken at ${brokenAt}`] };
}

/**
 * The audit log has an entry for each change of access that anybody could see, from the first standing to the last, one
 * leading to the next, and they come in the order in which Stripe had them: an older look never came after a newer one.
 */
export async function auditFaults(payer: Payer, history: readonly Standing[]): Promise<string[]> {
  const { entries, faults } = await auditLogOf(payer);
  const changes = entries.filter(({ action }) => action === 'billing.access');
  let standing: unknown = standingOf(payer.access);
  let at = 0;
  for (const { before, after, sequence } of changes) {
    if (!isDeepStrictEqual(before, standing)) faults.push(`entry ${sequence} begins where nothing ended`);
    if (isDeepStrictEqual(before, after)) faults.push(`entry ${sequence} changes nothing`);
    const next = history.findIndex((each, place) => place >= at && isDeepStrictEqual(each, after));
    if (next < 0) faults.push(`entry ${sequence} tells of ${JSON.stringify(after)}, out of Stripe's order`);
    else at = next;
    standing = after;
  }
  const last = standingOf((await believedBy(payer)).access);
  if (!isDeepStrictEqual(standing, last)) faults.push('the last entry is not how access is now');
  return faults;
}
