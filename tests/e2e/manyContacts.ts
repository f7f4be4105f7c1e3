import type { Contact } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import { adminDb } from '../../local/worldClient.js';

const BATCH = 500;
const LANES = 3;

/** A name whose alphabetical order is its number's. */
export function nameOf(number: number): string {
  return `Lead ${String(number).padStart(5, '0')}`;
}

/** So many contacts at once, as an import would leave them. */
export async function seedContacts(orgId: string, count: number): Promise<void> {
  const starts = Array.from({ length: Math.ceil(count / BATCH) }, (_, at) => at * BATCH).values();
  const lane = async (): Promise<void> => {
    for (const start of starts) {
      const batch = adminDb().batch();
      for (let at = start; at < Math.min(start + BATCH, count); at++)
        batch.set(adminDb().doc(`orgs/${orgId}/contacts/many${at}`), contact(at));
      await batch.commit();
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

function contact(at: number): Contact {
  const name = nameOf(at);
  const identity = { name, company: '', phones: [`+1303${String(2_000_000 + at)}`], emails: [] };
  return {
    ...identity,
    nameKey: name.toLowerCase(),
    tags: [],
    stage: 'new',
    assigneeUid: null,
    source: 'import',
    custom: {},
    inbox: { status: 'closed', unread: 0, snoozedUntil: null },
    optOut: { sms: false, email: false },
    lastMessage: null,
    lastInboundAt: null,
    waitingSince: null,
    search: [name.slice(-5)], // enough for this list, and quick to index
    duplicateOf: null,
    timeZone: null,
    createdAt: Timestamp.now(),
    createdBy: 'import',
  };
}
