/** One request of an operation, and the documents that the rules named to answer it. */
export interface Visit {
  operation: 'open the inbox' | 'open a thread' | 'send' | 'edit';
  named: string[];
}

export interface ExtraReads {
  all: number; // the most that any one request of the operation made the rules read
  withoutSeats: number; // the same without the membership look-ups
  bySeats: number; // the most that those look-ups added to any one request
}

/**
 * What the rules read besides what the request itself reads or writes. A message is sent in one request with its
 * contact: both are its own. Nothing else is: a list of messages does not read the contact they belong to.
 */
export function extraReads(visits: readonly Visit[], operation: Visit['operation']): ExtraReads {
  const extra = visits
    .filter((visit) => visit.operation === operation)
    .map(({ named }) => named.filter((path) => !isOwn(operation, path)));
  const most = (paths: string[][]): number => Math.max(0, ...paths.map(({ length }) => length));
  const isSeat = (path: string): boolean => path.includes('/members/');
  return {
    all: most(extra),
    withoutSeats: most(extra.map((paths) => paths.filter((path) => !isSeat(path)))),
    bySeats: most(extra.map((paths) => paths.filter(isSeat))),
  };
}

function isOwn(operation: Visit['operation'], path: string): boolean {
  return operation === 'send' && path.includes('/contacts/');
}
