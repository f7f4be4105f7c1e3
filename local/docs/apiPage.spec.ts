import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { inRoot } from '../world/places.js';
import { API_PAGE, apiPage, deployedCallables } from './apiPage.js';
import { refusalsOf } from './refusalsOf.js';

/** What a form never sends; told by the field and what is allowed there. */
const BY_FIELD = new Set(['invalid-input', 'malformed-id', 'unknown-field']);

describe('docs/api.md', function () {
  this.timeout(30_000);

  it('says what the contracts and the source say; `npm run docs:api` writes it anew', async () => {
    expect(readFileSync(API_PAGE, 'utf8')).to.equal(await apiPage());
  });

  it('finds the refusals of a callable through what it calls', () => {
    const reasonsOf = (wanted: string): string[] => {
      const { file, name } = deployedCallables().find((each) => each.name === wanted)!;
      return refusalsOf(file, name).map(({ code, reason }) => `${code} ${reason}`);
    };
    const reasons = reasonsOf('acceptInvite');
    expect(reasons).to.include.members([
      'not-found invite-not-found', // in model/
      'permission-denied invite-other-address',
      'unauthenticated not-signed-in', // in platform/
      'failed-precondition policy-version-old', // beside it
    ]);
    expect(reasonsOf('saveContact')).to.include('invalid-argument phone-invalid'); // loaded lazily
    expect(reasons.join()).to.not.include('last-owner');
  });

  it('names no reason that a person would meet without words', () => {
    const words = readFileSync(inRoot('web/src/lib/refusalWords.ts'), 'utf8');
    const rows = readFileSync(API_PAGE, 'utf8').matchAll(/^\| `([a-z-]+)` +\| `[a-z-]+` +\| \d/gm);
    const reasons = [...rows].map(([, reason = '']) => reason).filter((reason) => !BY_FIELD.has(reason));
    expect(reasons).to.have.length.above(30);
    expect(reasons.filter((reason) => !new RegExp(`^  '?${reason}'?:`, 'm').test(words))).to.be.empty;
  });
});
