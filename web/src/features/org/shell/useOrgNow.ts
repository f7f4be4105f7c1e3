import type { Org } from '@leadpulse/model';
import { doc, getDoc } from 'firebase/firestore';
import { useEffect, useState } from 'react';
import { db } from '../../../lib/firebase/firestore.js';

const EVERY_MS = 60_000;

/**
 * The organization as it was read last: now, and once a minute while somebody looks. Not a listener: when a seat is closed the
 * rules end it together with the screen's own, and the page's listener that says why then fell silent.
 */
export function useOrgNow(orgId: string): Org | null {
  const [known, setKnown] = useState<{ orgId: string; org: Org } | null>(null);
  useEffect(() => {
    let isGone = false;
    const read = (): void => {
      if (document.visibilityState === 'hidden') return;
      getDoc(doc(db, 'orgs', orgId)).then(
        (snapshot) => {
          if (!isGone && snapshot.exists()) setKnown({ orgId, org: snapshot.data() as Org });
        },
        () => undefined, // offline, or no seat any more: other banners and screens say so
      );
    };
    read();
    const timer = setInterval(read, EVERY_MS);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [orgId]);
  return known?.orgId === orgId ? known.org : null;
}
