import { expect } from 'chai';
import { applyBalance } from './balance.js';

describe("a customer's balance", () => {
  const cases: [says: string, total: number, balance: number, due: number, after: number][] = [
    ['is left alone when there is none', 9_700, 0, 9_700, 0],
    ['pays a part of an invoice', 9_700, -2_000, 7_700, 0],
    ['pays an invoice and keeps the rest', 9_700, -20_000, 0, -10_300],
    ['pays an invoice exactly', 9_700, -9_700, 0, 0],
    ['takes up what a downgrade gives back', -5_000, 0, 0, -5_000],
    ['takes up more credit', -5_000, -1_000, 0, -6_000],
    ['is added to an invoice when it is owed', 9_700, 30, 9_730, 0],
    ['is paid down by what a downgrade gives back', -5_000, 30, 0, -4_970],
    ['is not asked for by an invoice of nothing', 0, 5_000, 0, 5_000],
    ['takes up what is too little to charge', 49, 0, 0, 49],
    ['lets the least that can be charged be charged', 50, 0, 50, 0],
  ];
  for (const [says, total, balance, due, after] of cases) {
    it(says, () => {
      expect(applyBalance(total, balance)).to.deep.equal({ dueCents: due, balanceCents: after });
    });
  }
});
