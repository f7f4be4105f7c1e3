import { useSyncExternalStore } from 'react';

const MINUTE_MS = 60_000;
const listeners = new Set<() => void>();
let minute = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
let timer: ReturnType<typeof setTimeout> | undefined;

function tick(): void {
  minute = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
  for (const listener of listeners) listener();
  timer = setTimeout(tick, MINUTE_MS - (Date.now() % MINUTE_MS));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) tick();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearTimeout(timer);
  };
}

/** The current minute in epoch milliseconds; whatever shows "5 min ago" draws anew when it turns. */
export function useMinute(): number {
  return useSyncExternalStore(subscribe, () => minute);
}
