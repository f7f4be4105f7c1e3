import type { PrivacyJob, PrivacyRequest } from '@leadpulse/model';
import { privacyRequestSchema, receiptExpireAtMs } from '@leadpulse/model';
import type {
  DocumentReference,
  Query,
  QueryDocumentSnapshot,
  Transaction,
  WriteBatch,
} from 'firebase-admin/firestore';
import { FieldValue, Timestamp } from 'firebase-admin/firestore';
import { config } from '../platform/config.js';
import { faultPoint } from '../platform/faultPoint.js';
import { db, hasChanged, runTimedTransaction } from '../platform/firestore.js';

/** Documents changed in one batch; with the job's own line it stays below what one commit takes. */
const PAGE = 200;

/** Somebody else has the job now, or it is over: what this run was about to do is not done. */
export class Superseded extends Error {}

/** A job that this run holds. Each batch commits on the condition that the job is as this run left it. */
export interface HeldJob {
  readonly ref: DocumentReference;
  readonly request: PrivacyRequest;
  readonly job: PrivacyJob;
  /** Commits changes with the job's progress; false: a document was gone, look again. Throws `Superseded`. */
  readonly commit: (fill: (batch: WriteBatch) => void, counts: Record<string, number>) => Promise<boolean>;
  /** As `commit`, for a transaction: `body` reads, and gives what to write and how much that is. */
  readonly transact: (body: (tx: Transaction) => Promise<Step>) => Promise<boolean>;
  /** Keeps progress and the hold after work that Firestore does not do. */
  readonly keep: (counts: Record<string, number>, fields?: Record<string, unknown>) => Promise<void>;
  /** Writes the receipt, and forgets whom it was about. */
  readonly finish: () => Promise<void>;
}

/** What a transaction of a job does, once it has read. */
export interface Step {
  counts: Record<string, number>;
  write: () => void;
}

/** Takes a job that runs and that nobody holds; null: there is nothing to do. One read, one write. */
export async function holdJob(ref: DocumentReference): Promise<HeldJob | null> {
  const snapshot = await ref.get();
  if (!snapshot.exists || !snapshot.updateTime) return null;
  const request = privacyRequestSchema.parse(snapshot.data());
  const { job, state } = request;
  if (state !== 'running' || !job || job.leaseUntil.toMillis() > Date.now()) return null;
  const write = (fields: Record<string, unknown>, fence: Timestamp): Promise<Timestamp> =>
    ref.update(fields, { lastUpdateTime: fence }).then(({ writeTime }) => writeTime);
  let fence: Timestamp;
  try {
    fence = await write(lease(), snapshot.updateTime);
  } catch (error) {
    if (hasChanged(error)) return null; // somebody was faster
    throw error;
  }
  const move = async (act: () => Promise<Timestamp>): Promise<boolean> => {
    try {
      fence = await act();
      return true;
    } catch (error) {
      if (!hasChanged(error)) throw error;
      const now = await ref.get();
      if (!now.updateTime?.isEqual(fence)) throw new Superseded();
      return false;
    }
  };
  const commit: HeldJob['commit'] = (fill, counts) =>
    move(async () => {
      const batch = db().batch();
      fill(batch);
      batch.update(ref, { ...counted(counts), ...lease() }, { lastUpdateTime: fence });
      return (await batch.commit()).at(-1)?.writeTime ?? fence;
    });
  const transact: HeldJob['transact'] = (body) =>
    move(async () => {
      const { firstWriteAt } = await runTimedTransaction(async (tx) => {
        const { counts, write: fill } = await body(tx);
        tx.update(ref, { ...counted(counts), ...lease() }, { lastUpdateTime: fence });
        fill();
      });
      return firstWriteAt ?? (await ref.get()).updateTime ?? fence;
    });
  const keep: HeldJob['keep'] = async (counts, fields = {}) => {
    await move(() => write({ ...counted(counts), ...lease(), ...fields }, fence));
  };
  const finish: HeldJob['finish'] = async () => {
    await faultPoint('privacy-before-finish', job.uid ?? job.contactId ?? '');
    await move(() => write(receipt(), fence));
  };
  return { ref, request, job, commit, transact, keep, finish };
}

function lease(): Record<string, unknown> {
  return { 'job.leaseUntil': Timestamp.fromMillis(Date.now() + config().leaseMs) };
}

function counted(counts: Record<string, number>): Record<string, unknown> {
  const steps = Object.entries(counts).map(([name, count]) => [
    `counts.${name}`,
    FieldValue.increment(count),
  ]);
  return Object.fromEntries(steps) as Record<string, unknown>;
}

function receipt(): Record<string, unknown> {
  const doneAt = Timestamp.now();
  const expireAt = Timestamp.fromMillis(receiptExpireAtMs(doneAt.toMillis()));
  return { state: 'done', doneAt, expireAt, job: null, subjectUid: null, note: '' };
}

/** Whom a proof wants a run to die about, and at which step. */
export function faultSubject({ job }: HeldJob, step: string): string {
  return `${job.uid ?? job.contactId ?? ''}-${step}`;
}

/** Changes all that a query finds, page by page; what was changed is found no more, so a run that died goes on here. */
export async function sweep(
  held: HeldJob,
  name: string,
  query: Query,
  change: (batch: WriteBatch, document: QueryDocumentSnapshot) => void,
): Promise<void> {
  for (;;) {
    const { docs } = await query.limit(PAGE).get();
    if (docs.length === 0) return;
    await faultPoint('privacy-before-batch', faultSubject(held, name));
    const isDone = await held.commit(
      (batch) => {
        for (const document of docs) change(batch, document);
      },
      { [name]: docs.length },
    );
    await faultPoint('privacy-after-batch', faultSubject(held, name));
    if (isDone && docs.length < PAGE) return;
  }
}

/** Deletes all that lies below a document, however deep, whatever it is called. */
export async function sweepBelow(held: HeldJob, document: DocumentReference): Promise<void> {
  for (const collection of await document.listCollections()) {
    await sweep(held, collection.id, collection.select(), (batch, { ref }) => batch.delete(ref));
  }
}
