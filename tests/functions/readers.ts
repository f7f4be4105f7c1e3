import type { Preferences, UserConsent } from '@leadpulse/model';
import { userConsentSchema } from '@leadpulse/model';
import { POLICY_VERSION } from '@leadpulse/policy';
import { Timestamp } from 'firebase-admin/firestore';
import { HOST, PROJECT_ID } from '../../local/ports.js';
import { adminDb, worldPorts } from '../../local/worldClient.js';
import type { RestDocument } from '../proof/restDocument.js';
import type { Person } from './tenant.js';
import { seedPerson } from './tenant.js';

const SILENT: Preferences = {
  productEmails: false,
  promotionalEmails: false,
  telemetry: false,
  cookies: 'unasked',
};

/** Somebody with an account and a page, and for what they said yes to an entry in the ledger. */
export async function seedReader(chosen: Partial<Preferences> = {}): Promise<Person> {
  const person = await seedPerson();
  const page = adminDb().doc(`users/${person.uid}`);
  const at = Timestamp.now();
  const batch = adminDb().batch();
  batch.set(page, {
    displayName: 'Rita Reader',
    email: person.email,
    preferences: { ...SILENT, ...chosen },
    acceptedPolicy: { version: POLICY_VERSION, at },
    orgs: {},
  });
  for (const [is, what] of [
    [chosen.productEmails, 'product-emails'],
    [chosen.promotionalEmails, 'promotional-emails'],
  ] as const) {
    const entry: UserConsent = { what, given: true, textVersion: POLICY_VERSION, at, source: 'sign-up' };
    if (is) batch.set(page.collection('consents').doc(`o1_${what}`), entry);
  }
  await batch.commit();
  return person;
}

/** A person's ledger, the oldest entry first. */
export async function ledgerOf(uid: string): Promise<UserConsent[]> {
  const { docs } = await adminDb().collection(`users/${uid}/consents`).orderBy('at').get();
  return docs.map((doc) => userConsentSchema.parse(doc.data()));
}

export function said(entries: readonly UserConsent[]): string[] {
  return entries.map(({ what, given, source }) => `${what} ${given ? 'yes' : 'no'} by ${source}`);
}

/** A person's page as an event shows it. */
export async function pageInEvents(uid: string): Promise<RestDocument> {
  const url = `http://${HOST}:${worldPorts().firestore}/v1/projects/${PROJECT_ID}/databases/(default)/documents/users/${uid}`;
  const response = await fetch(url, { headers: { authorization: 'Bearer owner' } });
  if (!response.ok) throw new Error(`the page of ${uid} was not read: ${response.status}`);
  return (await response.json()) as RestDocument;
}
