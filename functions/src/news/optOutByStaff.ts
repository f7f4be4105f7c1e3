import type { MailList, MailOptOut } from '@leadpulse/model';
import { LIMITS, mailOptOutSchema, normalizeEmail, Refusal } from '@leadpulse/model';
import { getAuth } from 'firebase-admin/auth';
import { Timestamp } from 'firebase-admin/firestore';
import { db } from '../platform/firestore.js';
import { mailOptOutId } from '../platform/keyedHash.js';
import { chooseMail } from './chooseMail.js';

interface Asked {
  email: string;
  lists: readonly MailList[];
  note: string; // how the opt-out came to us; the person can read it
}

/** `account`: switched off there; `address`: no account has it, and its keyed hash stands in the way of a later one. */
export interface StaffOptOut {
  kind: 'account' | 'address';
  changed: MailList[]; // none: it was so already
}

/** Records an opt-out that came to support, with its note, once. */
export async function optOutByStaff({ email: typed, lists, note }: Asked): Promise<StaffOptOut> {
  const email = normalizeEmail(typed);
  if (note.trim() === '' || note.length > LIMITS.consentNote) {
    const allowed = `1 to ${LIMITS.consentNote} characters: how it came to us`;
    throw new Refusal('invalid-argument', 'invalid-input', { field: 'note', allowed });
  }
  const uid = await accountOf(email);
  const changed =
    uid === null ? null : await chooseMail(uid, { lists, given: false, source: 'support', note });
  if (changed !== null) return { kind: 'account', changed };
  return { kind: 'address', changed: await suppress(email, lists, note) };
}

async function accountOf(email: string): Promise<string | null> {
  db(); // initializes the app
  try {
    return (await getAuth().getUserByEmail(email)).uid;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'auth/user-not-found') return null;
    throw error;
  }
}

function suppress(email: string, lists: readonly MailList[], note: string): Promise<MailList[]> {
  const ref = db().doc(`mailOptOuts/${mailOptOutId(email)}`);
  return db().runTransaction(async (tx) => {
    const snapshot = await tx.get(ref);
    const none: MailOptOut = { product: null, promotions: null, note };
    const before = snapshot.exists ? mailOptOutSchema.parse(snapshot.data()) : none;
    const changed = lists.filter((list) => before[list] === null);
    const now = Timestamp.now();
    if (changed.length > 0) {
      tx.set(ref, { ...before, ...Object.fromEntries(changed.map((list) => [list, now])), note });
    }
    return changed;
  });
}
