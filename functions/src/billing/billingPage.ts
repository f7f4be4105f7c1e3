import type { AccessFacts, Billing, BillingState, BillingStep, Org } from '@leadpulse/model';
import {
  accessSchema,
  billingSchema,
  emptyBilling,
  isPurgeDue,
  isSame,
  orgSchema,
  planTime,
} from '@leadpulse/model';
import type { DocumentReference, Transaction } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import type { AuditOrigin } from '@leadpulse/model';
import { openAudit } from '../platform/audit.js';
import { db, hasChanged } from '../platform/firestore.js';
import { orgRef } from '../platform/refs.js';

const { deletion: deletionSchema } = orgSchema.shape;

/** The billing page as it was read: its version makes the next write conditional. */
export interface SeenBilling {
  readonly orgId: string;
  readonly state: BillingState;
  /** null: there is no page yet. */
  readonly version: Timestamp | null;
}

export function billingRef(orgId: string): DocumentReference {
  return orgRef(orgId).collection('billing').doc('stripe');
}

/**
 * The billing page, one read; an organization without one (two reads) has never paid. null: there is no organization, or it
 * is being purged and its page is gone already.
 */
export async function readBilling(orgId: string): Promise<SeenBilling | null> {
  const snapshot = await billingRef(orgId).get();
  if (snapshot.exists && snapshot.updateTime) {
    return { orgId, state: stateOf(billingSchema.parse(snapshot.data())), version: snapshot.updateTime };
  }
  const org = await orgRef(orgId).get();
  const deletion = deletionSchema.parse(org.get('deletion'));
  if (!org.exists || isPurgeDue(deletion?.purgeAt.toMillis() ?? null, Date.now())) return null;
  const access = accessFacts(accessSchema.parse(org.get('access')));
  return { orgId, state: stateOf(emptyBilling(access)), version: null };
}

/** The billing page, made if the organization has none yet; null: there is no organization. */
export async function ensureBilling(orgId: string): Promise<SeenBilling | null> {
  const seen = await readBilling(orgId);
  if (!seen || seen.version) return seen;
  const step = planTime(seen.state, Date.now());
  await db()
    .runTransaction((tx) => writeStep(tx, seen, step, { actor: 'system', origin: null }))
    .catch((error: unknown) => {
      if (!isInTheWay(error)) throw error; // somebody else made it
    });
  return readBilling(orgId);
}

const ALREADY_EXISTS = 6;

/** Whether a write failed because somebody else wrote, or made, the page since it was seen. */
export function isInTheWay(error: unknown): boolean {
  return hasChanged(error) || (error as { code?: unknown } | null)?.code === ALREADY_EXISTS;
}

function stateOf(page: Billing): BillingState {
  const state: Partial<Billing> = { ...page };
  delete state.syncedAt;
  delete state.nextActionAt;
  return state as BillingState;
}

export interface Author {
  actor: string; // a person's uid, `stripe`, or `system`
  origin: AuditOrigin | null;
}

/**
 * Writes a step: the page (first, so that its version can be told), the access that the organization carries, and the
 * audit entry if it changed. Fails as changed if somebody wrote the page since it was seen. One read, if access changed.
 */
export async function writeStep(
  tx: Transaction,
  { orgId, state: before, version }: SeenBilling,
  { state, nextActionMs }: BillingStep,
  author: Author,
): Promise<void> {
  const access = state.access;
  const audit = isToldOf(before.access, access) ? await openAudit(tx, orgId) : null;
  const page = {
    ...state,
    syncedAt: Timestamp.now(),
    nextActionAt: nextActionMs === null ? null : Timestamp.fromMillis(nextActionMs),
  } satisfies Billing;
  if (version) tx.update(billingRef(orgId), page, { lastUpdateTime: version });
  else tx.create(billingRef(orgId), page);
  if (!isSame(before.access, access)) tx.update(orgRef(orgId), { access: accessDocument(access) });
  audit?.write({
    ...author,
    action: 'billing.access',
    target: orgId,
    before: told(before.access),
    after: told(access),
  });
}

/** A new period is no news to an audit log; another status, plan or an end is. */
function isToldOf(before: AccessFacts, after: AccessFacts): boolean {
  return !isSame(told(before), told(after));
}

function told({ status, planId, cancelAtPeriodEnd }: AccessFacts): Record<string, unknown> {
  return { status, planId, cancelAtPeriodEnd };
}

/** What stands in `orgs/{orgId}.access`. */
export function accessDocument(access: AccessFacts): Org['access'] {
  const moment = (ms: number | null): Timestamp | null => (ms === null ? null : Timestamp.fromMillis(ms));
  return {
    status: access.status,
    planId: access.planId,
    trialEndsAt: moment(access.trialEndsAtMs),
    currentPeriodEnd: moment(access.currentPeriodEndMs),
    cancelAtPeriodEnd: access.cancelAtPeriodEnd,
    graceEndsAt: moment(access.graceEndsAtMs),
  };
}

function accessFacts(access: Org['access']): AccessFacts {
  return {
    status: access.status,
    planId: access.planId,
    trialEndsAtMs: access.trialEndsAt?.toMillis() ?? null,
    currentPeriodEndMs: access.currentPeriodEnd?.toMillis() ?? null,
    cancelAtPeriodEnd: access.cancelAtPeriodEnd,
    graceEndsAtMs: access.graceEndsAt?.toMillis() ?? null,
  };
}
