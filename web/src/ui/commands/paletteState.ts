import { useSyncExternalStore } from 'react';
import { count } from '../../lib/telemetry/count.js';

/** Which of the two keyboard aids is open. */
type Aid = 'none' | 'palette' | 'keys';

let open: Aid = 'none';
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useOpenAid(): Aid {
  return useSyncExternalStore(subscribe, () => open);
}

export function isAidOpen(): boolean {
  return open !== 'none';
}

function show(aid: Aid): void {
  if (aid === 'palette') count('palette.open');
  if (aid === 'keys') count('keys.help');
  open = aid;
  for (const listener of listeners) listener();
}

export const openPalette = (): void => show('palette');
export const openKeys = (): void => show('keys');
export const closeAid = (): void => show('none');
