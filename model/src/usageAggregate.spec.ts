import { expect } from 'chai';
import type { Contribution } from './usageAggregate.js';
import { AGGREGATION, cellOf, planAggregate } from './usageAggregate.js';

const many = (count: number, uses: number): number[] => Array.from({ length: count }, () => uses);
const orgs = (count: number, one: Contribution): Contribution[] => Array.from({ length: count }, () => one);

describe('a cell of the sums over organizations [P8]', () => {
  it('is left out below ten organizations, and shown from ten on', () => {
    expect(cellOf(many(AGGREGATION.leastOrgs - 1, 7))).to.equal(null);
    expect(cellOf(many(AGGREGATION.leastOrgs, 7))).to.equal(70);
  });

  it('does not count an organization that did not use the feature', () => {
    expect(cellOf([...many(9, 7), ...many(50, 0)])).to.equal(null);
  });

  it('is a multiple of ten', () => {
    expect(cellOf([...many(10, 7), 4])).to.equal(70);
    expect(cellOf([...many(10, 7), 5])).to.equal(80);
  });

  it('tells two digits and no more', () => {
    expect(cellOf([...many(10, 99), 4])).to.equal(990);
    expect(cellOf([...many(10, 99), 60])).to.equal(1_100);
    expect(cellOf(many(77, 999))).to.equal(77_000);
  });

  it('is left out where one organization makes most of it', () => {
    expect(cellOf([...many(9, 1), 9])).to.equal(20);
    expect(cellOf([...many(9, 1), 10])).to.equal(null);
  });

  it('counts no more than a thousand uses of one organization', () => {
    for (const uses of [1_000, 1_000_000]) expect(cellOf([...many(10, 900), uses])).to.equal(10_000);
  });

  it('differs by a step or none when one small organization comes or goes', () => {
    const before = cellOf(many(12, 33)) ?? 0;
    for (const joined of [1, 2, 3, 4, 5]) {
      expect((cellOf([...many(12, 33), joined]) ?? 0) - before).to.be.oneOf([0, AGGREGATION.step]);
    }
  });
});

describe('the sums of a day [P8]', () => {
  it('hold each feature by itself, without a total and without a number of organizations', () => {
    const sums = planAggregate([
      ...orgs(10, { counts: { 'note.add': 3, 'inbox.open': 10 } }),
      ...orgs(4, { counts: { 'audit.export': 5, 'inbox.open': 10 } }),
    ]);
    expect(sums).to.deep.equal({ counts: { 'inbox.open': 140, 'note.add': 30 }, browsers: {} });
  });

  it('are empty where nobody counts', () => {
    expect(planAggregate([])).to.deep.equal({ counts: {}, browsers: {} });
    expect(planAggregate(orgs(20, {}))).to.deep.equal({ counts: {}, browsers: {} });
  });

  it('never leave out one browser alone', () => {
    const sums = planAggregate([
      ...orgs(30, { browsers: { chrome: 10 } }),
      ...orgs(12, { browsers: { firefox: 10 } }),
      ...orgs(3, { browsers: { edge: 10 } }),
    ]);
    expect(sums.browsers).to.deep.equal({ chrome: 300 });
  });

  it('show the others where two browsers are left out', () => {
    const sums = planAggregate([
      ...orgs(30, { browsers: { chrome: 10 } }),
      ...orgs(12, { browsers: { firefox: 10 } }),
      ...orgs(3, { browsers: { edge: 10, safari: 1 } }),
    ]);
    expect(sums.browsers).to.deep.equal({ chrome: 300, firefox: 120 });
  });
});
