/** Where a signed-out visitor goes, and how they come back. */
export function signInPath(wanted: string): string {
  return `/sign-in?next=${encodeURIComponent(wanted)}`;
}

/** `next` of a sign-in address; only places of a signed-in person, never another site. */
export function safeNext(next: string | null): string | null {
  if (next === null || !/^\/(o|new-organization|invite)(\/|\?|$)/.test(next)) return null;
  return next.includes('//') || next.includes('\\') ? null : next;
}

/** Where a signed-in person belongs who asked for nothing in particular. */
export function homePath(lastOrgId: string | null): string {
  return lastOrgId === null ? '/o' : `/o/${encodeURIComponent(lastOrgId)}/inbox`;
}

/** Which organization to open: the last one if the person still has a seat there, else the first by name; one that was deleted last. */
export function chooseOrg(
  orgs: Record<string, { name: string; purgeAt?: unknown }>,
  lastOrgId: string | null,
): string | null {
  const isOpen = (orgId: string): boolean => (orgs[orgId]?.purgeAt ?? null) === null;
  if (lastOrgId !== null && orgs[lastOrgId] !== undefined && isOpen(lastOrgId)) return lastOrgId;
  const inOrder = Object.entries(orgs).sort(
    ([a, { name: nameOfA }], [b, { name: nameOfB }]) =>
      Number(isOpen(b)) - Number(isOpen(a)) || nameOfA.localeCompare(nameOfB),
  );
  return inOrder[0]?.[0] ?? null;
}
