import { expect } from 'chai';
import { trialWords } from './trialWords.js';

const access = { planId: null, currentPeriodEnd: null, cancelAtPeriodEnd: false };
const trial = (endsAt: number) => ({
  ...access,
  status: 'trialing' as const,
  trialEndsAt: { toMillis: () => endsAt },
});
const DAY = 86_400_000;

describe('the words about the trial', () => {
  it('count the days that are left, a begun one included', () => {
    expect(trialWords(trial(14 * DAY), 0)).to.match(/^14 days/);
    expect(trialWords(trial(14 * DAY + 45_000), 0)).to.match(/^14 days/);
    expect(trialWords(trial(13.2 * DAY), 0)).to.match(/^14 days/);
    expect(trialWords(trial(0.5 * DAY), 0)).to.match(/within a day/);
  });

  it('say that the trial is over, or the organization paused', () => {
    expect(trialWords(trial(0), 0)).to.match(/has ended/);
    expect(trialWords({ ...access, status: 'paused', trialEndsAt: null }, 0)).to.match(/paused/);
  });
});
