import { keptHere } from './browserStorage.js';
import { dayKey } from './time.js';

const KEY = 'leadpulse-put-off';

/** Whether the person put this notice away today, in this browser. */
export function isPutOff(notice: string, now: number): boolean {
  return keptHere.get(KEY) === `${dayKey(now)} ${notice}`;
}

/** Puts a notice away until tomorrow; null brings it back. Without storage it is back with the next load of the page. */
export function putOff(notice: string | null, now = Date.now()): void {
  if (notice === null) keptHere.remove(KEY);
  else keptHere.set(KEY, `${dayKey(now)} ${notice}`);
}
