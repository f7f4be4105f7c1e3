import { doc, updateDoc } from 'firebase/firestore';
import { db } from '../../lib/firebase/firestore.js';

export function chooseCounting(uid: string, telemetry: boolean): Promise<void> {
  return updateDoc(doc(db, 'users', uid), { 'preferences.telemetry': telemetry });
}
