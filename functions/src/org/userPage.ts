import type { Role, Sees, UserConsent } from '@leadpulse/model';
import { MAIL_LIST_FACTS, MAIL_LISTS, Refusal } from '@leadpulse/model';
import { POLICY_VERSION } from '@leadpulse/policy';
import type { Transaction } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { consentsOf, userRef } from '../platform/refs.js';

/** A seat as it stands on the person's page, for their switcher. */
export interface PageSeat {
  name: string;
  role: Role;
  sees: Sees;
  timeZone: string;
}

interface NewPage {
  uid: string;
  email: string;
  displayName: string;
  promotionalEmails: boolean;
  orgId: string;
  seat: PageSeat;
}

/** Throws `policy-version-old` unless this is the policy that holds now. */
export function insistOnCurrentPolicy(version: string, field: string): void {
  if (version === POLICY_VERSION) return;
  throw new Refusal('failed-precondition', 'policy-version-old', { field, allowed: POLICY_VERSION });
}

/** The page of a person in their first organization, with what they agreed to. */
export function createPage(tx: Transaction, page: NewPage): void {
  const { uid, email, displayName, promotionalEmails: news, orgId, seat } = page;
  tx.create(userRef(uid), {
    displayName,
    email,
    preferences: { productEmails: news, promotionalEmails: news, telemetry: false, cookies: 'unasked' },
    acceptedPolicy: { version: POLICY_VERSION, at: Timestamp.now() },
    orgs: { [orgId]: seat },
  });
  writeConsent(tx, { uid, orgId, what: 'privacy-policy', given: true });
  writeNewsConsents(tx, { uid, orgId, given: news });
}

/** The one box of sign-up asks for both lists of news; each is a choice of its own from then on. */
export function writeNewsConsents(tx: Transaction, consent: Omit<Consent, 'what'>): void {
  for (const list of MAIL_LISTS) writeConsent(tx, { ...consent, what: MAIL_LIST_FACTS[list].what });
}

interface Consent {
  uid: string;
  orgId: string; // the organization at whose sign-up it was asked
  what: Exclude<UserConsent['what'], 'usage-counts' | 'storage'>;
  given: boolean;
}

export function writeConsent(tx: Transaction, { uid, orgId, what, given }: Consent): void {
  const consent = { what, given, textVersion: POLICY_VERSION, at: Timestamp.now(), source: 'sign-up' };
  tx.set(consentsOf(uid).doc(`${orgId}_${what}`), consent);
}
