import type { UsageDay } from '@leadpulse/model';
import { auditEntryId, EMPTY_AUDIT_HEAD, handlesOf } from '@leadpulse/model';
import type { Auth } from 'firebase-admin/auth';
import { getAuth } from 'firebase-admin/auth';
import type { BulkWriter, DocumentReference, Firestore } from 'firebase-admin/firestore';
import { getFirestore } from 'firebase-admin/firestore';
import { createHash } from 'node:crypto';
import { suppressionId } from '../../functions/src/platform/keyedHash.js';
import { sealAt } from '../../functions/src/messaging/credentials.js';
import type { Ports } from '../ports.js';
import { HOST } from '../ports.js';
import { adminAppAt } from '../world/admin.js';
import { LOCAL_SECRETS } from '../world/environment.js';
import { withoutTriggers } from '../world/quietly.js';
import type { PlannedOrg } from './organizations.js';
import { auditOf } from './auditLog.js';
import { harborRealty, memberOf, northsideHomes, userOf } from './organizations.js';
import type { DemoPerson } from './people.js';
import { DEMO_PASSWORD } from './people.js';
import type { PlannedContact } from './plan.js';
import { ACCOUNTS, HARBOR_ORG_ID, NORTHSIDE_ORG_ID } from './plan.js';
import { usageOf } from './usage.js';

/** Whether the demo data is there, to its last organization. */
export async function isSeeded(ports: Ports): Promise<boolean> {
  const org = await getFirestore(adminAppAt(ports)).doc(`orgs/${NORTHSIDE_ORG_ID}`).get();
  return org.exists;
}

/** Fills a world with two organizations, their people, leads and conversations. */
export async function seedDemo(ports: Ports, now: Date): Promise<void> {
  const db = getFirestore(adminAppAt(ports));
  const auth = getAuth(adminAppAt(ports));
  Object.assign(process.env, LOCAL_SECRETS); // the functions' own sealing and hashing read them there
  await withoutTriggers(ports, async () => {
    for (const planned of [harborRealty(now), northsideHomes(now)]) {
      await Promise.all(planned.people.map((person) => makeAccount(auth, person)));
      await writeOrg(db, planned, usageOf(planned, now));
    }
  });
  await wireOfficeMailbox(ports);
}

/** Points the demo's mailbox at the mail sink of this world, whose port may be another than last time. */
export async function wireOfficeMailbox(ports: Ports): Promise<void> {
  Object.assign(process.env, LOCAL_SECRETS);
  const settings = { host: HOST, port: ports.smtp, secure: false, user: '', password: '' };
  const path = `orgs/${HARBOR_ORG_ID}/accounts/${ACCOUNTS.office.id}/secrets/smtp`;
  await getFirestore(adminAppAt(ports)).doc(path).set(sealAt({ path }, settings));
}

async function makeAccount(auth: Auth, { uid, email, name }: DemoPerson): Promise<void> {
  await auth.deleteUsers([uid]); // of a seeding that was cut off
  await auth.createUser({ uid, email, displayName: name, password: DEMO_PASSWORD, emailVerified: true });
}

async function writeOrg(db: Firestore, planned: PlannedOrg, usage: UsageDay[]): Promise<void> {
  const writer = db.bulkWriter({ throttling: false });
  const failures: Error[] = [];
  writer.onWriteError((error) => {
    failures.push(error);
    return false;
  });
  const org = db.doc(`orgs/${planned.orgId}`);
  for (const person of planned.people) {
    put(writer, db.doc(`users/${person.uid}`), userOf(person, planned));
    put(writer, org.collection('members').doc(person.uid), memberOf(person, planned));
  }
  for (const [accountId, account] of planned.accounts)
    put(writer, org.collection('accounts').doc(accountId), account);
  for (const [inviteId, invite] of planned.invites)
    put(writer, org.collection('invites').doc(inviteId), invite);
  const audit = auditOf(planned);
  for (const entry of audit) put(writer, org.collection('auditLog').doc(auditEntryId(entry.sequence)), entry);
  const { sequence, hash } = audit.at(-1) ?? EMPTY_AUDIT_HEAD;
  put(writer, org.collection('chains').doc('audit'), { sequence, hash, eventIds: [] });
  for (const day of usage) put(writer, org.collection('usage').doc(day.day), day);
  for (const contact of planned.contacts) writeContact(writer, org, contact);
  await writer.close();
  if (failures[0]) throw failures[0];
  await org.set(planned.org); // last: it tells that the rest is there
}

function writeContact(writer: BulkWriter, org: DocumentReference, planned: PlannedContact): void {
  const { contactId, contact } = planned;
  const ref = org.collection('contacts').doc(contactId);
  put(writer, ref, contact);
  for (const [messageId, message] of planned.messages)
    put(writer, ref.collection('messages').doc(messageId), message);
  planned.notes.forEach((note, i) => put(writer, ref.collection('notes').doc(`n${i + 1}`), note));
  for (const [id, consent] of planned.consents) put(writer, ref.collection('consents').doc(id), consent);
  for (const { channel, address } of planned.suppressed) {
    const at = contact.lastInboundAt;
    put(writer, org.collection('suppressions').doc(suppressionId(org.id, channel, address)), { channel, at });
  }
  if (contact.duplicateOf !== null) return; // the first holder keeps the address they share
  for (const { key, channel } of handlesOf(contact)) {
    const handleId = createHash('sha256').update(key).digest('hex');
    put(writer, org.collection('handles').doc(handleId), { contactId, channel });
  }
}

/** A failed write is collected by `onWriteError`; the promise of each single one tells nothing more. */
function put(writer: BulkWriter, ref: DocumentReference, fields: object): void {
  writer.set(ref, { ...fields }).catch(() => undefined);
}
