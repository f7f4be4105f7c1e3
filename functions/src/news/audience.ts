import { Refusal } from '@leadpulse/model';
import { FieldPath } from 'firebase-admin/firestore';
import { currentPerson } from '../platform/person.js';
import type { Mailing } from './mailings.js';

const PAGE = 200;

/** Null where the address was never confirmed, or the account is closed or gone: it may be a stranger's. */
export async function confirmedAddress(uid: string): Promise<string | null> {
  try {
    const { email, isEmailVerified } = await currentPerson(uid);
    return isEmailVerified && email !== '' ? email : null;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** The uids of whoever comes into question, page by page. */
export async function* audienceOf({ audience }: Mailing): AsyncGenerator<string> {
  const all = audience().orderBy(FieldPath.documentId()).select().limit(PAGE);
  for (let page = all; ;) {
    const { docs } = await page.get();
    for (const { id } of docs) yield id;
    const last = docs.at(-1);
    if (!last || docs.length < PAGE) return;
    page = all.startAfter(last);
  }
}
