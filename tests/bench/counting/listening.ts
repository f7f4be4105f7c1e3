import { NOTHING, type Operations } from './operations.js';

interface Stamp {
  seconds?: unknown;
  nanos?: unknown;
}

interface ChangedDocument {
  name?: string;
  updateTime?: Stamp | null;
}

/** The parts of a ListenResponse that billing looks at. */
export interface ListenAnswer {
  targetChange?: { targetChangeType?: unknown; targetIds?: number[] | null } | null;
  documentChange?: {
    document?: ChangedDocument | null;
    targetIds?: number[] | null;
  } | null;
  documentDelete?: { document?: string } | null;
}

export interface ListenRequest {
  addTarget?: { targetId?: number } | null;
}

const CURRENT = new Set<unknown>(['CURRENT', 3]);

/**
 * Counts the reads of one Listen stream. The emulator sends a listener's whole result again on any commit, so a document
 * counts only when its update time is new on the stream. A result without documents costs one read.
 */
export class Listening {
  private readonly seen = new Set<string>();
  private readonly empty = new Set<number>();

  request(message: ListenRequest): void {
    if (message.addTarget) this.empty.add(message.addTarget.targetId ?? 0);
  }

  answer({ documentChange, documentDelete, targetChange }: ListenAnswer): Operations {
    if (documentChange?.document)
      return this.changed(documentChange.document, documentChange.targetIds ?? []);
    if (documentDelete) return this.deleted(documentDelete.document ?? '');
    return CURRENT.has(targetChange?.targetChangeType)
      ? this.emptyResults(targetChange?.targetIds ?? [])
      : NOTHING;
  }

  private changed({ name, updateTime }: ChangedDocument, targetIds: number[]): Operations {
    for (const target of targetIds) this.empty.delete(target);
    return this.once(`${name ?? ''}@${String(updateTime?.seconds)}.${String(updateTime?.nanos)}`);
  }

  /** A listened document that is missing: the answer names no target, but only its own can be empty. */
  private deleted(name: string): Operations {
    this.empty.clear();
    return this.once(`${name}@deleted`);
  }

  private once(key: string): Operations {
    if (this.seen.has(key)) return NOTHING;
    this.seen.add(key);
    return { ...NOTHING, reads: 1 };
  }

  private emptyResults(targetIds: number[]): Operations {
    const empty = targetIds.filter((target) => this.empty.delete(target));
    return { ...NOTHING, reads: empty.length };
  }
}
