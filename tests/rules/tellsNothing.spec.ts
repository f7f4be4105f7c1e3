import { expect } from 'chai';
import { ALPHA_CONTACT } from './actions.js';
import { lastMessageOf, noteDocument, REQUESTED_ID, textRequest, threadDocuments } from './documents.js';
import type { Who } from './people.js';
import { called } from './people.js';
import { writeOf } from './wire.js';
import { inFreshWorld, knock } from './world.js';

type Ask = (uid: string, path: string) => Promise<{ status: string; words: string }>;

const commit = (uid: string, write: (root: string) => object) =>
  knock({ uid }, ':commit', (root) => ({ writes: [write(root)] }));

/** Ways to ask whether a document is there without being allowed to read it. */
const QUESTIONS: Record<string, Ask> = {
  'reading it': (uid, path) => knock({ uid }, `/${path}`),
  'verifying it': (uid, path) =>
    commit(uid, (root) => ({ verify: `${root}/${path}`, currentDocument: { exists: true } })),
  'deleting it if it is there': (uid, path) =>
    commit(uid, (root) => ({ delete: `${root}/${path}`, currentDocument: { exists: true } })),
  'deleting it if it is missing': (uid, path) =>
    commit(uid, (root) => ({ delete: `${root}/${path}`, currentDocument: { exists: false } })),
  'changing it if it is there': (uid, path) =>
    commit(uid, (root) => writeOf(`${root}/${path}`, { stage: 'won' }, true)),
  'reading it with one’s own page': (uid, path) =>
    knock({ uid }, ':batchGet', (root) => ({ documents: [`${root}/users/${uid}`, `${root}/${path}`] })),
  'counting it': (uid, path) => {
    const [, parent = '', name = '', id = ''] = /^(?:(.*)\/)?(\w+)\/([\w-]+)$/.exec(path) ?? [];
    const above = parent === '' ? '' : `/${parent}`;
    return knock({ uid }, `${above}:runAggregationQuery`, (root) => ({
      structuredAggregationQuery: {
        structuredQuery: {
          from: [{ collectionId: name }],
          where: isDocument(`${root}${above}/${name}/${id}`),
          limit: 1,
        },
        aggregations: [{ alias: 'many', count: {} }],
      },
    }));
  },
};

function isDocument(referenceValue: string): object {
  return { fieldFilter: { field: { fieldPath: '__name__' }, op: 'EQUAL', value: { referenceValue } } };
}

/** Pairs of a document that a person must not see and one that there is not. */
const HIDDEN: [who: Who, there: string, missing: string][] = [
  ['owner', 'orgs/beta/contacts/cold', 'orgs/beta/contacts/nobody'],
  ['owner', 'orgs/beta/members/stranger', 'orgs/beta/members/nobody'],
  ['owner', 'orgs/beta/contacts/cold/notes/first', 'orgs/beta/contacts/cold/notes/nothing'],
  ['owner', 'orgs/alpha/handles/key', 'orgs/alpha/handles/nothing'],
  ['owner', 'orgs/alpha/suppressions/hash', 'orgs/alpha/suppressions/nothing'],
  ['owner', 'orgs/alpha/chains/audit', 'orgs/alpha/chains/nothing'],
  ['owner', 'users/somebody/consents/first', 'users/nobody/consents/first'],
  ['owner', 'exports/somebody', 'exports/nothing'],
  ['owner', 'privacyRequests/somebody', 'privacyRequests/nothing'],
  ['agent', 'orgs/alpha/privacyRequests/first', 'orgs/alpha/privacyRequests/nothing'],
  ['agent', 'orgs/alpha/invites/open', 'orgs/alpha/invites/nothing'],
  ['admin', 'orgs/alpha/billing/stripe', 'orgs/alpha/billing/nothing'],
  ['closedOwner', 'orgs/closed/billing/stripe', 'orgs/closed/billing/nothing'],
  ['agent', 'orgs/alpha/auditLog/first', 'orgs/alpha/auditLog/nothing'],
  ['agent', 'orgs/alpha/usage/2025-06-02', 'orgs/alpha/usage/2025-06-03'],
  ['owner', 'orgs/alpha/telemetry/first', 'orgs/alpha/telemetry/nothing'],
  ['narrowAgent', ALPHA_CONTACT, 'orgs/alpha/contacts/nobody'],
  ['narrowAgent', `${ALPHA_CONTACT}/messages/${REQUESTED_ID}`, `${ALPHA_CONTACT}/messages/nothing`],
  ['narrowAgent', `${ALPHA_CONTACT}/notes/first`, 'orgs/alpha/contacts/nobody/notes/first'],
  ['stranger', 'orgs/alpha/invites/open', 'orgs/nowhere/invites/open'],
  ['closedOwner', 'orgs/closed/contacts/cold', 'orgs/closed/contacts/nobody'],
  ['invited', 'orgs/alpha/invites/open', 'orgs/alpha/invites/nothing'],
];

inFreshWorld(
  'a refusal tells nothing',
  () => {
    for (const [who, there, missing] of HIDDEN) {
      it(`${called(who)} hears the same of ${there} as of ${missing}`, async () => {
        for (const [how, question] of Object.entries(QUESTIONS)) {
          const [one, other] = await Promise.all([question(who, there), question(who, missing)]);
          expect(one.status, how).to.equal('PERMISSION_DENIED');
          expect(other.status, how).to.equal(one.status);
          if (how !== 'counting it') expect(other.words, how).to.equal(one.words); // a client never hears them
        }
      });
    }

    it('a document of another organization cannot be felt for by writing one’s own', async () => {
      const write = (data: object, exists = false) =>
        commit('agent', (root) =>
          writeOf(`${root}/${ALPHA_CONTACT}${exists ? '' : '/messages/new'}`, data, exists),
        );
      for (const [there, missing] of [
        [{ assigneeUid: 'stranger' }, { assigneeUid: 'nobody' }],
        [lastMessageAt('../../../beta/contacts/cold/messages/x'), lastMessageAt('../nothing')],
      ]) {
        const [one, other] = await Promise.all([write(there!, true), write(missing!, true)]);
        expect(one.words).to.match(/false for 'update'/);
        expect(other).to.deep.equal(one);
      }
      const from = (accountId: string) => write({ ...textRequest('agent'), accountId, from: '+15005550009' });
      const [one, other] = await Promise.all([from('only-beta'), from('nothing')]);
      expect(one.words).to.match(/false for 'create'/);
      expect(other).to.deep.equal(one);
    });

    it('a contact that a member does not see cannot be felt for by a note or a text', async () => {
      const on = (contact: string, folder: string, data: object) =>
        commit('narrowAgent', (root) =>
          writeOf(`${root}/orgs/alpha/contacts/${contact}/${folder}/new`, data, false),
        );
      for (const [folder, data] of [
        ['notes', noteDocument('narrowAgent')],
        ['messages', textRequest('narrowAgent')],
      ] as const) {
        const [there, missing] = await Promise.all([on('cold', folder, data), on('nobody', folder, data)]);
        expect(there.words).to.match(/false for 'create'/);
        expect(missing).to.deep.equal(there);
      }
    });
  },
  'uncounted',
);

function lastMessageAt(messageId: string): object {
  return { lastMessage: lastMessageOf(messageId, threadDocuments()[REQUESTED_ID]!), waitingSince: null };
}
