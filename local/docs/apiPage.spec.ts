import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { API_PAGE, apiPage, deployedCallables } from './apiPage.js';
import { refusalsOf } from './refusalsOf.js';

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
});
