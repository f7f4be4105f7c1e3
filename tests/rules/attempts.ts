import type { Who } from './people.js';
import { orgOf, people } from './people.js';
import type { Method, Place } from './places.js';
import { newPathAt, pathAt } from './places.js';
import { writeOf } from './wire.js';
import { ask } from './world.js';

type Attempt = (who: Who, somewhere: Place, org: string) => Promise<string | undefined>;

const ANYTHING = { at: 'now' };

const attempts: Record<Method, Attempt> = {
  get: (who, somewhere, org) => ask(who, `/${pathAt(somewhere, org, who)}`),
  list: (who, somewhere, org) => {
    const folder = pathAt(somewhere, org, who).split('/').slice(0, -1);
    const structuredQuery = { from: [{ collectionId: folder.pop() }], limit: 100 };
    return ask(who, `${['', ...folder].join('/')}:runQuery`, () => ({ structuredQuery }));
  },
  create: (who, somewhere, org) => {
    const data = somewhere.create?.(people[who].uid) ?? ANYTHING;
    return commit(who, newPathAt(somewhere, org, who), (name) => writeOf(name, data, false));
  },
  update: (who, somewhere, org) => {
    const data = somewhere.update?.(people[who].uid) ?? ANYTHING;
    return commit(who, pathAt(somewhere, org, who), (name) => writeOf(name, data, true));
  },
  delete: (who, somewhere, org) => commit(who, pathAt(somewhere, org, who), (name) => ({ delete: name })),
};

function commit(who: Who, path: string, write: (name: string) => object): Promise<string | undefined> {
  return ask(who, ':commit', (root) => ({ writes: [write(`${root}/${path}`)] }));
}

/** Tries a method at a place: the words with which the rules refuse, or nothing. */
export function attemptAt(
  who: Who,
  method: Method,
  somewhere: Place,
  org: string = orgOf(who),
): Promise<string | undefined> {
  return attempts[method](who, somewhere, org);
}
