import { PROMISE_IDS } from '@leadpulse/policy/clause';
import type { RegisteredPromise } from '@leadpulse/policy/register';
import { REGISTER } from '@leadpulse/policy/register';
import { CURRENT_POLICY } from '@leadpulse/policy/versions';
import { expect } from 'chai';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../../local/world/places.js';
import { tagsIn } from '../promises.js';
import type { Ground } from './gaps.js';
import { gapsOf } from './gaps.js';

const ROUTES_FILE = readFileSync(inRoot('web/src/routes.tsx'), 'utf8');
const routesIn = (list: string): string[] => {
  const [, after = ''] = ROUTES_FILE.split(`export const ${list}: Screen[] = [`);
  return [...(after.split('\n];')[0] ?? '').matchAll(/path: '([^']+)'/g)].map(([, path = '']) => path);
};
const ROUTES = [
  ...routesIn('publicScreens'),
  ...routesIn('personScreens'),
  ...routesIn('orgScreens').map((path) => `/o/:orgId/${path}`),
];
const PLACES = [
  ...['versions', ...CURRENT_POLICY.clauses.map(({ id }) => id)].map((id) => `/privacy#${id}`),
  '/privacy/processors#authorities',
];

const NONE = 'P21';
const ROOMS = ['model/src', 'policy/src', 'functions/src', 'web/src', 'local', 'tests'];

/** The tags of all specs. Only quoted titles are read: a tag in a comment keeps nothing. */
function tagsOfSpecs(): Set<string> {
  const files = ROOMS.flatMap((room) =>
    readdirSync(inRoot(room), { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
  );
  const titles = files
    .filter((file) => /\.spec\.tsx?$/.test(file) && !file.includes('node_modules'))
    .flatMap((file) => readFileSync(inRoot(file), 'utf8').match(/(['`"]).*\[P\d+\].*\1/g) ?? []);
  return new Set(titles.flatMap(tagsIn));
}

const GROUND: Ground = {
  hasFile: (path) => existsSync(inRoot(path)),
  routes: ROUTES,
  places: PLACES,
  tags: tagsOfSpecs(),
};

describe('the register of promises', () => {
  it('names each promise once, in the policy’s order', () => {
    expect(REGISTER.map(({ id }) => id)).to.deep.equal([...PROMISE_IDS]);
  });

  it('gives each a clause, a control, a screen and a tagged test, all of which exist', () => {
    expect(gapsOf(REGISTER, GROUND)).to.deep.equal([]);
  });
});

describe('a gap in the register', () => {
  const whole: RegisteredPromise = {
    id: 'P1',
    promise: 'We ask for your name.',
    clauses: [{ id: 'name', title: 'Name' }],
    controls: [{ file: 'a.ts', does: 'asks' }],
    screens: [{ path: '/a', shows: 'it' }],
  };
  const ground: Ground = {
    ...{ hasFile: (path: string) => path === 'a.ts', routes: ['/a'], places: ['/privacy#name'] },
    tags: new Set(['P1']),
  };
  const gap = (change: Partial<RegisteredPromise>, more: Partial<Ground> = {}): string[] =>
    gapsOf([{ ...whole, ...change }], { ...ground, ...more });

  it('is not found where nothing is missing', () => {
    expect(gap({})).to.deep.equal([]);
    expect(gap({ screens: [{ path: '/privacy#name', shows: 'it' }] })).to.deep.equal([]);
  });

  for (const [what, found, expected] of [
    ['a promise that no clause states', gap({ clauses: [] }), 'P1: no clause of the policy states it'],
    ['a promise that nothing keeps', gap({ controls: [] }), 'P1: nothing keeps it'],
    ['a control that is not there', gap({ controls: [{ file: 'b.ts', does: '' }] }), 'P1: there is no b.ts'],
    [
      'a test that is called a control',
      gap({ controls: [{ file: 'a.spec.ts', does: '' }] }, { hasFile: () => true }),
      'P1: a.spec.ts is a test, no control',
    ],
    ['a promise without a screen', gap({ screens: [] }), 'P1: no screen shows it'],
    [
      'a screen that is not there',
      gap({ screens: [{ path: '/b', shows: '' }] }),
      'P1: there is no screen /b',
    ],
    [
      'a place that is not on its page',
      gap({ screens: [{ path: '/privacy#b', shows: '' }] }),
      'P1: there is no screen /privacy#b',
    ],
    ['a promise without a tagged test', gap({}, { tags: new Set() }), 'P1: no test is tagged with it'],
    [
      'a tag that is no promise',
      gap({}, { tags: new Set(['P1', NONE]) }),
      `[${NONE}] tags a test and is no promise`,
    ],
  ] as const) {
    it(`is ${what}`, () => expect(found).to.deep.equal([expected]));
  }
});
