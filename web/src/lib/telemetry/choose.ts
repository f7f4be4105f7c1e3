import { doc, updateDoc } from 'firebase/firestore';
import { db } from '../firebase/firestore.js';

export type StorageChoice = 'necessary' | 'all';

/** What is kept beyond what is needed are usage counts alone, so the choice of storage is the choice of them. */
export function chooseStorage(uid: string, cookies: StorageChoice): Promise<void> {
  return updateDoc(doc(db, 'users', uid), {
    'preferences.cookies': cookies,
    'preferences.telemetry': cookies === 'all',
  });
}

/** Switched on, counts have to be kept until they are told; switched off, the list of what was told may stay. */
export function chooseCounting(uid: string, telemetry: boolean): Promise<void> {
  return telemetry
    ? chooseStorage(uid, 'all')
    : updateDoc(doc(db, 'users', uid), { 'preferences.telemetry': false });
}
