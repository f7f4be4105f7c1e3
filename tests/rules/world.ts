import type { RulesTestEnvironment } from '@firebase/rules-unit-testing';
import { initializeTestEnvironment } from '@firebase/rules-unit-testing';
import { expect } from 'chai';
import { FirebaseError } from 'firebase/app';
import type { DocumentData, Firestore } from 'firebase/firestore';
import { setLogLevel } from 'firebase/firestore';
import { readFileSync } from 'node:fs';
import { HOST, portsOf } from '../../local/ports.js';
import type { Who } from './people.js';
import { everybody, people } from './people.js';
import { furnished } from './places.js';
import { newPaths } from './seed.js';
import { commitOf, tokenOf } from './wire.js';

const EMULATOR = `http://${HOST}:${portsOf(Number(process.env.WORLD_BASE ?? 5400)).firestore}`;

setLogLevel('silent'); // hundreds of denials are the point

export const RULES = readFileSync('firestore.rules', 'utf8');

const SEEDED = furnished(RULES);

/** One project of the emulator: nothing in it meets the data of another. */
interface Stage {
  project: string;
  sessions: Map<Who, Firestore>;
  changed: boolean;
}

/** The emulator keeps every value that an expression came to, so the long tables play where nobody reads them. */
const stages = {
  counted: stageOf('demo-rules'),
  uncounted: stageOf('demo-rules-tables'),
  readOften: stageOf('demo-rules-look-ups'), // a report that is read after each request has to stay short
};
type StageName = keyof typeof stages;
let stage: Stage = stages.counted;

function stageOf(project: string): Stage {
  return { project, sessions: new Map(), changed: true };
}

/** Tests that each begin in the seeded world. */
export function inFreshWorld(title: string, tests: () => void, verdicts: StageName = 'counted'): void {
  describe(title, function () {
    this.timeout(60_000); // a cold emulator on a busy machine, a report of some megabytes
    before(() => {
      stage = stages[verdicts];
    });
    beforeEach(freshWorld);
    tests();
  });
}

/** Puts the world back as it was, if a test changed it. */
export async function freshWorld(): Promise<void> {
  if (!stage.changed) return;
  if (stage.sessions.size === 0) await openSessions();
  await commit(SEEDED, newPaths());
  stage.changed = false;
}

async function openSessions(): Promise<void> {
  const environment = await initializeTestEnvironment({
    projectId: stage.project,
    firestore: { host: HOST, port: Number(new URL(EMULATOR).port), rules: RULES },
  });
  await environment.clearFirestore();
  for (const who of everybody) stage.sessions.set(who, sessionOf(environment, people[who].uid));
}

function sessionOf(environment: RulesTestEnvironment, uid: string | null): Firestore {
  const context = uid === null ? environment.unauthenticatedContext() : environment.authenticatedContext(uid);
  return context.firestore() as unknown as Firestore; // the older API's type; the newer one's functions take it
}

/** Firestore as this person's browser has it, once the world is there. */
export function as(who: Who): Firestore {
  return stage.sessions.get(who)!;
}

/** Writes, and deletes what is `null`, as functions do: no rule applies. */
export async function backstage(documents: Record<string, DocumentData | null>): Promise<void> {
  stage.changed = true;
  const entries = Object.entries(documents);
  const kept = entries.filter((entry): entry is [string, DocumentData] => entry[1] !== null);
  const gone = entries.filter(([, data]) => data === null).map(([path]) => path);
  await commit(kept, gone);
}

async function commit(kept: Iterable<[string, DocumentData]>, gone: Iterable<string>): Promise<void> {
  const root = `projects/${stage.project}/databases/(default)/documents`;
  const answer = await fetch(`${EMULATOR}/v1/${root}:commit`, {
    method: 'POST',
    headers: { authorization: 'Bearer owner' },
    body: commitOf(root, kept, gone),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

export interface Expression {
  sourcePosition: { line: number; currentOffset: number; endOffset: number };
  values?: { value: Record<string, unknown>; count?: number }[];
  children?: Expression[];
}

/** What every expression of the rules came to in one stage's tests so far. */
export async function ruleCoverage(verdicts: StageName = 'counted'): Promise<Expression[]> {
  const answer = await fetch(`${EMULATOR}/emulator/v1/projects/${stages[verdicts].project}:ruleCoverage`);
  return ((await answer.json()) as { report: Expression[] }).report;
}

/** Asks without the SDK, many times faster: the words with which the rules refuse, or nothing. */
export async function ask(
  who: Who,
  url: string,
  body?: (root: string) => object,
): Promise<string | undefined> {
  const { uid } = people[who];
  const { status, words } = await knock(uid === null ? null : { uid }, url, body);
  if (status === 'OK' || status === 'NOT_FOUND') return undefined;
  if (status !== 'PERMISSION_DENIED') throw new Error(words);
  return words;
}

/** What Firestore answers to anybody with any token; `url` starts below the documents. */
export async function knock(
  token: { uid: string; claims?: object } | null,
  url: string,
  body?: (root: string) => object,
): Promise<{ status: string; words: string }> {
  const root = `projects/${stage.project}/databases/(default)/documents`;
  const answer = await fetch(`${EMULATOR}/v1/${root}${url}`, {
    method: body ? 'POST' : 'GET',
    headers: token ? { authorization: `Bearer ${tokenOf(stage.project, token.uid, token.claims)}` } : {},
    ...(body && { body: JSON.stringify(body(root)) }),
  });
  const text = await answer.text();
  if (answer.ok) {
    stage.changed ||= url === ':commit';
    return { status: 'OK', words: '' };
  }
  const said = JSON.parse(text) as RestError | RestError[];
  const { error } = Array.isArray(said) ? said[0]! : said;
  return { status: error.status, words: error.message.trim() };
}

interface RestError {
  error: { status: string; message: string };
}

/** The rules let it through. */
export async function allowed<T>(attempt: Promise<T>): Promise<T> {
  const result = await attempt;
  stage.changed ||= result === undefined; // a write answers nothing, a read a snapshot
  return result;
}

// "evaluation error at L1:2" only marks where a first pass had to wait for a document; a real error has its own words.
const PART = "(false|evaluation error at L\\d+:\\d+) for '[a-z]+' @ L\\d+";
export const SAID_NO = new RegExp(
  `^(7 PERMISSION_DENIED: )?\\s*(?=.*false for '|No match)(${PART}(, |$))*(No matching allow statements)?$`,
);

/** A condition said no: a denial that comes from an error inside the rules would hide what they hold. */
export async function denied(attempt: Promise<unknown>): Promise<void> {
  expect(await refusal(attempt)).to.match(SAID_NO);
}

/** The query does not prove that it asks for the person's own contacts only. */
export async function unproven(attempt: Promise<unknown>): Promise<void> {
  expect(await refusal(attempt)).to.match(
    /Property assigneeUid is undefined|false for 'list'|evaluation error/,
  );
}

/** Refused somehow: for what the rules language itself cannot look into, such as maps in a list. */
export async function refused(attempt: Promise<unknown>): Promise<void> {
  await refusal(attempt);
}

async function refusal(attempt: Promise<unknown>): Promise<string> {
  const error = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error === undefined) stage.changed = true;
  expect(error, 'the rules let it through').to.be.instanceOf(FirebaseError);
  expect((error as FirebaseError).code).to.equal('permission-denied');
  return (error as FirebaseError).message.trim();
}
