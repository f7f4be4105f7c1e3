import { z } from 'zod';
import { HOST, PROJECT_ID } from '../../../local/ports.js';
import { adminAuth, worldPorts } from '../../../local/worldClient.js';

const PAGE = 2000;
const ACCOUNTS_PAGE = 1000; // the most that the sign-in gives at a time
const rowsSchema = z.array(
  z.object({ document: z.object({ name: z.string(), fields: z.unknown() }).optional() }),
);

/** One document of an export, as text: its path with its ids, and all that is in it. */
export interface Exported {
  path: string;
  text: string;
}

/** Every document of every collection, however deep, in the order of their paths, and every account of the sign-in. */
export async function* wholeDatabase(): AsyncGenerator<Exported> {
  yield* everyDocument();
  yield* everyAccount();
}

async function* everyDocument(): AsyncGenerator<Exported> {
  const parent = `projects/${PROJECT_ID}/databases/(default)/documents`;
  let after: string | null = null;
  do {
    const rows = await runQuery(parent, after);
    const documents = rows.flatMap(({ document }) => document ?? []);
    for (const { name, fields } of documents) {
      yield { path: name.slice(parent.length + 1), text: JSON.stringify(fields ?? {}) };
    }
    after = documents.length < PAGE ? null : (documents.at(-1)?.name ?? null);
  } while (after !== null);
}

async function* everyAccount(): AsyncGenerator<Exported> {
  let next: string | undefined;
  do {
    const { users, pageToken } = await adminAuth().listUsers(ACCOUNTS_PAGE, next);
    for (const user of users) yield { path: `auth/${user.uid}`, text: JSON.stringify(user.toJSON()) };
    next = pageToken;
  } while (next !== undefined);
}

/** A query without the name of a collection reads them all. */
async function runQuery(parent: string, after: string | null): Promise<z.infer<typeof rowsSchema>> {
  const url = `http://${HOST}:${worldPorts().firestore}/v1/${parent}:runQuery`;
  const structuredQuery = {
    from: [{ allDescendants: true }],
    orderBy: [{ field: { fieldPath: '__name__' } }],
    limit: PAGE,
    ...(after !== null && { startAt: { values: [{ referenceValue: after }], before: false } }),
  };
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer owner' },
    body: JSON.stringify({ structuredQuery }),
  });
  if (!response.ok) throw new Error(`the export failed: ${await response.text()}`);
  return rowsSchema.parse(await response.json());
}

/** Where one of these words stands, whatever its case: `path: word`. Fails if nothing at all was searched. */
export async function tracesOf(words: readonly string[]): Promise<string[]> {
  const wanted = words.map((word) => word.toLowerCase());
  if (wanted.some((word) => word.length < 5)) throw new Error('a word so short is found everywhere');
  const found: string[] = [];
  let searched = 0;
  for await (const { path, text } of wholeDatabase()) {
    searched += 1;
    const whole = `${path} ${text}`.toLowerCase();
    found.push(...wanted.filter((word) => whole.includes(word)).map((word) => `${path}: ${word}`));
  }
  if (searched < 5) throw new Error(`only ${searched} documents were searched`);
  return found;
}
