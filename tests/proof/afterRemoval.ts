import type { Contract } from '@leadpulse/model';
import {
  disconnectAccountContract,
  leaveOrgContract,
  removeMemberContract,
  saveContactContract,
  setMemberRoleContract,
  verifyAuditLogContract,
} from '@leadpulse/model';
import type { z } from 'zod';
import { HOST, PROJECT_ID } from '../../local/ports.js';
import { worldPorts } from '../../local/worldClient.js';
import { callWith } from '../functions/callAs.js';
import { freshId } from '../functions/tenant.js';

/** One request that a member's browser makes; true: it was granted. */
export interface Asking {
  name: string;
  ask: (token: string) => Promise<boolean>;
}

interface Place {
  orgId: string;
  contactId: string;
  uid: string; // whose requests these are
  colleagueUid: string;
}

/** Somebody else held what the write touches: nothing was decided, and it is asked again. */
const ABORTED = 409;
const TURNS = 10;
const ROOT = `projects/${PROJECT_ID}/databases/(default)/documents`;

/** Reads, lists, counts and writes under the rules, as an admin may make them. */
export function rulesAskings({ orgId, contactId, uid }: Place): Asking[] {
  const org = `orgs/${orgId}`;
  const contact = `${org}/contacts/${contactId}`;
  const list = (parent: string, collectionId: string) => ({
    ...{ name: `list ${collectionId}`, path: `${parent}:runQuery` },
    body: { structuredQuery: { from: [{ collectionId }], limit: 10 } },
  });
  const count = {
    structuredQuery: { from: [{ collectionId: 'contacts' }], limit: 10 },
    aggregations: [{ alias: 'all', count: {} }],
  };
  const posts = [
    list(org, 'contacts'),
    list(org, 'members'),
    list(org, 'auditLog'),
    list(org, 'invites'),
    list(contact, 'messages'),
    list(contact, 'notes'),
    {
      name: 'count contacts',
      path: `${org}:runAggregationQuery`,
      body: { structuredAggregationQuery: count },
    },
  ].map(({ name, path, body }) => ({ name, ask: (token: string) => isGranted(token, path, body) }));
  const gets = [org, contact, `${org}/members/${uid}`].map((path) => ({
    name: `get ${path.split('/').at(-2) ?? ''}`,
    ask: (token: string) => isGranted(token, path),
  }));
  const commits: [string, () => object][] = [
    ['move a contact on', () => stageWrite(contact)],
    ['leave a note', () => noteWrite(contact, uid)],
  ];
  return [
    ...gets,
    ...posts,
    ...commits.map(([name, write]) => ({
      name,
      ask: (token: string) => isGranted(token, ':commit', { writes: [write()] }),
    })),
  ];
}

function stageWrite(contact: string): object {
  return {
    update: { name: `${ROOT}/${contact}`, fields: { stage: { stringValue: 'contacted' } } },
    updateMask: { fieldPaths: ['stage'] },
    currentDocument: { exists: true },
  };
}

function noteWrite(contact: string, uid: string): object {
  const fields = {
    body: { stringValue: 'Rang, nobody there.' },
    authorUid: { stringValue: uid },
    mentions: { arrayValue: { values: [] } },
  };
  return {
    update: { name: `${ROOT}/${contact}/notes/${freshId('n')}`, fields },
    updateTransforms: [{ fieldPath: 'at', setToServerValue: 'REQUEST_TIME' }],
    currentDocument: { exists: false },
  };
}

async function isGranted(token: string, path: string, body?: object): Promise<boolean> {
  const slash = path.startsWith(':') ? '' : '/';
  const url = `http://${HOST}:${worldPorts().firestore}/v1/${ROOT}${slash}${path}`;
  for (let turn = 1; turn <= TURNS; turn += 1) {
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: body ? JSON.stringify(body) : null,
    });
    const answer = await response.text();
    if (response.ok || response.status === 403) return response.ok;
    if (response.status !== ABORTED) throw new Error(`${path} answered ${response.status}: ${answer}`);
  }
  throw new Error(`${path} was aborted ${TURNS} times`);
}

/** Callables as an admin may call them, first those that can be called again and again. */
export function callableAskings({ orgId, contactId, colleagueUid }: Place): {
  repeatable: Asking[];
  lasting: Asking[];
} {
  const fields = {
    name: 'Sam',
    company: '',
    emails: [],
    phones: [],
    tags: [],
    stage: 'new',
    assigneeUid: null,
  };
  const member = { orgId, memberUid: colleagueUid };
  return {
    repeatable: [
      callOf(saveContactContract, { orgId, contactId, requestId: freshId('r'), fields }),
      callOf(setMemberRoleContract, { ...member, role: 'agent', sees: 'everything' }),
      callOf(verifyAuditLogContract, { orgId }),
    ],
    lasting: [
      callOf(disconnectAccountContract, { orgId, accountId: 'none' }),
      callOf(removeMemberContract, member),
      callOf(leaveOrgContract, { orgId }),
    ],
  };
}

function callOf(contract: Contract<z.ZodType, z.ZodType>, input: unknown): Asking {
  return {
    name: contract.name,
    ask: async (token) => {
      const refusal = await callWith(token, contract, input);
      if (refusal && refusal.code !== 'permission-denied' && refusal.reason !== 'org-closed') {
        throw new Error(`${contract.name} answered ${refusal.code} ${refusal.reason ?? ''}`);
      }
      return refusal === null;
    },
  };
}

/** Which of these are granted. */
export async function grantedOf(askings: readonly Asking[], token: string): Promise<string[]> {
  const answers = await Promise.all(askings.map(async ({ name, ask }) => ((await ask(token)) ? [name] : [])));
  return answers.flat();
}

interface Hammered {
  asked: number;
  /** Asked when the act had been answered, and granted all the same. */
  acceptedAfter: string[];
}

/** Asks again and again while `act` runs and some rounds longer; what is asked after its answer must be refused. */
export async function hammer(
  askings: readonly Asking[],
  token: string,
  { act, rounds }: { act: () => Promise<unknown>; rounds: number },
): Promise<Hammered> {
  let endedAt = Infinity;
  const acting = act().then(() => (endedAt = performance.now()));
  const found: Hammered = { asked: 0, acceptedAfter: [] };
  let left = rounds;
  await Promise.all(
    askings.map(async ({ name, ask }) => {
      for (let more = true; more; more = endedAt === Infinity || left-- > 0) {
        const isAfter = performance.now() > endedAt;
        const isGrantedNow = await ask(token);
        if (isAfter) found.asked += 1;
        if (isAfter && isGrantedNow) found.acceptedAfter.push(name);
      }
    }),
  );
  await acting;
  return found;
}
