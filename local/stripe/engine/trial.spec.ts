import { expect } from 'chai';
import type Stripe from 'stripe';
import { DAY, HOUR } from './calendar.js';
import { currentPeriod } from './lifecycle.js';
import { seconds, TestAccount } from './testAccount.js';

const BEGIN = seconds('2026-03-01T09:00:00');
const TRIAL_END = BEGIN + 14 * DAY;

function withTrial(missing: 'cancel' | 'create_invoice' | 'pause'): { stage: TestAccount; id: string } {
  const stage = new TestAccount(BEGIN);
  const trialSettings: Stripe.Subscription.TrialSettings = {
    end_behavior: { billing_cycle_anchor: null, missing_payment_method: missing },
  };
  const id = stage.start('growth', { trialEnd: TRIAL_END, trialSettings });
  return { stage, id };
}

describe('a trial', () => {
  it('begins with an invoice of nothing, paid', () => {
    const { stage, id } = withTrial('pause');
    const [invoice] = stage.invoices(id);
    expect(stage.subscription(id)).to.include({ status: 'trialing', latest_invoice: invoice?.id });
    expect(invoice).to.include({ status: 'paid', total: 0, billing_reason: 'subscription_create' });
    expect(currentPeriod(stage.subscription(id))).to.deep.equal({ start: BEGIN, end: TRIAL_END });
  });

  it('is announced three days before its end, once', () => {
    const { stage } = withTrial('pause');
    stage.told();
    stage.until(TRIAL_END - 3 * DAY - 1);
    expect(stage.told()).to.deep.equal([]);
    stage.until(TRIAL_END - 3 * DAY);
    expect(stage.told()).to.deep.equal(['customer.subscription.trial_will_end']);
    stage.until(TRIAL_END - 1);
    expect(stage.told()).to.deep.equal([]);
  });

  it('of less than three days is announced at once', () => {
    const stage = new TestAccount(BEGIN);
    stage.start('growth', { trialEnd: BEGIN + 2 * DAY });
    expect(stage.told()).to.include('customer.subscription.trial_will_end');
  });

  it('with a card ends in a first period that begins that second, paid an hour later', () => {
    const { stage, id } = withTrial('pause');
    stage.card('4242');
    stage.told();
    stage.until(TRIAL_END);
    expect(stage.subscription(id)).to.include({ status: 'active', billing_cycle_anchor: TRIAL_END });
    expect(currentPeriod(stage.subscription(id))).to.deep.equal({
      start: TRIAL_END,
      end: seconds('2026-04-15T09:00:00'),
    });
    expect(stage.invoices(id).at(-1)).to.include({ status: 'draft', total: 19_700 });
    stage.until(TRIAL_END + HOUR);
    const invoice = stage.invoices(id).at(-1);
    expect(invoice).to.include({
      status: 'paid',
      amount_paid: 19_700,
      period_start: BEGIN,
      period_end: TRIAL_END,
    });
    expect(stage.told()).to.deep.equal([
      'customer.subscription.trial_will_end',
      'invoice.created',
      'customer.subscription.updated',
      'invoice.finalized',
      'invoice.paid',
      'invoice.payment_succeeded',
    ]);
  });

  it('with a card that fails ends past due', () => {
    const { stage, id } = withTrial('pause');
    stage.card('0341');
    stage.until(TRIAL_END + HOUR);
    expect(stage.subscription(id).status).to.equal('past_due');
    expect(stage.invoices(id).at(-1)).to.include({
      status: 'open',
      attempt_count: 1,
      next_payment_attempt: TRIAL_END + HOUR + DAY,
    });
  });

  it('without a card pauses, and makes no invoice however long it lasts', () => {
    const { stage, id } = withTrial('pause');
    stage.told();
    stage.until(TRIAL_END + 90 * DAY);
    expect(stage.subscription(id).status).to.equal('paused');
    expect(stage.invoices(id)).to.have.length(1);
    expect(stage.told()).to.deep.equal([
      'customer.subscription.trial_will_end',
      'customer.subscription.updated',
      'customer.subscription.paused',
    ]);
  });

  it('without a card is canceled where that was chosen', () => {
    const { stage, id } = withTrial('cancel');
    stage.until(TRIAL_END);
    expect(stage.subscription(id)).to.include({ status: 'canceled', ended_at: TRIAL_END });
    expect(stage.told().at(-1)).to.equal('customer.subscription.deleted');
  });

  it('without a card is invoiced where that was chosen, and past due', () => {
    const { stage, id } = withTrial('create_invoice');
    stage.until(TRIAL_END + HOUR);
    expect(stage.subscription(id).status).to.equal('past_due');
    expect(stage.invoices(id).at(-1)).to.include({ status: 'open', amount_due: 19_700, attempted: true });
  });
});
