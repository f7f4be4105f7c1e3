/** What Firestore would bill: documents read, written and deleted. */
export interface Operations {
  reads: number;
  writes: number;
  deletes: number;
}

/** The prices of anchors.md in micro-dollars. */
const WEIGHTS = { read: 0.3, write: 0.9, delete: 0.1, invocation: 0.4 };

export const NOTHING: Operations = { reads: 0, writes: 0, deletes: 0 };

export function add(a: Operations, b: Operations): Operations {
  return { reads: a.reads + b.reads, writes: a.writes + b.writes, deletes: a.deletes + b.deletes };
}

export function microDollars(operations: Operations, invocations: number): number {
  const { reads, writes, deletes } = operations;
  return (
    reads * WEIGHTS.read +
    writes * WEIGHTS.write +
    deletes * WEIGHTS.delete +
    invocations * WEIGHTS.invocation
  );
}

/** One write of a Commit, BatchWrite or Write request, as far as billing looks at it. */
export interface WriteOperation {
  update?: unknown;
  transform?: unknown;
  delete?: unknown;
}

/** The parts of Firestore's answers that billing looks at; absent and null mean the same. */
export interface ReadAnswer {
  document?: unknown;
  found?: unknown;
  missing?: unknown;
  skippedResults?: number | null;
  result?: { aggregateFields?: Record<string, { integerValue?: string | number | null }> | null } | null;
}

/** A commit that went through bills one write per update or transform and one delete per delete. */
export function ofWrites(writes: readonly WriteOperation[]): Operations {
  const deletes = writes.filter((write) => Boolean(write.delete)).length;
  const updates = writes.filter((write) => Boolean(write.update) || Boolean(write.transform)).length;
  return { reads: 0, writes: updates, deletes };
}

/** One read per answer of a BatchGetDocuments, missing documents included. */
export function ofLookUp(answers: readonly ReadAnswer[]): Operations {
  return reads(answers.filter((answer) => Boolean(answer.found) || Boolean(answer.missing)).length);
}

/** One read per document of a query, at least one, and one per document skipped by an offset. */
export function ofQuery(answers: readonly ReadAnswer[]): Operations {
  const documents = answers.filter((answer) => Boolean(answer.document)).length;
  const skipped = answers.reduce((sum, answer) => sum + (answer.skippedResults ?? 0), 0);
  return reads(Math.max(1, documents) + skipped);
}

/** One read per 1,000 index entries that an aggregation counted, at least one. */
export function ofAggregation(answers: readonly ReadAnswer[]): Operations {
  const counts = answers.flatMap((answer) => Object.values(answer.result?.aggregateFields ?? {}));
  const entries = Math.max(0, ...counts.map((count) => Number(count.integerValue ?? 0)));
  return reads(Math.max(1, Math.ceil(entries / 1000)));
}

function reads(count: number): Operations {
  return { ...NOTHING, reads: count };
}
