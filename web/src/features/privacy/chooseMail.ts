import type { MailList } from '@leadpulse/model';
import { MAIL_LIST_FACTS } from '@leadpulse/model';
import { doc, updateDoc } from 'firebase/firestore';
import { db } from '../../lib/firebase/firestore.js';

/** The person's own choice, under the rules; onUserWritten puts it into the ledger. */
export function chooseMail(uid: string, list: MailList, given: boolean): Promise<void> {
  return updateDoc(doc(db, 'users', uid), { [`preferences.${MAIL_LIST_FACTS[list].preference}`]: given });
}
