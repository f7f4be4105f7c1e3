import { FEATURES } from '@leadpulse/model';
import { expect } from 'chai';
import { FEATURE_GROUPS, featureWords } from './featureWords.js';

describe('the words for what is counted', () => {
  it('name everything once, in a group', () => {
    const listed = FEATURE_GROUPS.flatMap(({ features }) => features);
    expect([...listed].sort()).to.deep.equal([...FEATURES].sort());
    expect(new Set(FEATURES.map(featureWords)).size).to.equal(FEATURES.length);
    for (const { features } of FEATURE_GROUPS) expect(features).not.to.be.empty;
  });
});
