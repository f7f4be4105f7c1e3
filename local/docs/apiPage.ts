import * as model from '@leadpulse/model';
import type { Contract, RefusalCode } from '@leadpulse/model';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatted } from '../formatted.js';
import type { z } from 'zod';
import { inRoot } from '../world/places.js';
import type { Field } from './fieldsOf.js';
import { fieldsOf } from './fieldsOf.js';
import type { KnownRefusal } from './refusalsOf.js';
import { docOf, refusalsOf } from './refusalsOf.js';

const FUNCTIONS = inRoot('functions/src');
export const API_PAGE = inRoot('docs/api.md');

/** The HTTP status of each code, as firebase-functions answers it (google.rpc.Code), and when it is said. */
const CODES: Record<RefusalCode | 'internal', [number, string]> = {
  'invalid-argument': [400, 'a field is missing, unknown, of the wrong type or too long'],
  unauthenticated: [401, 'nobody is signed in, or the account was closed'],
  'permission-denied': [403, 'the seat does not allow it, or there is none'],
  'not-found': [404, 'it does not exist, or one may not know that it does'],
  'already-exists': [409, 'it is there already'],
  'failed-precondition': [400, 'it cannot be done as things stand'],
  'resource-exhausted': [429, 'a limit is reached; `retryAfterSeconds` says when there is room again'],
  unavailable: [503, 'somebody we depend on could not be reached; nothing changed, try again'],
  internal: [500, 'a bug of ours; nothing is told of it'],
};

const HEAD = `# The callables

Made by \`npm run docs:api\` from the contracts in \`model/src\` and the refusals in the source; a test keeps it so.

A callable is a POST to \`/<name>\` of the functions' host with \`{"data": <input>}\` and the ID token as bearer; the answer is
\`{"result": <output>}\`, or \`{"error": {"status", "message", "details"}}\`. \`details.reason\` is a stable word, \`details.field\` names the field
at fault and \`details.allowed\` says what would be right there. Objects are strict: a field that is not listed is refused.

## Codes`;

/** `docs/api.md` as the contracts and the source have it now. */
export async function apiPage(): Promise<string> {
  const common = refusalsOf(join(FUNCTIONS, 'platform/callable.ts'), 'callable');
  const ids = refusalsOf(join(FUNCTIONS, 'platform/refs.ts'), 'orgRef');
  const everywhere = [...common, ...ids];
  const text = [
    HEAD,
    table(
      ['code', 'HTTP', 'when'],
      Object.entries(CODES).map(([code, [status, when]]) => [`\`${code}\``, String(status), when]),
    ),
    'Every callable can say these, besides its own:',
    refusalTable(everywhere),
    ...deployedCallables().map((each) => section(each, everywhere)),
  ].join('\n\n');
  return formatted(API_PAGE, text);
}

interface Deployed {
  name: string;
  file: string;
}

/** The callables that `functions/src/index.ts` deploys, by name. */
export function deployedCallables(): Deployed[] {
  const index = readFileSync(join(FUNCTIONS, 'index.ts'), 'utf8');
  const found = [...index.matchAll(/'\.\/([\w/]+\/(\w+)\.callable)\.js'/g)];
  const callables = found.map(([, path = '', name = '']) => ({ name, file: join(FUNCTIONS, `${path}.ts`) }));
  return callables.sort((a, b) => a.name.localeCompare(b.name));
}

function section({ name, file }: Deployed, everywhere: readonly KnownRefusal[]): string {
  const { input, output } = contractOf(name);
  const own = refusalsOf(file, name).filter(
    ({ reason }) => !everywhere.some((common) => common.reason === reason),
  );
  return [
    `## ${name}`,
    docOf(file, name),
    fieldTable('input', fieldsOf(input, 'input')),
    fieldTable('output', fieldsOf(output, 'output')),
    own.length === 0 ? 'No refusals of its own.' : refusalTable(own),
  ].join('\n\n');
}

function contractOf(name: string): Contract<z.ZodType, z.ZodType> {
  const key = `${name}Contract`;
  const found = (model as Record<string, unknown>)[key] as Contract<z.ZodType, z.ZodType> | undefined;
  if (found?.name !== name) throw new Error(`${name} is deployed, but model/ has no ${key} of this name`);
  return found;
}

function fieldTable(side: string, fields: Field[]): string {
  if (fields.length === 0) return `The ${side} is \`{}\`.`;
  return table(
    [side, 'allowed'],
    fields.map(({ path, allowed }) => [`\`${path}\``, allowed]),
  );
}

function refusalTable(refusals: readonly KnownRefusal[]): string {
  const rows = refusals.map(({ code, reason }) => [
    `\`${reason}\``,
    `\`${code}\``,
    String(CODES[code as RefusalCode][0]),
  ]);
  return table(['reason', 'code', 'HTTP'], rows);
}

function table(head: string[], rows: string[][]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
