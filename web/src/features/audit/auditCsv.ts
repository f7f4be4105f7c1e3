import type { AuditEntry } from '@leadpulse/model';
import { csvOf } from '@leadpulse/model';
import type { AuditNames } from './auditWords.js';
import { actorOf, targetOf } from './auditWords.js';

const COLUMNS = [
  'No.',
  'Time (UTC)',
  'By',
  'By (id)',
  'Action',
  'On',
  'On (id)',
  'Browser',
  'Network',
  'Before',
  'After',
  'Hash before',
  'Hash',
];

/** The log as a file: ids beside names, and the hashes, so that the chain can be followed without us. */
export function auditCsv(entries: readonly AuditEntry[], names: AuditNames): string {
  return csvOf([COLUMNS, ...entries.map((entry) => rowOf(entry, names))]);
}

function rowOf(entry: AuditEntry, names: AuditNames): (string | number)[] {
  const { sequence, at, actor, action, target, origin, before, after, previousHash, hash } = entry;
  return [
    sequence,
    new Date(at.toMillis()).toISOString(),
    actorOf(entry, names),
    actor,
    action,
    targetOf(entry, names),
    target,
    origin?.browser ?? '',
    origin?.network ?? '',
    jsonOf(before),
    jsonOf(after),
    previousHash,
    hash,
  ];
}

function jsonOf(map: AuditEntry['before']): string {
  return map === null ? '' : JSON.stringify(map, (_key, value: unknown) => momentAsText(value));
}

/** A moment in a map as text, as the column of times has it. */
function momentAsText(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('seconds' in value)) return value;
  const { seconds, nanoseconds } = value as { seconds: unknown; nanoseconds?: unknown };
  if (typeof seconds !== 'number' || typeof nanoseconds !== 'number') return value;
  return new Date(seconds * 1000 + Math.floor(nanoseconds / 1e6)).toISOString();
}
