import type { DocumentData } from 'firebase/firestore';
import { Timestamp } from 'firebase/firestore';

/** A value as the REST interface spells it. */
function encode(value: unknown): object {
  if (value === null) return { nullValue: null };
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { booleanValue: value };
  if (typeof value === 'number') return { integerValue: String(value) };
  if (value instanceof Timestamp) return { timestampValue: value.toDate().toISOString() };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(encode) } };
  return { mapValue: { fields: encodeFields(value as DocumentData) } };
}

function encodeFields(data: DocumentData): Record<string, object> {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, encode(value)]));
}

/** One commit that writes and deletes these documents, ready to be posted again and again. */
export function commitOf(
  root: string,
  documents: Iterable<[path: string, data: DocumentData]>,
  gone: Iterable<string>,
): string {
  const updates = Array.from(documents, ([path, data]) => ({
    update: { name: `${root}/${path}`, fields: encodeFields(data) },
  }));
  const deletes = Array.from(gone, (path) => ({ delete: `${root}/${path}` }));
  return JSON.stringify({ writes: [...updates, ...deletes] });
}
