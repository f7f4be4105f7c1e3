/**
 * The search of the address with one of its words changed, '' takes it out. Read from the address itself: what is on the
 * screen may be older than what was pressed last.
 */
export function paramsWith(name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(window.location.search);
  if (value === '') next.delete(name);
  else next.set(name, value);
  return next;
}
