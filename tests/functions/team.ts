import type { AuditEntry, Role, Sees } from '@leadpulse/model';
import { auditEntrySchema, followChain, EMPTY_AUDIT_HEAD, memberSchema, userSchema } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import { sha256 } from '../../functions/src/platform/audit.js';
import { adminDb } from '../../local/worldClient.js';
import type { Person, Tenant } from './tenant.js';
import { seedPerson } from './tenant.js';

/** Somebody with a seat, and a page that lists it and another organization. */
export async function seedMember(tenant: Tenant, role: Role, sees: Sees = 'everything'): Promise<Person> {
  const person = await seedPerson(tenant, { role, sees });
  const seat = { name: 'Harbor Realty', role, sees, timeZone: 'America/New_York' };
  await adminDb()
    .doc(`users/${person.uid}`)
    .set({
      displayName: 'Test Person',
      email: person.email,
      preferences: { productEmails: true, promotionalEmails: false, telemetry: false, cookies: 'unasked' },
      acceptedPolicy: { version: '1', at: Timestamp.now() },
      orgs: { [tenant.orgId]: seat, oElsewhere: { ...seat, name: 'Elsewhere' } },
    });
  return person;
}

/** The seat as `role sees`, and the same as the person's page tells it; 'none' where there is none. */
export async function seatsOf(
  { orgId, org }: Tenant,
  { uid }: Person,
): Promise<[seat: string, page: string]> {
  const [seat, page] = await Promise.all([
    org.collection('members').doc(uid).get(),
    adminDb().doc(`users/${uid}`).get(),
  ]);
  const listed = userSchema.parse(page.data()).orgs[orgId];
  return [seat.exists ? told(memberSchema.parse(seat.data())) : 'none', listed ? told(listed) : 'none'];
}

function told({ role, sees }: { role: Role; sees: Sees }): string {
  return `${role} ${sees}`;
}

/** The audit log, oldest first; throws if its chain is broken. */
export async function auditLogOf({ org }: Tenant): Promise<AuditEntry[]> {
  const { docs } = await org.collection('auditLog').orderBy('sequence').get();
  const entries = docs.map((doc) => auditEntrySchema.parse(doc.data()));
  const { brokenAt } = followChain(EMPTY_AUDIT_HEAD, entries, sha256);
  if (brokenAt !== null) throw new Error(`The audit log is broken at ${brokenAt}`);
  return entries;
}
