import type { DocumentReference, Transaction } from 'firebase-admin/firestore';
import { membersOf, userRef } from '../platform/refs.js';

/** The pages of these people that list the organization, read in a transaction; a person may have no page. */
export async function pagesThatList(
  tx: Transaction,
  orgId: string,
  uids: readonly string[],
): Promise<Map<string, DocumentReference>> {
  const refs = [...new Set(uids)].map((uid) => userRef(uid));
  if (refs.length === 0) return new Map();
  const pages = await tx.getAll(...refs, { fieldMask: ['orgs'] });
  const listing = pages.filter((page) => page.get(`orgs.${orgId}`) !== undefined);
  return new Map(listing.map(({ id, ref }) => [id, ref]));
}

interface Team {
  seats: DocumentReference[];
  pages: DocumentReference[];
}

/** Every seat of an organization, and the pages that list it. */
export async function readTeam(tx: Transaction, orgId: string): Promise<Team> {
  const { docs } = await tx.get(membersOf(orgId).select());
  const uids = docs.map(({ id }) => id);
  const pages = await pagesThatList(tx, orgId, uids);
  return { seats: docs.map(({ ref }) => ref), pages: [...pages.values()] };
}
