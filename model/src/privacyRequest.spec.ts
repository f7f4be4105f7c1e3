import { expect } from 'chai';
import { answerDueAtMs, newAsk, receiptExpireAtMs } from './privacyRequest.js';

const DAY_MS = 86_400_000;

describe('the clock of a request', () => {
  it('gives 30 days, and 45 under California’s law', () => {
    expect(answerDueAtMs('general', 7)).to.equal(7 + 30 * DAY_MS);
    expect(answerDueAtMs('california', 7)).to.equal(7 + 45 * DAY_MS);
  });

  it('keeps a receipt for 24 months', () => expect(receiptExpireAtMs(0)).to.equal(730 * DAY_MS));

  it('begins open, with nothing answered', () => {
    const asked = newAsk({ kind: 'access', law: 'general', note: '' }, { subjectUid: 'u', contactId: null });
    expect(asked).to.include({ state: 'open', answer: '', doneAt: null });
  });
});
