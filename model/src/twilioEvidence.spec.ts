import { expect } from 'chai';
import type { Rivals, TwilioListed } from './twilioEvidence.js';
import { twilioCandidates, twilioEvidence } from './twilioEvidence.js';

const SINCE = 1_000_000;
const ALONE: Rivals = { taken: [], open: 0 };
const listed = (sid: string, fields: Partial<TwilioListed> = {}): TwilioListed => ({
  sid,
  body: 'Does Tuesday suit you?',
  createdAtMs: SINCE + 5_000,
  ...fields,
});
const sought = { body: 'Does Tuesday suit you?', sinceMs: SINCE, previousProviderId: null };
const found = (list: TwilioListed[], rivals = ALONE, more: Partial<typeof sought> = {}) =>
  twilioEvidence(twilioCandidates(list, { ...sought, ...more }), rivals);

describe('whether Twilio has a message', () => {
  it('that it lists with the same words, it has', () => {
    expect(found([listed('SM1')])).to.deep.equal({ state: 'accepted', providerId: 'SM1' });
  });

  it('that it does not list, it has not', () => {
    expect(found([])).to.deep.equal({ state: 'absent' });
    expect(found([listed('SM1', { body: 'Does Wednesday suit you?' })])).to.deep.equal({ state: 'absent' });
  });

  it('is told through the line of a trial account, and through plain quotation marks', () => {
    const body = 'Sent from your Twilio trial account - Does "Tuesday" suit you?';
    expect(found([listed('SM1', { body })], ALONE, { body: 'Does “Tuesday” suit you?' }).state).to.equal(
      'accepted',
    );
  });

  it('is told of a text of signs only by the same signs', () => {
    const list = [listed('SM1'), listed('SM2', { body: '👍' })];
    expect(found(list, ALONE, { body: '👍' })).to.deep.equal({ state: 'accepted', providerId: 'SM2' });
  });

  it('is not told by one of before it was asked for', () => {
    expect(found([listed('SM1', { createdAtMs: SINCE - 120_000 })]).state).to.equal('absent');
  });

  it('is told by one of a clock that is half a minute slow', () => {
    expect(found([listed('SM1', { createdAtMs: SINCE - 30_000 })]).state).to.equal('accepted');
  });

  it('is not told by the one that failed before a person sent it again', () => {
    expect(found([listed('SM1')], ALONE, { previousProviderId: 'SM1' as never }).state).to.equal('absent');
  });

  it('is not told by the same words of another message of ours', () => {
    expect(found([listed('SM1')], { taken: ['SM1'], open: 0 }).state).to.equal('absent');
    expect(found([listed('SM1'), listed('SM2')], { taken: ['SM1'], open: 0 })).to.deep.equal({
      state: 'accepted',
      providerId: 'SM2',
    });
  });

  it('cannot be told while another one with the same words is open', () => {
    expect(found([listed('SM1')], { taken: [], open: 1 }).state).to.equal('unknown');
    expect(found([], { taken: [], open: 1 }).state).to.equal('absent');
  });

  it('cannot be told of two, or where bodies are redacted', () => {
    expect(found([listed('SM1'), listed('SM2')]).state).to.equal('unknown');
    expect(found([listed('SM1', { body: '' })]).state).to.equal('unknown');
  });
});
