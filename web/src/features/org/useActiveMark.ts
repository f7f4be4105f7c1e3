import { doc, serverTimestamp, updateDoc } from 'firebase/firestore';
import { useEffect } from 'react';
import { db } from '../../lib/firebase/firestore.js';
import { useSession } from '../../lib/session.js';

const HOUR_MS = 60 * 60_000;
const SETTLED_MS = 3000; // a list of members that is being read meanwhile would for a moment, or for good, lack the person
const markedAt = new Map<string, number>(); // by seat; the rules hold the rest, whatever other browsers do

/** Notes on the own seat that the organization is open, once an hour at most: the team sees who was active when. */
export function useActiveMark(orgId: string): void {
  const { uid } = useSession().person;
  useEffect(() => {
    const path = `orgs/${orgId}/members/${uid}`;
    const mark = (): void => {
      const isDue = Date.now() - (markedAt.get(path) ?? 0) >= HOUR_MS;
      if (document.visibilityState !== 'visible' || !navigator.onLine || !isDue) return;
      markedAt.set(path, Date.now());
      // Refused: another browser of the person marked it minutes ago, or the seat is gone.
      updateDoc(doc(db, path), { lastActiveAt: serverTimestamp() }).catch(() => undefined);
    };
    const timer = setTimeout(mark, SETTLED_MS);
    document.addEventListener('visibilitychange', mark);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', mark);
    };
  }, [orgId, uid]);
}
