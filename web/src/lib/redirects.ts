/** Where a signed-out visitor goes, and how they come back. */
export function signInPath(wanted: string): string {
  return `/sign-in?next=${encodeURIComponent(wanted)}`;
}

/** `next` of a sign-in address; only places behind the sign-in, never another site. */
export function safeNext(next: string | null): string | null {
  if (next === null || !/^\/(o|new-organization)(\/|\?|$)/.test(next)) return null;
  return next.includes('//') || next.includes('\\') ? null : next;
}

/** Where a signed-in person belongs who asked for nothing in particular. */
export function homePath(lastOrgId: string | null): string {
  return lastOrgId === null ? '/o' : `/o/${encodeURIComponent(lastOrgId)}/inbox`;
}

/** Which organization to open: the last one if the person still has a seat there, else the first by name. */
export function chooseOrg(orgs: Record<string, { name: string }>, lastOrgId: string | null): string | null {
  if (lastOrgId !== null && orgs[lastOrgId] !== undefined) return lastOrgId;
  const byName = Object.entries(orgs).sort(([, a], [, b]) => a.name.localeCompare(b.name));
  return byName[0]?.[0] ?? null;
}
