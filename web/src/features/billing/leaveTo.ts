import { usesEmulators } from '../../lib/firebase/app.js';
import { isStripePage } from './stripePage.js';

/** The address, if it is Stripe's: nobody is sent anywhere else. */
export function stripePage(url: string | null): string | null {
  return url !== null && isStripePage(url, location, usesEmulators) ? url : null;
}

/** Leaves to a page of Stripe's. */
export function leaveTo(url: string): void {
  const page = stripePage(url);
  if (page === null) throw new Error('The address is not one of Stripe’s.');
  location.assign(page);
}
