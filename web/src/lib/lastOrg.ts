import { keptHere } from './browserStorage.js';

const KEY = 'leadpulse-last-org';

/** The organization this browser was in last; without storage there is none, and the next visit asks Firestore instead. */
export function lastOrg(): string | null {
  return keptHere.get(KEY);
}

export function rememberOrg(orgId: string | null): void {
  if (orgId === null) keptHere.remove(KEY);
  else keptHere.set(KEY, orgId);
}
