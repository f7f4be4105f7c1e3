import type { UserConsent } from '@leadpulse/model';
import { expect } from 'chai';
import { policyEvents } from './policyEvents.js';

const record = (what: UserConsent['what'], source: UserConsent['source'], ms: number): UserConsent => ({
  ...{ what, source, given: true, textVersion: '2026-11-26', at: { toMillis: () => ms } },
});

describe('the record of policy versions [P18]', () => {
  it('tells what was shown and how it was accepted, the latest first', () => {
    const events = policyEvents([
      record('privacy-policy', 'sign-up', 1),
      record('policy-notice', 'policy-notice', 2),
      record('privacy-policy', 'going-on', 3),
    ]);
    expect(events.map(({ words }) => words)).to.deep.equal([
      'Accepted by going on a day or more after the notice',
      'The notice was shown to you',
      'Accepted at sign-up',
    ]);
  });
});
