import type { KeyIn } from '@leadpulse/policy/storage';

/** A part of what this browser keeps for us. Storage may be shut off or full: then nothing is kept, and nothing breaks. */
export interface Shelf<Key extends string> {
  get: (key: Key) => string | null;
  set: (key: Key, value: string) => void;
  remove: (key: Key) => void;
  /** Removes everything whose key begins so. */
  removeAll: (head: string) => void;
}

/**
 * The only door to the browser's storage. A key that does not stand in `policy/src/storage.ts`, with its purpose and its life,
 * does not compile.
 */
function shelfOf<Key extends string>(open: () => Storage): Shelf<Key> {
  const attempt = <T>(act: (storage: Storage) => T): T | null => {
    try {
      return act(open());
    } catch {
      return null; // shut off, or full
    }
  };
  return {
    get: (key) => attempt((storage) => storage.getItem(key)),
    set: (key, value) => void attempt((storage) => storage.setItem(key, value)),
    remove: (key) => void attempt((storage) => storage.removeItem(key)),
    removeAll: (head) =>
      void attempt((storage) => {
        for (const key of Object.keys(storage)) if (key.startsWith(head)) storage.removeItem(key);
      }),
  };
}

/** Outlives the visit. */
export const keptHere = shelfOf<KeyIn<'localStorage'>>(() => localStorage);

/** Lives as long as the tab. */
export const keptInTab = shelfOf<KeyIn<'sessionStorage'>>(() => sessionStorage);
