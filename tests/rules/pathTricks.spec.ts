import { expect } from 'chai';
import { doc, setDoc } from 'firebase/firestore';
import { ALPHA_CONTACT } from './actions.js';
import { noteDocument, textRequest } from './documents.js';
import { writeOf } from './wire.js';
import { allowed, as, denied, inFreshWorld, knock } from './world.js';

const OWNER = { uid: 'owner' };

/** Ids that are spelled to be taken for 'alpha' or for a path, or that no id may be. */
const TRICKS: Record<string, string> = {
  'a reserved name': '__x__',
  nothing: '',
  'this folder': '.',
  'the folder above': '..',
  'a way out and in again': '../beta',
  'a path': 'beta/contacts',
  'an encoded slash': 'beta%2Fcontacts',
  'another alphabet': 'alph\u0430',
  capitals: 'ALPHA',
  'a letter of no width': 'alpha\u200b',
  'a zero at the end': 'alpha\u0000',
  'a composed letter': 'alph\u0061\u0301',
  'a wildcard': '*',
  'a variable': '{org}',
  'a dollar and brackets': '$(request.auth.uid)',
  'the longest id': 'x'.repeat(1500),
  'an id that is too long': 'x'.repeat(1501),
};

/** Neither let through nor an error of the emulator's own. */
async function isShut(answer: Promise<{ status: string; words: string }>): Promise<void> {
  const { status, words } = await answer;
  expect(status, words).to.be.oneOf(['PERMISSION_DENIED', 'INVALID_ARGUMENT']);
}

const bodyOf = (name: string) => (root: string) => ({
  writes: [writeOf(`${root}/${name}`, { a: 'b' }, false)],
});

inFreshWorld('tricks with ids', () => {
  for (const [what, id] of Object.entries(TRICKS)) {
    it(`${what} as an organization’s id leads nowhere`, async () => {
      const org = encodeURIComponent(id);
      await isShut(knock(OWNER, `/orgs/${org}`));
      await isShut(knock(OWNER, `/orgs/${org}/contacts/cold`));
      await isShut(knock(OWNER, ':batchGet', (root) => ({ documents: [`${root}/orgs/${id}`] })));
      await isShut(knock(OWNER, ':commit', bodyOf(`orgs/${id}`)));
      await isShut(knock(OWNER, ':commit', bodyOf(`orgs/${id}/members/owner`)));
    });

    it(`${what} as a contact’s id makes no contact, and no note on one`, async () => {
      await isShut(knock(OWNER, ':commit', bodyOf(`orgs/alpha/contacts/${id}`)));
      const note = (root: string) => ({
        writes: [writeOf(`${root}/orgs/alpha/contacts/${id}/notes/new`, noteDocument('owner'), false)],
      });
      await isShut(knock(OWNER, ':commit', note));
    });
  }

  for (const id of ['ü', 'a.b', ' a', '*', 'x'.repeat(129), '🏡', '\u0000']) {
    it(`a member cannot choose ${JSON.stringify(id.slice(0, 8))} as the id of a message or a note`, async () => {
      await denied(setDoc(doc(as('agent'), `${ALPHA_CONTACT}/notes/${id}`), noteDocument('agent')));
      await denied(setDoc(doc(as('agent'), `${ALPHA_CONTACT}/messages/${id}`), textRequest('agent')));
    });
  }

  it('a member leaves a note under any id that the SDK makes', () =>
    allowed(setDoc(doc(as('agent'), `${ALPHA_CONTACT}/notes/newa0000000000000000`), noteDocument('agent'))));
});

inFreshWorld('tricks with tokens', () => {
  for (const uid of [
    ...['owner/x', 'owner/..', '../members/owner', 'x/../owner', 'owner/private/x', '..', '.', '__x__'],
    ...['*', '{uid}', 'owner\u200b', 'OWNER', '\u043ewner', '$(request.auth.uid)', 'x'.repeat(2000)],
  ]) {
    it(`a person called ${JSON.stringify(uid.slice(0, 20))} is not taken for an owner`, async () => {
      await isShut(knock({ uid }, '/orgs/alpha'));
      await isShut(knock({ uid }, `/${ALPHA_CONTACT}`));
      await isShut(knock({ uid }, '/users/owner'));
      await isShut(knock({ uid }, ':commit', bodyOf(`orgs/alpha/members/${uid}`)));
      await isShut(
        knock({ uid }, ':commit', (root) => ({
          writes: [writeOf(`${root}/${ALPHA_CONTACT}/notes/new`, noteDocument(uid), false)],
        })),
      );
    });
  }

  for (const claims of [
    { role: 'owner', sees: 'everything' },
    { admin: true, owner: true, staff: true },
    { orgs: { alpha: { role: 'owner' } }, org: 'alpha', orgId: 'alpha', tenant: 'alpha' },
    { email: 'owner@example.test', email_verified: true },
    { email: 'invited@example.test', email_verified: true },
    { uid: 'owner', data: { role: 'owner' } },
    {
      firebase: {
        tenant: 'alpha',
        sign_in_provider: 'custom',
        identities: { email: ['owner@example.test'] },
      },
    },
  ]) {
    it(`a stranger’s token that says ${JSON.stringify(claims)} opens nothing`, async () => {
      const token = { uid: 'stranger', claims };
      for (const path of [
        'orgs/alpha',
        ALPHA_CONTACT,
        'orgs/alpha/members/owner',
        'orgs/alpha/invites/open',
      ]) {
        const { status, words } = await knock(token, `/${path}`);
        expect(`${status} ${words}`).to.match(/^PERMISSION_DENIED .*false for 'get'/);
      }
      await isShut(knock(token, ':commit', bodyOf('orgs/alpha/members/stranger')));
    });
  }
});

inFreshWorld('tricks with requests', () => {
  const everywhere = [{ collectionId: 'contacts', allDescendants: true }];

  for (const [what, url, body] of [
    ['list the collections of an organization', '/orgs/alpha:listCollectionIds', {}],
    ['list documents that are missing', '/orgs/alpha/contacts?pageSize=10&showMissing=true', undefined],
    ['list a page that is too long', '/orgs/alpha/contacts?pageSize=101', undefined],
    [
      'ask below an organization for any collection',
      '/orgs/alpha:runQuery',
      { from: [{ allDescendants: true }] },
    ],
    ['ask below an organization for every depth', '/orgs/alpha:runQuery', { from: everywhere }],
    ['ask everywhere', ':runQuery', { from: everywhere }],
    ['ask without the fields', '/orgs/beta:runQuery', { from: [{ collectionId: 'contacts' }], select: {} }],
  ] as const) {
    it(`an owner cannot ${what}`, async () => {
      const query = body && 'from' in body ? { structuredQuery: { ...body, limit: 1 } } : body;
      const { status, words } = await knock(OWNER, url, query && (() => query));
      expect(status, words).to.equal('PERMISSION_DENIED');
    });
  }

  it('one document of another organization spoils the reading of many', async () => {
    const paths = ['orgs/alpha', ALPHA_CONTACT, 'orgs/beta/contacts/cold'];
    const read = (some: string[]) =>
      knock(OWNER, ':batchGet', (root) => ({ documents: some.map((path) => `${root}/${path}`) }));
    expect((await read(paths.slice(0, 2))).status).to.equal('OK');
    expect((await read(paths)).words).to.match(/false for 'get'/);
  });
});
