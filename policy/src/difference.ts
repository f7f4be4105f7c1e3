import type { Clause, PolicyVersion } from './clause.js';

/** A sentence, heading or line of a list, and whether it came, went or stayed. */
export interface Piece {
  readonly fate: 'kept' | 'added' | 'removed';
  readonly text: string;
}

export interface ChangedClause {
  readonly from: Clause;
  readonly to: Clause;
  readonly pieces: readonly Piece[]; // of the text; the titles stand in the clauses
}

/** What a reader of the one version has to know of the other. */
export interface Difference {
  readonly added: readonly Clause[];
  readonly changed: readonly ChangedClause[];
  readonly removed: readonly Clause[];
}

/** Clauses are compared by id; one that only moved is not a change. */
export function differenceOf(from: PolicyVersion, to: PolicyVersion): Difference {
  const before = new Map(from.clauses.map((clause) => [clause.id, clause]));
  const after = new Set(to.clauses.map(({ id }) => id));
  return {
    added: to.clauses.filter(({ id }) => !before.has(id)),
    changed: to.clauses.flatMap((clause) => {
      const old = before.get(clause.id);
      return old === undefined ? [] : changeOf(old, clause);
    }),
    removed: from.clauses.filter(({ id }) => !after.has(id)),
  };
}

function changeOf(from: Clause, to: Clause): ChangedClause[] {
  const pieces = piecesOf(sentencesOf(from), sentencesOf(to));
  const isSame = from.title === to.title && pieces.every(({ fate }) => fate === 'kept');
  return isSame ? [] : [{ from, to, pieces }];
}

/** A new sentence begins with a capital or an opening quote after a full stop, a question or an exclamation mark. */
const SENTENCE_END = /(?<=[.!?]”?)\s+(?=[“\p{Lu}])/u;

function sentencesOf({ paragraphs, list = [] }: Clause): string[] {
  return [...paragraphs.flatMap((paragraph) => paragraph.split(SENTENCE_END)), ...list];
}

/** The longest common run of sentences stays; what is only in one of them went or came, in reading order. */
function piecesOf(from: readonly string[], to: readonly string[]): Piece[] {
  const common = commonLengths(from, to);
  const lengthAt = (a: number, b: number): number => common[a]?.[b] ?? 0;
  const pieces: Piece[] = [];
  let [a, b] = [0, 0];
  while (a < from.length || b < to.length) {
    const [old, fresh] = [from[a], to[b]];
    if (old !== undefined && old === fresh) {
      pieces.push({ fate: 'kept', text: old });
      [a, b] = [a + 1, b + 1];
    } else if (old !== undefined && (fresh === undefined || lengthAt(a + 1, b) >= lengthAt(a, b + 1))) {
      pieces.push({ fate: 'removed', text: old });
      a += 1;
    } else {
      pieces.push({ fate: 'added', text: fresh ?? '' });
      b += 1;
    }
  }
  return pieces;
}

/** At [a][b]: how many sentences the ends of both texts from there on have in common. */
function commonLengths(from: readonly string[], to: readonly string[]): number[][] {
  const lengths = Array.from({ length: from.length + 1 }, () => new Array<number>(to.length + 1).fill(0));
  for (let a = from.length - 1; a >= 0; a -= 1) {
    const [row, below] = [lengths[a] ?? [], lengths[a + 1] ?? []];
    for (let b = to.length - 1; b >= 0; b -= 1) {
      row[b] = from[a] === to[b] ? (below[b + 1] ?? 0) + 1 : Math.max(below[b] ?? 0, row[b + 1] ?? 0);
    }
  }
  return lengths;
}
