import type { MailChoice, MailList, MailScope, Preferences, UserConsent } from '@leadpulse/model';
import {
  MAIL_CHOICE_RATE,
  MAIL_LIST_FACTS,
  MAIL_LISTS,
  newestConsent,
  preferencesSchema,
  userConsentSchema,
} from '@leadpulse/model';
import { POLICY_VERSION } from '@leadpulse/policy';
import type { DocumentSnapshot, Transaction } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { db, runInTurn } from '../platform/firestore.js';
import { takeRates } from '../platform/rateLimit.js';
import { consentsOf, userRef } from '../platform/refs.js';

const NEWEST = 100; // entries of a ledger that are looked at: more than anybody's choices of a year

interface Wish {
  lists: readonly MailList[];
  given: boolean;
  source: Extract<UserConsent['source'], 'unsubscribe-link' | 'support'>;
  note?: string;
}

export function listsOf(scope: MailScope): readonly MailList[] {
  return scope === 'all' ? MAIL_LISTS : [scope];
}

/**
 * Chooses for a person who is not signed in, the page and the ledger in one commit. What is so already changes nothing.
 * Answers with the lists that changed; null: there is no such person.
 */
export function chooseMail(uid: string, { lists, given, source, note }: Wish): Promise<MailList[] | null> {
  return runInTurn(async (tx) => {
    const page = await tx.get(userRef(uid));
    if (!page.exists) return null;
    const preferences = preferencesOf(page);
    const changing = lists.filter((list) => preferences[MAIL_LIST_FACTS[list].preference] !== given);
    if (changing.length === 0) return [];
    if (given) (await takeRates(tx, [{ key: `mail-choice:${uid}`, rate: MAIL_CHOICE_RATE }]))();
    for (const list of changing) {
      const { preference, what } = MAIL_LIST_FACTS[list];
      tx.update(page.ref, { [`preferences.${preference}`]: given });
      const entry: UserConsent = {
        what,
        given,
        textVersion: POLICY_VERSION,
        at: Timestamp.now(),
        source,
        ...(note && { note }),
      };
      tx.create(consentsOf(uid).doc(), entry);
    }
    return changing;
  });
}

/** How a person's lists stand, and since when; null: there is no such person. */
export function mailChoicesOf(uid: string, lists: readonly MailList[]): Promise<MailChoice[] | null> {
  return db().runTransaction(
    async (tx) => {
      const page = await tx.get(userRef(uid));
      if (!page.exists) return null;
      const preferences = preferencesOf(page);
      const ledger = await readLedger(tx, uid);
      return lists.map((list) => {
        const { preference, what } = MAIL_LIST_FACTS[list];
        const given = preferences[preference];
        const entry = newestConsent(ledger, what);
        return { list, given, sinceMs: entry?.given === given ? entry.at.toMillis() : null };
      });
    },
    { readOnly: true },
  );
}

/** The newest entries of a person's ledger. */
export async function readLedger(tx: Transaction, uid: string): Promise<UserConsent[]> {
  const { docs } = await tx.get(consentsOf(uid).orderBy('at', 'desc').limit(NEWEST));
  return docs.map((doc) => userConsentSchema.parse(doc.data()));
}

function preferencesOf(page: DocumentSnapshot): Preferences {
  return preferencesSchema.parse(page.get('preferences'));
}
