import { dayKey } from './time.js';

const KEY = 'leadpulse-put-off';

/** Whether the person put this notice away today, in this browser. */
export function isPutOff(notice: string, now: number): boolean {
  try {
    return localStorage.getItem(KEY) === `${dayKey(now)} ${notice}`;
  } catch {
    return false;
  }
}

/** Puts a notice away until tomorrow; null brings it back. Without storage it is back with the next load of the page. */
export function putOff(notice: string | null, now = Date.now()): void {
  try {
    if (notice === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, `${dayKey(now)} ${notice}`);
  } catch {
    // As said above.
  }
}
