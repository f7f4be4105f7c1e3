import type { DocumentData } from 'firebase/firestore';
import { encode, encodeFields, isMap, quoted } from './values.js';

export interface Write {
  op: 'create' | 'update' | 'delete';
  path: string;
  data?: DocumentData; // of an update: by field path
}

/** How a query is asked: for its documents, for their number, in a transaction. */
export interface Query {
  parent: string; // '' is the root
  collection: string;
  isGroup?: boolean;
  where?: [
    field: string,
    op: 'EQUAL' | 'IN' | 'NOT_EQUAL' | 'GREATER_THAN_OR_EQUAL' | 'ARRAY_CONTAINS',
    value: unknown,
  ][];
  limit: number | null;
}

/** One thing that a client may ask of Firestore. */
export type Request =
  | { kind: 'get' | 'batchGet' | 'transaction'; path: string }
  | { kind: 'list' | 'count'; query: Query }
  | { kind: 'write'; writes: Write[] };

export interface Call {
  verb: 'GET' | 'POST';
  url: string;
  body?: object;
}

// The rules are asked before a precondition is: an update that may happen fails without changing anything.
const NEVER = { updateTime: '2020-01-01T00:00:00Z' };

/** The request as the REST interface of the emulator takes it. `root`: projects/P/databases/(default)/documents. */
export function callOf(root: string, request: Request): Call {
  switch (request.kind) {
    case 'get':
      return { verb: 'GET', url: `${root}/${escaped(request.path)}` };
    case 'batchGet':
    case 'transaction': {
      const documents = [`${root}/${request.path}`];
      const more = request.kind === 'transaction' ? { newTransaction: {} } : {};
      return { verb: 'POST', url: `${root}:batchGet`, body: { documents, ...more } };
    }
    case 'list':
      return queryCall(root, request.query, 'runQuery', (structuredQuery) => ({ structuredQuery }));
    case 'count':
      return queryCall(root, request.query, 'runAggregationQuery', (structuredQuery) => ({
        structuredAggregationQuery: { structuredQuery, aggregations: [{ alias: 'n', count: {} }] },
      }));
    case 'write':
      return {
        verb: 'POST',
        url: `${root}:commit`,
        body: { writes: request.writes.map((w) => writeOf(root, w)) },
      };
  }
}

function queryCall(root: string, query: Query, method: string, body: (structured: object) => object): Call {
  const parent = query.parent === '' ? root : `${root}/${escaped(query.parent)}`;
  const filters = (query.where ?? []).map(([field, op, value]) => ({
    fieldFilter: {
      field: { fieldPath: field },
      op,
      value: field === '__name__' ? { referenceValue: `${root}/${String(value)}` } : encode(value),
    },
  }));
  const structured = {
    from: [{ collectionId: query.collection, allDescendants: query.isGroup === true }],
    ...(filters.length > 0 ? { where: { compositeFilter: { op: 'AND', filters } } } : {}),
    ...(query.limit === null ? {} : { limit: query.limit }),
  };
  return { verb: 'POST', url: `${parent}:${method}`, body: body(structured) };
}

function writeOf(root: string, { op, path, data = {} }: Write): object {
  const name = `${root}/${path}`;
  if (op === 'delete') return { delete: name, currentDocument: NEVER };
  if (op === 'create') {
    const { fields, transforms } = encodeFields(data);
    return { update: { name, fields }, updateTransforms: transforms, currentDocument: { exists: false } };
  }
  const { fields, transforms } = encodeFields(nested(data));
  const clocked = new Set(transforms.map((transform) => (transform as { fieldPath: string }).fieldPath));
  const paths = Object.keys(data)
    .map(fieldPath)
    .filter((field) => !clocked.has(field));
  return {
    update: { name, fields },
    updateMask: { fieldPaths: paths },
    updateTransforms: transforms,
    currentDocument: NEVER,
  };
}

function fieldPath(path: string): string {
  return path.split('.').map(quoted).join('.');
}

/** `{ 'a.b': 1 }` as `{ a: { b: 1 } }`. */
function nested(data: DocumentData): DocumentData {
  const whole: DocumentData = {};
  for (const [path, value] of Object.entries(data) as [string, unknown][]) {
    const keys = path.split('.');
    const last = keys.pop()!;
    let map = whole;
    for (const key of keys) map = isMap(map[key]) ? map[key] : (map[key] = {});
    map[last] = value;
  }
  return whole;
}

function escaped(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
