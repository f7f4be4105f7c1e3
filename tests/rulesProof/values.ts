import type { DocumentData } from 'firebase/firestore';
import { FieldValue, serverTimestamp, Timestamp } from 'firebase/firestore';

/** The server's clock at the request, as a value of a document that is written. */
export const NOW = serverTimestamp();
/** A field that an update drops. */
export const DROP = Symbol('drop');

export interface Encoded {
  fields: Record<string, object>;
  transforms: object[];
}

/** Fields as the REST interface takes them; what the server's clock fills in stands apart. */
export function encodeFields(data: DocumentData, above = ''): Encoded {
  const fields: Record<string, object> = {};
  const transforms: object[] = [];
  for (const [key, value] of Object.entries(data) as [string, unknown][]) {
    const path = above + quoted(key);
    if (value === DROP) continue;
    if (value instanceof FieldValue) transforms.push({ fieldPath: path, setToServerValue: 'REQUEST_TIME' });
    else if (isMap(value)) {
      const inner = encodeFields(value, `${path}.`);
      fields[key] = { mapValue: { fields: inner.fields } };
      transforms.push(...inner.transforms);
    } else fields[key] = encode(value);
  }
  return { fields, transforms };
}

/** A field's name as a path wants it. */
export function quoted(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? key : `\`${key.replace(/[\\`]/g, '\\$&')}\``;
}

/** One value as the REST interface takes it. */
export function encode(value: unknown): object {
  if (value === null) return { nullValue: null };
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { booleanValue: value };
  if (typeof value === 'number') {
    return Number.isInteger(value) ? { integerValue: String(value) } : { doubleValue: value };
  }
  if (value instanceof Timestamp) return { timestampValue: value.toDate().toISOString() };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(encode) } };
  return { mapValue: { fields: encodeFields(value as DocumentData).fields } };
}

export function isMap(value: unknown): value is DocumentData {
  if (typeof value !== 'object' || value === null) return false;
  return !Array.isArray(value) && !(value instanceof Timestamp) && !(value instanceof FieldValue);
}

/** A document after an update by field paths; `DROP` drops a field. */
export function merged(before: DocumentData, change: DocumentData): DocumentData {
  const after = structuredCopy(before);
  for (const [path, value] of Object.entries(change) as [string, unknown][]) {
    const keys = path.split('.');
    const last = keys.pop()!;
    let map = after;
    for (const key of keys) map = isMap(map[key]) ? map[key] : (map[key] = {});
    if (value === DROP) Reflect.deleteProperty(map, last);
    else map[last] = value;
  }
  return after;
}

function structuredCopy(data: DocumentData): DocumentData {
  const entries = Object.entries(data) as [string, unknown][];
  return Object.fromEntries(
    entries.map(([key, value]) => [key, isMap(value) ? structuredCopy(value) : value]),
  );
}

/** Whether two values are the same to Firestore; the server's clock equals nothing that is stored. */
export function same(a: unknown, b: unknown): boolean {
  if (a instanceof FieldValue) return b instanceof FieldValue;
  if (a instanceof Timestamp) return b instanceof Timestamp && a.isEqual(b);
  if (Array.isArray(a)) return Array.isArray(b) && sameLists(a, b);
  if (isMap(a)) return isMap(b) && sameLists(sortedEntries(a), sortedEntries(b));
  return a === b;
}

function sameLists(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, at) => same(value, b[at]));
}

function sortedEntries(map: DocumentData): unknown[] {
  return Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
}
