import {
  contactSchema,
  messageSchema,
  noteSchema,
  orgSchema,
  telemetryBatchSchema,
  userSchema,
} from '@leadpulse/model';
import type { DocumentData } from 'firebase/firestore';
import { FieldValue, Timestamp } from 'firebase/firestore';
import type { z } from 'zod';
import { askAll, told } from './asking.js';
import type { Case } from './cases.js';
import { writing } from './cases.js';
import type { Ground } from './ground.js';
import type { Kind } from './kinds.js';
import { KINDS } from './kinds.js';
import type { World } from './policy.js';
import { mayAsk } from './policy.js';
import type { Dice } from './random.js';
import { dice } from './random.js';
import type { Write } from './request.js';
import { DROP, isMap, merged, NOW } from './values.js';

export interface FuzzResult {
  cases: number;
  valid: number;
  wrong: string[];
}

const WIDTH = 12;
/** What each kind is read with, and its fields of which more than one value is right. */
const SCHEMAS: Record<string, [schema: z.ZodType, free: string[]]> = {
  'own preferences': [userSchema, ['preferences', 'preferences.cookies', 'preferences.telemetry']],
  'the organization': [
    orgSchema,
    ['name', 'timeZone', 'postalAddress', 'defaultCountry', 'settings.undoSendSeconds'],
  ],
  'a contact': [contactSchema, ['company', 'tags', 'stage', 'assigneeUid', 'custom', 'timeZone', 'inbox']],
  'a text': [messageSchema, ['body', 'undoSeconds', 'sendAt']],
  'an email': [messageSchema, ['body', 'subject', 'references', 'undoSeconds', 'sendAt']],
  'a note': [noteSchema, ['body', 'mentions']],
  'a usage batch': [telemetryBatchSchema, ['day', 'slot', 'browser', 'counts']],
};

/**
 * So many random documents, written by who may: what gets in is read by its schema, and what the schema and the policy
 * take gets in.
 */
export async function runFuzz(
  ground: Ground,
  world: World,
  seed: number,
  count: number,
): Promise<FuzzResult> {
  const wrong: string[] = [];
  let valid = 0;
  const cases = await askAll(ground, documents(seed, count), WIDTH, (asked, answer) => {
    const isValid = fitsSchema(world, asked);
    const isFine = isValid && mayAsk(world, asked.uid, asked.request);
    if (isFine) valid += 1;
    if (answer === 'allowed' && !isValid)
      wrong.push(`gets in, outside of the schema: ${told(asked, answer)}`);
    if (answer === 'denied' && isFine) wrong.push(`refused, though valid: ${told(asked, answer)}`);
  });
  return { cases, valid, wrong };
}

const FUZZED = KINDS.filter(({ name }) => name in SCHEMAS);

function* documents(seed: number, count: number): Generator<Case> {
  const dies = dice(seed);
  for (let n = 0; n < count; n += 1) {
    const kind = FUZZED[n % FUZZED.length]!;
    yield { uid: kind.uid, request: writing(kind, kind.uid, ['alpha', 'cold'], fuzzed(kind, dies)) };
  }
}

/** The kind's fields, one or two of them random. */
function fuzzed(kind: Kind, dies: Dice): DocumentData {
  const fields = Object.keys(kind.tries).filter((field) => !field.includes('.'));
  const field = dies.one(dies.roll(4) === 0 ? fields : SCHEMAS[kind.name]![1]);
  const base = kind.alone ? {} : kind.base(kind.uid);
  const like = (kind.tries[field] ?? []).filter((value) => value !== DROP);
  return { ...base, [field]: valueLike(like.length > 0 ? dies.one(like) : null, dies, 0) };
}

const ALPHABETS = [
  'abcxyz',
  'aB9_-/+',
  ' \t\u00a0\ufeff\n',
  'äßñ',
  '家族',
  '🏡🥐',
  '␟.',
  '\u0000\u001f',
  '<>"\'`$(){}',
];
const SIZES = [
  0, 1, 2, 5, 20, 39, 40, 41, 64, 65, 79, 80, 81, 120, 121, 140, 141, 200, 201, 300, 301, 500, 501,
];

/** Something of the same kind, or, now and then, of any. */
function valueLike(value: unknown, dies: Dice, depth: number): unknown {
  if (dies.roll(12) === 0 || depth > 2) return anything(dies, depth);
  if (typeof value === 'string') return dies.roll(3) === 0 ? value : text(dies);
  if (typeof value === 'number') return dies.one([value, value + 1, value - 1, -value, value + 0.5, 2 ** 40]);
  if (value instanceof Timestamp)
    return Timestamp.fromMillis(value.toMillis() + dies.roll(200_000_000) - 100_000_000);
  if (value instanceof FieldValue) return value;
  if (Array.isArray(value)) return list(value, dies);
  if (isMap(value)) return map(value, dies, depth);
  return dies.one([value, true, false]);
}

function text(dies: Dice): string {
  const size = dies.one(SIZES);
  const alphabet = Array.from(dies.one(ALPHABETS));
  return Array.from({ length: size }, () => dies.one(alphabet)).join('');
}

function list(value: readonly unknown[], dies: Dice): unknown[] {
  const size = dies.one([0, 1, 2, 3, 19, 20, 21]);
  const some = value.filter((item) => !Array.isArray(item));
  return Array.from({ length: size }, () => {
    const made = valueLike(some.length > 0 ? dies.one(some) : 'a', dies, 3);
    return Array.isArray(made) || made === NOW ? 'a' : made; // Firestore has no lists in lists
  });
}

function map(value: DocumentData, dies: Dice, depth: number): DocumentData {
  const entries = Object.entries(value)
    .filter(() => dies.roll(12) > 0)
    .map(([key, inner]) => [key, dies.roll(3) > 0 ? (inner as unknown) : valueLike(inner, dies, depth + 1)]);
  const more = dies.roll(12) === 0 ? [[`k${text(dies).replace(/[^a-z]/g, '')}`, 'v']] : [];
  return Object.fromEntries([...entries, ...more]) as DocumentData;
}

function anything(dies: Dice, depth: number): unknown {
  const flat = [
    null,
    true,
    0,
    1,
    -1,
    1.5,
    1e15,
    '',
    text(dies),
    Timestamp.fromMillis(dies.roll(2_000_000_000) * 1000),
  ];
  return depth > 2
    ? dies.one(flat)
    : dies.one([...flat, {}, { a: text(dies) }, [], ['a', text(dies)], [null], [1]]);
}

/** Whether the document that this write leaves behind is read by its schema. */
function fitsSchema(world: World, { uid, request }: Case): boolean {
  const { op, path, data = {} } = (request as { writes: Write[] }).writes[0]!;
  const after = op === 'create' ? data : merged(world.get(path)!, data);
  const kind = FUZZED.find((one) => one.op === op && one.path('alpha', 'cold', uid!) === path)!;
  return SCHEMAS[kind.name]![0].safeParse(stored(after)).success;
}

function stored(value: unknown): unknown {
  if (value instanceof FieldValue) return Timestamp.now();
  if (!isMap(value)) return value;
  const entries = Object.entries(value) as [string, unknown][];
  return Object.fromEntries(entries.map(([key, inner]) => [key, stored(inner)]));
}
