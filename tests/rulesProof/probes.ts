import type { DocumentData } from 'firebase/firestore';
import { Timestamp } from 'firebase/firestore';
import { emailRequest, noteDocument, textRequest } from '../rules/documents.js';
import { askAll, told } from './asking.js';
import type { Case } from './cases.js';
import type { Ground } from './ground.js';
import type { World } from './policy.js';
import type { Query, Request } from './request.js';
import { UIDS } from './stage.js';
import { NOW } from './values.js';

export interface ProbeResult {
  probes: number;
  leaks: string[];
}

/** The folders of the design that nothing writes yet: a rule that opens one early shows here. */
const FOLDERS_TO_COME = ['templates', 'segments', 'views', 'campaigns', 'imports', 'telemetry', 'usage'];
const WIDTH = 12;

/**
 * Everybody knocks at every document and folder of the organizations where they have no seat, in every way there is.
 * What a new collection is called comes from the seeded world: it is included by itself. Nothing may be answered.
 */
export async function runProbes(ground: Ground, world: World, every = 1): Promise<ProbeResult> {
  const leaks: string[] = [];
  const probes = await askAll(ground, sampled(crossings(world), every), WIDTH, (asked, answer) => {
    if (answer === 'allowed') leaks.push(told(asked, answer));
  });
  return { probes, leaks };
}

function* sampled<T>(items: Iterable<T>, every: number): Generator<T> {
  let at = 0;
  for (const item of items) if (at++ % every === 0) yield item;
}

/** All of the requests across the walls, made from what is seeded. */
function* crossings(world: World): Generator<Case> {
  const orgs = new Set(
    [...world.keys()].filter((path) => path.startsWith('orgs/')).map((path) => path.split('/')[1]!),
  );
  for (const org of [...orgs].filter((id) => !id.startsWith('plan-'))) {
    const paths = [...world.keys()].filter(
      (path) => path === `orgs/${org}` || path.startsWith(`orgs/${org}/`),
    );
    for (const uid of UIDS.filter((one) => !hasOpenSeat(world, org, one))) {
      for (const path of paths) for (const request of atDocument(world, path, uid)) yield { uid, request };
      for (const folder of foldersOf(org, paths)) {
        for (const request of atFolder(folder, uid)) yield { uid, request };
      }
    }
  }
}

function hasOpenSeat(world: World, org: string, uid: string | null): boolean {
  const seat = world.get(`orgs/${org}/members/${String(uid)}`);
  return seat !== undefined && seat.isClosed !== true;
}

function foldersOf(org: string, paths: string[]): Set<string> {
  const used = paths
    .filter((path) => path !== `orgs/${org}`)
    .map((path) => path.slice(0, path.lastIndexOf('/')));
  return new Set([...used, ...FOLDERS_TO_COME.map((name) => `orgs/${org}/${name}`)]);
}

function* atDocument(world: World, path: string, uid: string | null): Generator<Request> {
  const own = uid ?? 'nobody';
  yield { kind: 'get', path };
  yield { kind: 'batchGet', path };
  yield { kind: 'transaction', path };
  yield { kind: 'write', writes: [{ op: 'delete', path }] };
  for (const data of changesFor(path, own)) yield { kind: 'write', writes: [{ op: 'update', path, data }] };
  yield { kind: 'write', writes: [{ op: 'create', path: `${path}0`, data: world.get(path)! }] };
  const carried = {
    preferences: { productEmails: true, promotionalEmails: false, telemetry: false, cookies: 'all' },
  };
  const [change] = changesFor(path, own);
  yield {
    kind: 'write', // with something that one may do in the same batch
    writes: [
      { op: 'update', path: `users/${own}`, data: carried },
      { op: 'update', path, data: change! },
    ],
  };
}

/** What a member could write there. */
function changesFor(path: string, uid: string): DocumentData[] {
  const folder = path.split('/').at(-2)!;
  const fitting: Record<string, DocumentData> = {
    orgs: { name: 'Taken over' },
    members: { lastActiveAt: NOW },
    contacts: { stage: 'won' },
    messages: { state: 'canceled', canceledAt: NOW, canceledBy: uid },
  };
  const taking =
    folder === 'contacts' ? [{ assigneeUid: uid }] : folder === 'members' ? [{ role: 'owner' }] : [];
  return [fitting[folder] ?? { body: 'x' }, ...taking, { orgId: 'mine' }];
}

function* atFolder(folder: string, uid: string | null): Generator<Request> {
  const at = folder.lastIndexOf('/');
  const place = { parent: folder.slice(0, at), collection: folder.slice(at + 1), limit: 10 };
  const own = uid ?? 'nobody';
  const filters: NonNullable<Query['where']>[] = [
    [],
    [['assigneeUid', 'EQUAL', own]],
    [['assigneeUid', 'IN', [own, 'agent']]],
    [['assigneeUid', 'NOT_EQUAL', 'agent']],
    [['email', 'EQUAL', `${own}@example.test`]],
    [['at', 'GREATER_THAN_OR_EQUAL', Timestamp.fromMillis(0)]],
    [['tags', 'ARRAY_CONTAINS', 'warm']],
    [['__name__', 'EQUAL', `${folder}/first`]],
  ];
  for (const where of filters) {
    yield { kind: 'list', query: { ...place, where } };
    yield { kind: 'count', query: { ...place, where } };
  }
  yield { kind: 'list', query: { ...place, limit: null } };
  yield { kind: 'list', query: { ...place, parent: '', isGroup: true } };
  yield { kind: 'count', query: { ...place, parent: '', isGroup: true } };
  yield { kind: 'list', query: { ...place, isGroup: true } };
  for (const data of [
    textRequest(uid),
    emailRequest(uid),
    noteDocument(uid),
    { role: 'owner', sees: 'everything' },
  ]) {
    yield { kind: 'write', writes: [{ op: 'create', path: `${folder}/new00000000000000000`, data }] };
  }
  for (const id of [own, 'ü', 'x'.repeat(1000), '.x', '*']) yield { kind: 'get', path: `${folder}/${id}` };
}
