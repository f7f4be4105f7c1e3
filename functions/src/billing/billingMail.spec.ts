import { emptyBilling } from '@leadpulse/model';
import { expect } from 'chai';
import { billingMail } from './billingMail.js';

const NOTHING = {
  trialEndsAtMs: null,
  currentPeriodEndMs: null,
  graceEndsAtMs: null,
  cancelAtPeriodEnd: false,
};

function pausedMail(planId: string | null): string {
  const page = emptyBilling({ status: 'paused', planId, ...NOTHING });
  const told = {
    to: 'olivia@team.test',
    orgId: 'o1',
    orgName: 'Quayside',
    timeZone: 'America/New_York',
    page,
  };
  return billingMail('paused', told).text;
}

describe('the mail that sending is paused [P7]', () => {
  before(() => {
    process.env.SITE_URL ??= 'http://leadpulse.test';
    process.env.MAIL_DOMAIN ??= 'mail.leadpulse.test';
  });

  it('asks for a plan where there is none', () => {
    expect(pausedMail(null))
      .to.match(/no paid plan now.*Choose a plan/su)
      .and.not.contain('invoice');
  });

  it('asks for the payment of the plan where it is overdue', () => {
    expect(pausedMail('growth')).to.match(/Growth plan of Quayside is overdue.*Pay the open invoice/su);
    expect(pausedMail('growth')).not.to.contain('Choose a plan');
  });
});
