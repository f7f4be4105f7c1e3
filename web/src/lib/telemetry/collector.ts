import type { BrowserFamily } from '@leadpulse/model';
import { batchKey, dayOf } from '@leadpulse/model';
import { browserFamily } from './browserFamily.js';
import { takeUses } from './count.js';
import type { Outbox, Outcome, Pending, Sent } from './outbox.js';
import { departed, dueFrom, freeSlot, withOutcome, withPending } from './outbox.js';

/** What a collector works with; the page's own things, or a test's. */
export interface Surroundings {
  uid: string;
  userAgent: string;
  now: () => number;
  isOnline: () => boolean;
  read: () => Outbox;
  write: (outbox: Outbox) => void;
  idToken: () => Promise<string | null>;
  send: (sent: Sent, token: string) => Promise<Outcome>;
}

interface Address {
  slot: number;
  batchId: string;
}

export interface Collector {
  /** Keeps what was used so far in this browser. */
  keep: () => void;
  /** Keeps, and lets one document leave if one is due. */
  flush: (isClosing?: boolean) => Promise<void>;
}

/** Moves uses from memory to the browser's storage, and from there, now and then, one document to the server. */
export function collectorIn(around: Surroundings): Collector {
  const browser: BrowserFamily = browserFamily(around.userAgent);
  const addresses = new Map<string, Address>(); // worked out ahead: a page that is closing has no time for it
  const nameOf = ({ orgId, day }: Pick<Pending, 'orgId' | 'day'>): string => `${orgId} ${day}`;

  const keep = (): void => {
    const uses = takeUses();
    if (uses.length > 0) around.write(withPending(around.read(), uses, around.now()));
  };
  const address = async (place: Pick<Pending, 'orgId' | 'day'>): Promise<Address> => {
    const { orgId, day } = place;
    const slot = freeSlot(around.read(), orgId, day, around.now());
    const made = { slot, batchId: await sha256(batchKey(around.uid, orgId, { day, slot })) };
    addresses.set(nameOf(place), made);
    return made;
  };
  const flush = async (isClosing = false): Promise<void> => {
    keep();
    const seen = dueFrom(around.read(), around.now(), isClosing);
    if (seen && around.isOnline()) {
      const to = addresses.get(nameOf(seen)) ?? (await address(seen));
      const token = await around.idToken();
      // Looked at again: another tab may have been faster while we waited.
      const due = dueFrom(around.read(), around.now(), isClosing);
      if (token === null || !due || nameOf(due) !== nameOf(seen)) return;
      addresses.delete(nameOf(due));
      const { outbox, sent } = departed(around.read(), due, { ...to, browser, isClosing }, around.now());
      around.write(outbox);
      if (around.read().leftAt !== outbox.leftAt) return; // it could not be kept, so it would leave again
      const outcome = await around.send(sent, token);
      around.write(withOutcome(around.read(), sent.batchId, outcome));
    }
    const today = dayOf(around.now());
    for (const { orgId } of around.read().pending) await address({ orgId, day: today });
  };
  return { keep, flush };
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
