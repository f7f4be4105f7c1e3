import { expect } from 'chai';
import { settingsOf } from '../account.js';
import { DAY, HOUR } from './calendar.js';
import { changeSubscription } from './change.js';
import { finalizeInvoice } from './invoicing.js';
import { cancelingAtPeriodEnd, currentPeriod } from './lifecycle.js';
import { attemptPayment } from './payment.js';
import { seconds, TestAccount } from './testAccount.js';

const BEGIN = seconds('2026-01-31T09:00:00');
const FEBRUARY = seconds('2026-02-28T09:00:00');
const MARCH = seconds('2026-03-31T09:00:00');
const FAILED = FEBRUARY + HOUR;

function subscribed(): { stage: TestAccount; id: string } {
  const stage = new TestAccount(BEGIN);
  stage.card('4242');
  return { stage, id: stage.start('growth') };
}

describe('a subscription', () => {
  it('is paid when it begins', () => {
    const { stage, id } = subscribed();
    expect(stage.subscription(id).status).to.equal('active');
    expect(stage.invoices(id)).to.have.length(1);
    expect(stage.invoices(id)[0]).to.include({ status: 'paid', amount_paid: 19_700, number: 'CUS_1-0001' });
  });

  it('renews each month on its day, at the end of a month that lacks it', () => {
    const { stage, id } = subscribed();
    stage.until(MARCH + HOUR);
    const [, second, third] = stage.invoices(id);
    expect([second?.created, third?.created]).to.deep.equal([FEBRUARY, MARCH]);
    expect([second?.status, third?.status]).to.deep.equal(['paid', 'paid']);
    expect(second?.lines.data[0]?.period).to.deep.equal({ start: FEBRUARY, end: MARCH });
    expect(currentPeriod(stage.subscription(id)).end).to.equal(seconds('2026-04-30T09:00:00'));
  });

  it('that is to end with its period ends then, without another invoice', () => {
    const { stage, id } = subscribed();
    changeSubscription(
      stage.account,
      cancelingAtPeriodEnd(stage.subscription(id), true, BEGIN + DAY),
      BEGIN + DAY,
    );
    expect(stage.subscription(id)).to.include({
      status: 'active',
      cancel_at: FEBRUARY,
      canceled_at: BEGIN + DAY,
    });
    stage.until(FEBRUARY - 1);
    expect(stage.subscription(id).status).to.equal('active');
    stage.until(FEBRUARY);
    expect(stage.subscription(id)).to.include({
      status: 'canceled',
      ended_at: FEBRUARY,
      canceled_at: BEGIN + DAY,
    });
    expect(stage.invoices(id)).to.have.length(1);
    expect(stage.told().at(-1)).to.equal('customer.subscription.deleted');
  });

  it('goes on when the end is taken back', () => {
    const { stage, id } = subscribed();
    for (const isWanted of [true, false]) {
      changeSubscription(stage.account, cancelingAtPeriodEnd(stage.subscription(id), isWanted, BEGIN), BEGIN);
    }
    expect(stage.subscription(id)).to.include({
      cancel_at: null,
      canceled_at: null,
      cancel_at_period_end: false,
    });
    stage.until(FEBRUARY + HOUR);
    expect(stage.subscription(id).status).to.equal('active');
  });

  it('uses a credit for the next invoices until it is gone', () => {
    const { stage, id } = subscribed();
    stage.putCustomer({ balance: -30_000 });
    stage.until(FEBRUARY + HOUR);
    expect(stage.invoices(id)[1]).to.include({
      amount_due: 0,
      starting_balance: -30_000,
      ending_balance: -10_300,
    });
    stage.until(MARCH + HOUR);
    expect(stage.invoices(id)[2]).to.include({
      amount_paid: 9_400,
      starting_balance: -10_300,
      ending_balance: 0,
    });
    expect(stage.customer.balance).to.equal(0);
  });

  it('whose collection is paused goes on, and its invoices are void', () => {
    const { stage, id } = subscribed();
    const paused = {
      ...stage.subscription(id),
      pause_collection: { behavior: 'void', resumes_at: MARCH - DAY },
    };
    changeSubscription(stage.account, paused, BEGIN);
    stage.until(MARCH + HOUR);
    expect(stage.invoices(id).map(({ status }) => status)).to.deep.equal(['paid', 'void', 'paid']);
    expect(stage.subscription(id)).to.include({ status: 'active', pause_collection: null });
  });
});

describe('a renewal that is not paid', () => {
  const failed = (): { stage: TestAccount; id: string } => {
    const { stage, id } = subscribed();
    stage.card('0341');
    stage.until(FAILED);
    return { stage, id };
  };

  it('makes the subscription past due, and is tried again on its days', () => {
    const { stage, id } = failed();
    const counts = [0, 1, 3, 5].map((days) => {
      stage.until(FAILED + days * DAY);
      return [stage.subscription(id).status, stage.invoices(id)[1]?.attempt_count];
    });
    expect(counts).to.deep.equal([
      ['past_due', 1],
      ['past_due', 2],
      ['past_due', 3],
      ['past_due', 4],
    ]);
    expect(stage.invoices(id)[1]?.next_payment_attempt).to.equal(null);
  });

  it('is paid by a retry with a better card', () => {
    const { stage, id } = failed();
    stage.card('4242');
    stage.until(FAILED + DAY);
    expect(stage.subscription(id).status).to.equal('active');
    expect(stage.invoices(id)[1]).to.include({
      status: 'paid',
      attempt_count: 2,
      next_payment_attempt: null,
    });
  });

  it('leaves the subscription unpaid after seven days, its invoice open', () => {
    const { stage, id } = failed();
    stage.until(FAILED + 7 * DAY - 1);
    expect(stage.subscription(id).status).to.equal('past_due');
    stage.until(FAILED + 7 * DAY);
    expect(stage.subscription(id).status).to.equal('unpaid');
    expect(stage.invoices(id)[1]).to.include({ status: 'open', auto_advance: false });
  });

  it('ends the subscription after seven days where the account says so', () => {
    const { stage, id } = failed();
    stage.account.store.put('settings', { ...settingsOf(stage.account), afterRetries: 'canceled' });
    stage.until(FAILED + 7 * DAY);
    expect(stage.subscription(id).status).to.equal('canceled');
    expect(stage.subscription(id).cancellation_details?.reason).to.equal('payment_failed');
  });

  it('once unpaid makes drafts that nobody charges', () => {
    const { stage, id } = failed();
    stage.until(MARCH + 10 * DAY);
    expect(stage.subscription(id).status).to.equal('unpaid');
    expect(stage.invoices(id)[2]).to.include({ status: 'draft', auto_advance: false });
  });

  it('opens the subscription again when the newest invoice is paid', () => {
    const { stage, id } = failed();
    stage.until(FAILED + 8 * DAY);
    stage.card('4242');
    attemptPayment(stage.account, stage.invoices(id)[1]!.id, { at: stage.now });
    expect(stage.subscription(id).status).to.equal('active');
  });

  it('does not open the subscription when only an older invoice is paid', () => {
    const { stage, id } = failed();
    stage.until(MARCH + HOUR);
    const [, older, newest] = stage.invoices(id);
    finalizeInvoice(stage.account, newest!.id, stage.now);
    stage.card('4242');
    attemptPayment(stage.account, older!.id, { at: stage.now });
    expect(stage.subscription(id).status).to.equal('unpaid');
    attemptPayment(stage.account, newest!.id, { at: stage.now });
    expect(stage.subscription(id).status).to.equal('active');
  });

  it('asks for an action where the bank wants a confirmation', () => {
    const { stage, id } = subscribed();
    stage.card('3184');
    stage.told();
    stage.until(FAILED);
    expect(stage.told().slice(-3)).to.deep.equal([
      'invoice.payment_action_required',
      'invoice.payment_failed',
      'customer.subscription.updated',
    ]);
    attemptPayment(stage.account, stage.invoices(id)[1]!.id, { at: stage.now, isConfirmed: true });
    expect(stage.subscription(id).status).to.equal('active');
  });
});

describe('a first payment that fails', () => {
  it('leaves the subscription incomplete for 23 hours', () => {
    const stage = new TestAccount(BEGIN);
    stage.card('0341');
    const id = stage.start('growth');
    expect(stage.subscription(id).status).to.equal('incomplete');
    expect(stage.invoices(id)[0]).to.include({ status: 'open', next_payment_attempt: null });
    stage.until(BEGIN + 23 * HOUR - 1);
    expect(stage.subscription(id).status).to.equal('incomplete');
    stage.until(BEGIN + 23 * HOUR);
    expect(stage.subscription(id).status).to.equal('incomplete_expired');
    expect(stage.invoices(id)[0]?.status).to.equal('void');
  });

  it('is made good by paying the invoice', () => {
    const stage = new TestAccount(BEGIN);
    stage.card('0341');
    const id = stage.start('growth');
    stage.card('4242');
    attemptPayment(stage.account, stage.invoices(id)[0]!.id, { at: stage.now });
    expect(stage.subscription(id).status).to.equal('active');
  });
});
