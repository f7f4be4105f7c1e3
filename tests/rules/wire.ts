import type { DocumentData } from 'firebase/firestore';
import { FieldValue, serverTimestamp, Timestamp } from 'firebase/firestore';

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

/** One write as a person's browser sends it: the fields of an update, or a whole new document. */
export function writeOf(name: string, data: DocumentData, exists: boolean): object {
  const entries = Object.entries(data);
  const isClock = (value: unknown) => value instanceof FieldValue && value.isEqual(serverTimestamp());
  const said = entries.filter(([, value]) => !isClock(value));
  const clocks = entries.filter(([, value]) => isClock(value)).map(([fieldPath]) => fieldPath);
  return {
    update: { name, fields: encodeFields(Object.fromEntries(said)) },
    ...(exists && { updateMask: { fieldPaths: said.map(([fieldPath]) => fieldPath) } }),
    updateTransforms: clocks.map((fieldPath) => ({ fieldPath, setToServerValue: 'REQUEST_TIME' })),
    currentDocument: { exists },
  };
}

/** The unsigned token that the emulator takes for a signed-in person's. */
export function tokenOf(project: string, uid: string, claims: object = {}): string {
  const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');
  const times = { iat: 0, exp: 3600, auth_time: 0 };
  const issued = { iss: `https://securetoken.google.com/${project}`, aud: project, ...times };
  return `${part({ alg: 'none', type: 'JWT' })}.${part({ ...issued, sub: uid, user_id: uid, ...claims })}.`;
}
