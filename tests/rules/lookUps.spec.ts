import { expect } from 'chai';
import { namedIn, namedSince } from '../bench/counting/rulesReads.js';
import { REQUESTED_ID } from './documents.js';
import { called, people, type Who } from './people.js';
import { ask, inFreshWorld, ruleCoverage } from './world.js';

const CONTACT = 'orgs/alpha/contacts/narrowAgents';

const list = (collectionId: string) => (who: Who) =>
  ask(who, `/${CONTACT}:runQuery`, () => ({ structuredQuery: { from: [{ collectionId }], limit: 30 } }));
const requests: [what: string, request: (who: Who) => Promise<unknown>][] = [
  ['the messages', list('messages')],
  ['the notes', list('notes')],
  ['one message', (who) => ask(who, `/${CONTACT}/messages/${REQUESTED_ID}`)],
];

/** What the rules had fetched to decide on one request: every document is billed as a read. */
async function fetchedFor(request: () => Promise<unknown>): Promise<string[]> {
  const before = namedIn(await ruleCoverage('readOften'));
  await request();
  const named = namedSince(before, namedIn(await ruleCoverage('readOften')));
  return named.map((path) => path.slice(path.indexOf('orgs/'))).sort();
}

inFreshWorld(
  'what the rules fetch to show a conversation',
  () => {
    for (const [what, request] of requests) {
      for (const who of ['owner', 'narrowAdmin', 'agent', 'viewer', 'removed', 'stranger'] satisfies Who[]) {
        it(`is the seat alone when ${called(who)} asks for ${what}`, async () => {
          const fetched = await fetchedFor(() => request(who));
          expect(fetched).to.deep.equal([`orgs/alpha/members/${people[who].uid}`]);
        });
      }

      it(`is the seat and the contact when ${called('narrowAgent')} asks for ${what}`, async () => {
        const fetched = await fetchedFor(() => request('narrowAgent'));
        expect(fetched).to.deep.equal([CONTACT, 'orgs/alpha/members/narrowAgent']);
      });
    }
  },
  'readOften',
);
