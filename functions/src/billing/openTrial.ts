import type { AccessFacts, Billing, Org } from '@leadpulse/model';
import { DAY_MS, emptyBilling, nextAction, TRIAL_DAYS } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import type { Transaction } from 'firebase-admin/firestore';
import { accessDocument, billingRef } from './billingPage.js';

/** A new organization's trial: writes its billing page, and gives what the organization carries of it. */
export function openTrial(tx: Transaction, orgId: string, nowMs: number): Org['access'] {
  const access: AccessFacts = {
    status: 'trialing',
    planId: null,
    trialEndsAtMs: nowMs + TRIAL_DAYS * DAY_MS,
    currentPeriodEndMs: null,
    cancelAtPeriodEnd: false,
    graceEndsAtMs: null,
  };
  const page = emptyBilling(access);
  const next = nextAction(page, nowMs);
  const nextActionAt = next === null ? null : Timestamp.fromMillis(next);
  tx.create(billingRef(orgId), { ...page, nextActionAt } satisfies Billing);
  return accessDocument(access);
}
