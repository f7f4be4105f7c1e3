import { HOST, PROJECT_ID } from '../../local/ports.js';
import { worldPorts } from '../../local/worldClient.js';

/** A document as Firestore's REST interface and its events show it. */
export interface RestDocument {
  name: string;
  fields: Record<string, unknown>;
  createTime: string;
  updateTime: string;
}

/**
 * Creates a document and answers with it exactly as it was created: what the trigger's event carries, however soon the
 * trigger changes it.
 */
export async function createDocument(path: string, data: Record<string, unknown>): Promise<RestDocument> {
  const [, parent, id] = /^(.+)\/([^/]+)$/.exec(path) ?? [];
  const url = `http://${HOST}:${worldPorts().firestore}/v1/projects/${PROJECT_ID}/databases/(default)/documents/${parent ?? ''}`;
  const response = await fetch(`${url}?documentId=${id ?? ''}`, {
    method: 'POST',
    headers: { authorization: 'Bearer owner', 'content-type': 'application/json' },
    body: JSON.stringify({ fields: fieldsOf(data) }),
  });
  if (!response.ok) throw new Error(`${path} could not be created: ${await response.text()}`);
  return (await response.json()) as RestDocument;
}

function fieldsOf(data: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, valueOf(value)]));
}

function valueOf(value: unknown): Record<string, unknown> {
  if (value === null) return { nullValue: null };
  if (value instanceof Date) return { timestampValue: value.toISOString() };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(valueOf) } };
  switch (typeof value) {
    case 'string':
      return { stringValue: value };
    case 'boolean':
      return { booleanValue: value };
    case 'number':
      return Number.isInteger(value) ? { integerValue: String(value) } : { doubleValue: value };
    case 'object':
      return { mapValue: { fields: fieldsOf(value) } };
    default:
      throw new Error(`A ${typeof value} is no Firestore value.`);
  }
}
