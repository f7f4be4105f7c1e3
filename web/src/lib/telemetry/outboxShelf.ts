import { keptHere } from '../browserStorage.js';
import type { Outbox } from './outbox.js';
import { emptyOutbox, pruned } from './outbox.js';
import { OUTBOX_KEY, storedOutbox } from './outboxKey.js';

const listeners = new Set<() => void>();
let shown: { text: string | null; uid: string; outbox: Outbox } | null = null;

/** What is kept for this person; what somebody else at this browser left is not theirs and counts as nothing. */
export function readOutbox(uid: string, nowMs = Date.now()): Outbox {
  const text = storedOutbox();
  if (shown?.text === text && shown.uid === uid) return shown.outbox;
  const outbox = pruned(parse(text, uid), nowMs);
  shown = { text, uid, outbox };
  return outbox;
}

function parse(text: string | null, uid: string): Outbox {
  try {
    const kept = JSON.parse(text ?? '{}') as Partial<Outbox>;
    const isWhole =
      Array.isArray(kept.pending) && Array.isArray(kept.sent) && typeof kept.leftAt === 'number';
    return isWhole && kept.uid === uid ? (kept as Outbox) : emptyOutbox(uid);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return emptyOutbox(uid); // not ours
    throw error;
  }
}

export function writeOutbox(outbox: Outbox): void {
  keptHere.set(OUTBOX_KEY, JSON.stringify(outbox));
  for (const listener of listeners) listener();
}

/** Nothing is pending any more; `all`: nor is there a list of what was sent. */
export function clearOutbox(uid: string, all: boolean): void {
  if (storedOutbox() === null) return;
  if (!all) {
    writeOutbox({ ...readOutbox(uid), pending: [] });
    return;
  }
  keptHere.remove(OUTBOX_KEY);
  for (const listener of listeners) listener();
}

/** Tells of every change, also by another tab. */
export function onOutbox(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
}
