import { expect } from 'chai';
import { Listening } from './listening.js';
import { add, microDollars, NOTHING, ofAggregation, ofLookUp, ofQuery, ofWrites } from './operations.js';

describe('billed operations', () => {
  it('bill a write per update or transform and a delete per delete', () => {
    const writes = [{ update: {} }, { transform: {} }, { delete: 'a/b' }, { update: null, delete: 'a/c' }];
    expect(ofWrites(writes)).to.deep.equal({ reads: 0, writes: 2, deletes: 2 });
  });

  it('bill a look-up for missing documents too', () => {
    expect(ofLookUp([{ found: {} }, { missing: 'a/b' }, { found: null }]).reads).to.equal(2);
  });

  it('bill a query at least one read, and what an offset skips', () => {
    expect(ofQuery([{}]).reads).to.equal(1);
    expect(ofQuery([{ document: {} }, { document: {} }, { skippedResults: 5 }]).reads).to.equal(7);
  });

  it('bill an aggregation one read per 1,000 index entries', () => {
    const counted = (integerValue: string) => [{ result: { aggregateFields: { count: { integerValue } } } }];
    expect(ofAggregation(counted('0')).reads).to.equal(1);
    expect(ofAggregation(counted('1000')).reads).to.equal(1);
    expect(ofAggregation(counted('1001')).reads).to.equal(2);
  });

  it('weigh what the weights say', () => {
    const message = add({ ...NOTHING, reads: 2 }, { ...NOTHING, writes: 2 });
    expect(microDollars(message, 2)).to.be.closeTo(3.2, 1e-9);
  });
});

describe('a listener', () => {
  const change = (name: string, nanos: number) => ({
    documentChange: { document: { name, updateTime: { seconds: '1', nanos } }, targetIds: [2] },
  });
  const current = { targetChange: { targetChangeType: 'CURRENT', targetIds: [2] } };

  it('reads a document once for each new version', () => {
    const listening = new Listening();
    listening.request({ addTarget: { targetId: 2 } });
    const answers = [change('a', 1), change('a', 1), current, change('a', 2), change('b', 1)];
    expect(answers.map((answer) => listening.answer(answer).reads)).to.deep.equal([1, 0, 0, 1, 1]);
  });

  it('reads once when its result is empty', () => {
    const listening = new Listening();
    listening.request({ addTarget: { targetId: 2 } });
    expect([current, current].map((answer) => listening.answer(answer).reads)).to.deep.equal([1, 0]);
  });

  it('reads once when its document is missing', () => {
    const listening = new Listening();
    listening.request({ addTarget: { targetId: 2 } });
    const answers = [{ documentDelete: { document: 'a' } }, current];
    expect(answers.map((answer) => listening.answer(answer).reads)).to.deep.equal([1, 0]);
  });
});
