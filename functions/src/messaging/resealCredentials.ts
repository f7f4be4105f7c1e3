import type { Query, QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { FieldPath } from 'firebase-admin/firestore';
import { db, hasChanged } from '../platform/firestore.js';
import { newestKeyId, seal, sealedSchema, unseal } from '../platform/seal.js';

const PAGE = 200;

interface ResealCounts {
  sealed: number; // with the newest key from now on
  already: number; // were before
  changed: number; // connected anew or disconnected meanwhile, and so right without us
  unreadable: number; // by a key that SEALING_KEY does not hold any more, or moved from another place
}

/**
 * Seals every credential of every account with the newest key. What is sealed with it already is left alone, so a run that
 * broke off is simply run again; what somebody changes meanwhile is sealed with the newest key by that change.
 */
export async function resealCredentials(onPage: (counts: ResealCounts) => void): Promise<ResealCounts> {
  const counts: ResealCounts = { sealed: 0, already: 0, changed: 0, unreadable: 0 };
  const all = db().collectionGroup('secrets').orderBy(FieldPath.documentId()).limit(PAGE);
  let page: Query | null = all;
  while (page) {
    const { docs } = await page.get();
    for (const secret of docs) counts[await reseal(secret)] += 1;
    onPage(counts);
    const last: QueryDocumentSnapshot | undefined = docs.at(-1);
    page = last && docs.length === PAGE ? all.startAfter(last) : null;
  }
  return counts;
}

async function reseal(secret: QueryDocumentSnapshot): Promise<keyof ResealCounts> {
  const { path } = secret.ref;
  const sealed = sealedSchema.safeParse(secret.data());
  if (!sealed.success) return 'unreadable';
  if (sealed.data.keyId === newestKeyId()) return 'already';
  let plain: string;
  try {
    plain = unseal(sealed.data, path);
  } catch {
    return 'unreadable';
  }
  try {
    await secret.ref.update({ ...seal(plain, path) }, { lastUpdateTime: secret.updateTime });
    return 'sealed';
  } catch (error) {
    if (hasChanged(error)) return 'changed';
    throw error;
  }
}
