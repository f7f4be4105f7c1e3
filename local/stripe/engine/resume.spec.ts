import { expect } from 'chai';
import { DAY, HOUR } from './calendar.js';
import { currentPeriod } from './lifecycle.js';
import { attemptPayment } from './payment.js';
import { resumeSubscription } from './start.js';
import { seconds, TestAccount } from './testAccount.js';

const BEGIN = seconds('2026-03-01T09:00:00');
const RESUMED = BEGIN + 30 * DAY;

function paused(): { stage: TestAccount; id: string } {
  const stage = new TestAccount(BEGIN);
  const trialSettings = {
    end_behavior: { billing_cycle_anchor: null, missing_payment_method: 'pause' as const },
  };
  const id = stage.start('growth', { trialEnd: BEGIN + 3 * DAY, trialSettings });
  stage.until(RESUMED);
  stage.told();
  return { stage, id };
}

describe('a paused subscription that is resumed', () => {
  it('begins a period now and is charged at once where that was asked for', () => {
    const { stage, id } = paused();
    stage.card('4242');
    resumeSubscription(stage.account, stage.subscription(id), true, stage.now);
    expect(stage.subscription(id)).to.include({ status: 'active', billing_cycle_anchor: RESUMED });
    expect(currentPeriod(stage.subscription(id))).to.deep.equal({
      start: RESUMED,
      end: seconds('2026-04-30T09:00:00'),
    });
    expect(stage.told()).to.include('customer.subscription.resumed');
  });

  it('stays paused while the charge fails, which is tried again', () => {
    const { stage, id } = paused();
    stage.card('0341');
    resumeSubscription(stage.account, stage.subscription(id), true, stage.now);
    expect(stage.subscription(id).status).to.equal('paused');
    stage.card('4242');
    stage.until(RESUMED + DAY);
    expect(stage.subscription(id).status).to.equal('active');
  });

  it('waits for a payment by default, and becomes active with it', () => {
    const { stage, id } = paused();
    stage.card('4242');
    resumeSubscription(stage.account, stage.subscription(id), false, stage.now);
    expect(stage.subscription(id).status).to.equal('paused');
    attemptPayment(stage.account, stage.invoices(id).at(-1)!.id, { at: stage.now });
    expect(stage.subscription(id).status).to.equal('active');
  });

  it('is past due when that payment fails', () => {
    const { stage, id } = paused();
    stage.card('0341');
    resumeSubscription(stage.account, stage.subscription(id), false, stage.now);
    attemptPayment(stage.account, stage.invoices(id).at(-1)!.id, { at: stage.now });
    expect(stage.subscription(id).status).to.equal('past_due');
  });

  it('stays paused when nobody pays for 23 hours, and the invoice is void', () => {
    const { stage, id } = paused();
    resumeSubscription(stage.account, stage.subscription(id), false, stage.now);
    stage.until(RESUMED + 23 * HOUR);
    expect(stage.subscription(id).status).to.equal('paused');
    expect(stage.invoices(id).at(-1)?.status).to.equal('void');
  });
});
