const KEY = 'leadpulse-last-org';

/** The organization this browser was in last; storage may be shut off, then there is none. */
export function lastOrg(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function rememberOrg(orgId: string | null): void {
  try {
    if (orgId === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, orgId);
  } catch {
    // Without storage the next visit asks Firestore instead.
  }
}
