import type { DocumentData } from 'firebase/firestore';
import { HOST, portsOf } from '../../local/ports.js';
import type { Call, Request } from './request.js';
import { callOf } from './request.js';
import { encodeFields } from './values.js';

export type Verdict = 'allowed' | 'denied';

/** One project of the emulator with rules and data of its own; asked over HTTP, which is faster than the SDK. */
export interface Ground {
  project: string;
  /** Puts other rules in place; answers whether they compile. */
  load: (rules: string) => Promise<boolean>;
  /** Writes, as functions do: no rule applies. */
  write: (documents: Iterable<[path: string, data: DocumentData]>) => Promise<void>;
  /** What the rules answer; nothing stays changed. `uid` null: nobody is signed in. */
  ask: (uid: string | null, request: Request) => Promise<Verdict>;
}

interface Answer {
  status: number;
  text: string;
}

const OWNER = 'Bearer owner';
const BATCH = 400;

function emulator(): string {
  return `http://${HOST}:${portsOf(Number(process.env.WORLD_BASE ?? 5400)).firestore}`;
}

/** A fresh project with these rules and documents. */
export async function seededGround(
  project: string,
  rules: string,
  documents: Iterable<[path: string, data: DocumentData]>,
): Promise<Ground> {
  const ground = groundOf(project);
  await fetch(`${emulator()}/emulator/v1/projects/${project}/databases/(default)/documents`, {
    method: 'DELETE',
  });
  if (!(await ground.load(rules))) throw new Error('firestore.rules does not compile');
  await ground.write(documents);
  return ground;
}

function groundOf(project: string): Ground {
  const root = `projects/${project}/databases/(default)/documents`;
  const commit = (writes: object[]): Promise<Answer> =>
    call({ verb: 'POST', url: `${root}:commit`, body: { writes } }, OWNER);
  const turns = new Map<string, Promise<unknown>>();
  // What is created stands for a moment: another who creates the same would be told that it exists, not what the rules say.
  const inTurn = async <T>(paths: string[], act: () => Promise<T>): Promise<T> => {
    const before = Promise.all(paths.map((path) => turns.get(path) ?? Promise.resolve()));
    const turn = before.then(act);
    const ended = turn.catch(() => undefined);
    for (const path of paths) turns.set(path, ended);
    return turn;
  };
  return {
    project,
    load: async (rules) => {
      const answer = await fetch(`${emulator()}/emulator/v1/projects/${project}:securityRules`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ rules: { files: [{ name: 'firestore.rules', content: rules }] } }),
      });
      await answer.text();
      return answer.ok;
    },
    write: async (documents) => {
      const writes = Array.from(documents, ([path, data]) => ({
        update: { name: `${root}/${path}`, fields: encodeFields(data).fields },
      }));
      for (let at = 0; at < writes.length; at += BATCH) {
        const answer = await commit(writes.slice(at, at + BATCH));
        if (answer.status !== 200) throw new Error(`${project} could not be seeded: ${answer.text}`);
      }
    },
    ask: (uid, request) =>
      inTurn(made(request), async () => {
        const answer = await untilDecided(() =>
          call(callOf(root, request), uid === null ? undefined : tokenOf(project, uid)),
        );
        const paths = made(request);
        if (answer.status === 200 && paths.length > 0)
          await commit(paths.map((path) => ({ delete: `${root}/${path}` })));
        return verdictOf(request, answer);
      }),
  };
}

/** The paths that a request would create. */
function made(request: Request): string[] {
  const writes = request.kind === 'write' ? request.writes : [];
  return writes.filter(({ op }) => op === 'create').map(({ path }) => path);
}

async function call({ verb, url, body }: Call, authorization: string | undefined): Promise<Answer> {
  const answer = await fetch(`${emulator()}/v1/${url}`, {
    method: verb,
    headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, text: await answer.text() };
}

const MOST_TRIES = 5;

/** On a busy machine two who write the same document may wait for each other until one is turned away, undecided. */
async function untilDecided(ask: () => Promise<Answer>): Promise<Answer> {
  let answer = await ask();
  for (let tries = 1; answer.status === 409 && tries < MOST_TRIES; tries += 1) answer = await ask();
  return answer;
}

/** A token as the Auth emulator signs it: not at all. */
function tokenOf(project: string, uid: string): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = {
    sub: uid,
    user_id: uid,
    aud: project,
    iss: `https://securetoken.google.com/${project}`,
    iat: 0,
    exp: 4_000_000_000,
    firebase: { sign_in_provider: 'custom' },
  };
  return `Bearer ${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`;
}

function verdictOf(request: Request, { status, text }: Answer): Verdict {
  if (status === 403 || text.includes('PERMISSION_DENIED')) return 'denied';
  if (status === 200 || status === 404) return 'allowed';
  if (status === 400 && text.includes('FAILED_PRECONDITION')) return 'allowed';
  throw new Error(`${status} to ${JSON.stringify(request)}: ${text}`);
}
