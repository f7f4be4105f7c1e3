import { auth } from '../firebase/auth.js';
import type { Collector } from './collector.js';
import { collectorIn } from './collector.js';
import { readOutbox, writeOutbox } from './outboxShelf.js';
import { sendBatch } from './sendBatch.js';

const LOOK_EVERY_MS = 60_000;

/** The collector of this page for this person. */
export function pageCollector(uid: string): Collector {
  return collectorIn({
    uid,
    userAgent: navigator.userAgent,
    now: Date.now,
    isOnline: () => navigator.onLine,
    read: () => readOutbox(uid),
    write: writeOutbox,
    idToken: async () => (await auth.currentUser?.getIdToken()) ?? null,
    send: sendBatch,
  });
}

/** Collects until it is told to stop: every minute of use, when the page is hidden, and at the last when it is closed. */
export function collect(uid: string): () => void {
  const { keep, flush } = pageCollector(uid);
  const look = (): void => void flush();
  const lookIfSeen = (): void => {
    if (document.visibilityState === 'visible') look();
  };
  const close = (): void => void flush(true);
  const timer = setInterval(lookIfSeen, LOOK_EVERY_MS);
  document.addEventListener('visibilitychange', look);
  addEventListener('pagehide', close);
  look();
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
    removeEventListener('pagehide', close);
    keep();
  };
}
