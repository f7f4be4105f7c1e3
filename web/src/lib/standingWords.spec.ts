import type { AccessStatus, MonthlyUse, Org } from '@leadpulse/model';
import { ACCESS_STATUSES } from '@leadpulse/model';
import { expect } from 'chai';
import { daysLeft, planWords, standingWords } from './standingWords.js';
import { longDate } from './time.js';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-25T12:00:00Z');
const inDays = (days: number) => ({ toMillis: () => NOW + days * DAY });
const dateIn = (days: number): string => longDate(NOW + days * DAY);

function access(status: AccessStatus, more: Partial<Org['access']> = {}): Org['access'] {
  const none = { planId: null, trialEndsAt: null, currentPeriodEnd: null, cancelAtPeriodEnd: false };
  return { status, ...none, ...more };
}
const trial = (days: number, more = {}) => access('trialing', { trialEndsAt: inDays(days), ...more });
const growth = (status: AccessStatus, more: Partial<Org['access']> = {}) =>
  access(status, { planId: 'growth', currentPeriodEnd: inDays(30), ...more });
const use = (messages: MonthlyUse['messages'], month = '2026-11'): MonthlyUse => ({
  ...{ month, messages, contacts: 'within' },
});
const aboutOf = (of: Org['access'], monthlyUse: MonthlyUse | null = null) =>
  standingWords(of, monthlyUse, NOW)?.about ?? null;

describe('the words about the plan', () => {
  it('count the days of a trial that are left, a begun one included', () => {
    expect(daysLeft(NOW + 14 * DAY, NOW)).to.equal(14);
    expect(daysLeft(NOW + 14 * DAY + 45_000, NOW)).to.equal(14);
    expect(daysLeft(NOW + 13.2 * DAY, NOW)).to.equal(14);
    expect(daysLeft(NOW - DAY, NOW)).to.equal(0);
    expect(planWords(trial(9), NOW)).to.deep.equal({
      is: 'Free trial: 9 days left.',
      next: `On ${dateIn(9)} sending pauses unless a plan is chosen.`,
    });
    expect(planWords(trial(0.5), NOW).is).to.match(/ends within a day/);
    expect(planWords(trial(-1), NOW).is).to.match(/has ended/);
  });

  it('say what is paid and when the next payment is', () => {
    expect(planWords(growth('active'), NOW)).to.deep.equal({
      is: 'Growth, $197.00 a month.',
      next: `Renews on ${dateIn(30)}.`,
    });
    expect(planWords(trial(9, { planId: 'growth' }), NOW).next).to.equal(
      `The first payment of $197.00 is on ${dateIn(9)}.`,
    );
  });

  it('say until when a canceled plan works, and that nothing is charged', () => {
    expect(planWords(growth('active', { cancelAtPeriodEnd: true }), NOW).is).to.equal(
      `Growth is canceled and works until ${dateIn(30)}.`,
    );
    expect(planWords(trial(9, { planId: 'growth', cancelAtPeriodEnd: true }), NOW).next).to.match(
      /nothing is charged/,
    );
    expect(planWords(growth('canceled', { currentPeriodEnd: inDays(-2) }), NOW).is).to.equal(
      `Growth has ended on ${dateIn(-2)}.`,
    );
  });

  it('say which payment failed and when sending stops', () => {
    const words = planWords(growth('past_due', { graceEndsAt: inDays(5) }), NOW);
    expect(words.is).to.equal(`Growth, $197.00 a month. The payment of ${dateIn(-2)} failed.`);
    expect(words.next).to.match(new RegExp(`Sending stops on ${dateIn(5)}`));
    expect(planWords(growth('past_due', { graceEndsAt: inDays(-1) }), NOW).is).to.match(/overdue/);
  });

  it('tell a trial without a plan from a plan that was not paid', () => {
    expect(planWords(access('paused', { trialEndsAt: inDays(-3) }), NOW).is).to.match(/trial has ended/);
    expect(planWords(growth('paused'), NOW).is).to.match(/payment is overdue/);
  });

  it('have something to say of every state, and of a plan that the catalogue does not have', () => {
    for (const status of ACCESS_STATUSES) {
      for (const planId of [null, 'growth', 'of-long-ago']) {
        expect(planWords(access(status, { planId }), NOW).is).to.match(/^[A-Z].*\.$/);
      }
    }
  });
});

describe('the words on every screen', () => {
  it('are none while all is well', () => {
    expect(aboutOf(growth('active'))).to.equal(null);
    expect(aboutOf(trial(14))).to.equal(null);
    expect(aboutOf(growth('active', { cancelAtPeriodEnd: true }))).to.equal(null);
    expect(aboutOf(trial(2, { planId: 'growth' })), 'goes over into its plan').to.equal(null);
  });

  it('begin three days before an end', () => {
    expect(aboutOf(trial(3.5))).to.equal(null);
    expect(standingWords(trial(3), null, NOW)).to.include({ about: 'trial', way: 'choose' });
    const ending = growth('active', { cancelAtPeriodEnd: true, currentPeriodEnd: inDays(2) });
    expect(standingWords(ending, null, NOW)).to.include({ about: 'ending', way: 'keep' });
  });

  it('tell the most serious thing only: nothing goes out, then what will stop, then what is nearly used', () => {
    const overdue = growth('past_due', { graceEndsAt: inDays(5) });
    expect(aboutOf(access('paused'), use('full'))).to.equal('stopped');
    expect(aboutOf(overdue, use('full'))).to.equal('used-up');
    expect(aboutOf(overdue, use('near'))).to.equal('overdue');
    expect(aboutOf(trial(2), use('near'))).to.equal('trial');
    expect(aboutOf(growth('active'), use('near'))).to.equal('near');
  });

  it('forget last month’s use', () => {
    expect(aboutOf(growth('active'), use('full', '2026-10'))).to.equal(null);
    expect(standingWords(growth('active'), use('full'), NOW)?.words).to.contain('until December 1, 2026');
  });

  it('lead to what helps', () => {
    const wayOf = (of: Org['access']) => standingWords(of, null, NOW)?.way;
    expect(wayOf(access('paused'))).to.equal('choose');
    expect(wayOf(growth('canceled'))).to.equal('choose');
    expect(wayOf(growth('paused'))).to.equal('pay');
    expect(wayOf(growth('past_due', { graceEndsAt: inDays(-1) }))).to.equal('pay');
    expect(wayOf(trial(-1))).to.equal('choose');
    const largest = growth('active', { planId: 'scale' });
    expect(standingWords(growth('active'), use('full'), NOW)?.way).to.equal('choose-larger');
    expect(standingWords(largest, use('full'), NOW)?.way, 'of the largest plan').to.equal(null);
  });
});
