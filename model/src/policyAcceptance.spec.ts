import { expect } from 'chai';
import type { PolicyStep } from './policyAcceptance.js';
import { GOING_ON_AFTER_MS, hasGoneOn, isPolicyNews, planPolicyStep } from './policyAcceptance.js';

const [OLD, CURRENT] = ['2026-01-01', '2026-02-01'];
const NOW = Date.parse('2026-02-10T12:00:00Z');
const at = (ms: number) => ({ toMillis: () => ms });

const fresh = { acceptedPolicy: { version: OLD, at: at(0) } };
const seen = (agoMs: number, version = CURRENT) => ({
  ...fresh,
  seenPolicy: { version, at: at(NOW - agoMs) },
});
const accepted = { acceptedPolicy: { version: CURRENT, at: at(0) } };
const plan = (page: Parameters<typeof planPolicyStep>[0], step: PolicyStep, version = CURRENT) =>
  planPolicyStep(page, { version, step }, { current: CURRENT, nowMs: NOW });

describe('a new version of the policy [P18]', () => {
  it('is news to who accepted an earlier one, and to nobody else', () => {
    expect(isPolicyNews(fresh, CURRENT)).to.equal(true);
    expect(isPolicyNews(accepted, CURRENT)).to.equal(false);
    expect(isPolicyNews(accepted, OLD), 'a page that was loaded before').to.equal(false);
  });

  it('is recorded as seen once, which accepts nothing', () => {
    expect(plan(fresh, 'seen')).to.equal('seen');
    expect(plan(seen(0), 'seen')).to.equal(null);
    expect(plan(seen(0, OLD), 'seen')).to.equal('seen');
  });

  it('is accepted by the button, seen before or not', () => {
    expect(plan(fresh, 'accepted')).to.equal('accepted');
    expect(plan(seen(0), 'accepted')).to.equal('accepted');
  });

  it('is accepted by going on a day after it was seen, not a moment sooner', () => {
    expect(plan(seen(GOING_ON_AFTER_MS), 'went-on')).to.equal('accepted');
    for (const page of [fresh, seen(0), seen(GOING_ON_AFTER_MS - 1), seen(GOING_ON_AFTER_MS, OLD)]) {
      expect(hasGoneOn(page, CURRENT, NOW)).to.equal(false);
      expect(() => plan(page, 'went-on')).to.throw('policy-not-seen');
    }
  });

  it('is accepted once', () => {
    for (const step of ['seen', 'accepted', 'went-on'] as const) expect(plan(accepted, step)).to.equal(null);
  });

  it('cannot be accepted under the name of another', () => {
    for (const version of [OLD, '2027-01-01', '']) {
      expect(() => plan(fresh, 'accepted', version)).to.throw('policy-version-old');
    }
  });
});
