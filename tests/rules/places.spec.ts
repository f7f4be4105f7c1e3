import { expect } from 'chai';
import { collectionOf, collectionsInFunctions, collectionsInRules } from './collections.js';
import type { Who } from './people.js';
import { attemptAt } from './attempts.js';
import { called, everybody, people, seatOf } from './people.js';
import type { Method, Place } from './places.js';
import { mayAt, METHODS, placesOf } from './places.js';
import { freshWorld, inFreshWorld, RULES, SAID_NO } from './world.js';

const places = placesOf(RULES);
const HIDDEN_LIST = /Property (assigneeUid|subjectUid) is undefined/; // the query does not ask for one's own only

/** Words of a test title. */
const VERBS: Record<Method, string> = {
  get: 'read',
  list: 'list',
  create: 'create',
  update: 'change',
  delete: 'delete',
};

/** How the rules refuse: by a condition, or because the query could reach what is not one's own. */
function wordsOfRefusal(who: Who, method: Method, { whole, own }: Place): RegExp {
  const isHidden = (whole && seatOf(who)) || (own && people[who].uid !== null);
  return method === 'list' && isHidden ? HIDDEN_LIST : SAID_NO;
}

inFreshWorld(
  'every collection [P11]',
  () => {
    for (const somewhere of places) {
      for (const method of METHODS) {
        const does = `${VERBS[method]} ${method === 'list' ? somewhere.many : somewhere.one}`;
        describe(does, () => {
          const answers = new Map<Who, Promise<string | undefined>>();
          const refused = everybody.filter((who) => !mayAt(who, method, somewhere));

          before('those who may not try all at once', async () => {
            await freshWorld();
            for (const who of refused) answers.set(who, attemptAt(who, method, somewhere));
            await Promise.allSettled(answers.values());
          });
          for (const who of everybody) {
            const granted = !refused.includes(who);
            it(`${called(who)} ${granted ? 'may' : 'cannot'} ${does}`, async () => {
              const words = await (granted ? attemptAt(who, method, somewhere) : answers.get(who)!);
              if (granted) expect(words).to.equal(undefined);
              else expect(words, 'the rules let it through').to.match(wordsOfRefusal(who, method, somewhere));
            });
          }
        });
      }
    }
  },
  'uncounted',
);

inFreshWorld(
  'every collection of another organization [P10]',
  () => {
    for (const somewhere of places.filter(({ path }) => path.includes('{org}'))) {
      for (const method of METHODS) {
        const does = `${VERBS[method]} ${method === 'list' ? somewhere.many : somewhere.one}`;
        it(`nobody may ${does} in 'beta', where a stranger is the owner`, async () => {
          const others = everybody.filter((who) => who !== 'stranger');
          const words = await Promise.all(others.map((who) => attemptAt(who, method, somewhere, 'beta')));
          for (const said of words) expect(said, 'the rules let it through').to.match(SAID_NO);
        });
      }
    }
  },
  'uncounted',
);

describe('the table of collections', () => {
  const known = new Set(places.map(({ path }) => collectionOf(path)));

  it('holds every collection that firestore.rules has a match for', () => {
    const matched = collectionsInRules(RULES);
    expect(matched).to.include.members(['users', 'users/consents', 'orgs/contacts/messages', 'orgs/invites']);
    expect([...known]).to.include.members(matched);
  });

  it('holds every collection that functions name', () => {
    const names = [...known].flatMap((collection) => collection.split('/'));
    expect(collectionsInFunctions()).to.include.members(['contacts', 'secrets', 'users', 'chains']);
    expect(names).to.include.members(collectionsInFunctions());
  });

  it('takes in a collection by itself, as one where nobody may do anything', () => {
    const rules = RULES.replace('match /invites/{invite}', 'match /drafts/{draft}');
    const drafts = placesOf(rules).filter(({ path }) => path === 'orgs/{org}/drafts/first');
    expect(drafts.map(({ grants }) => grants)).to.deep.equal([{}]);
  });
});
