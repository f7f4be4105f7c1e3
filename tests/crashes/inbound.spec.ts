import { expect } from 'chai';
import type { MailHouse } from '../mailHouse/mailHouse.js';
import { openMailHouse } from '../mailHouse/mailHouse.js';
import type { InboundReport } from '../proof/inbound/inbound.js';
import { receiveAll } from '../proof/inbound/inbound.js';
import { worldEnvironment } from '../proof/worldEnvironment.js';

const SEED = 20_251_127;
const SIZE = { people: 2, each: 3, texts: 6, orphans: 1 };
const LIMIT_MS = 400_000; // a limit for a hanging run, not a promise

/** A sample of `npm run proof`. It stands here, not with the functions, since it kills what these need. */
describe(`what comes in by every channel (seed ${SEED})`, function () {
  this.timeout(LIMIT_MS);
  let house: MailHouse;
  let report: InboundReport;
  before(async () => {
    house = await openMailHouse();
    const log = (): void => undefined;
    report = await receiveAll({ ...worldEnvironment(), house, seed: SEED, size: SIZE, log });
  });
  after(() => house.stop());

  it('stands once, in its conversation and its order, whatever is told again, late, never or to who dies', () => {
    expect(report.faults).to.deep.equal([]);
    expect(report).to.include({ letters: 48, lost: 0, doubled: 0, misplaced: 0, disordered: 0, stuck: 0 });
    expect(report.deaths).to.be.greaterThan(3);
  });

  it('and asks to be left alone is confirmed once', () => {
    expect(report.wrongAnswers).to.equal(0);
  });

  it('about a text that went out leads forward only, and to what is so', () => {
    expect(report).to.include({ falseStatus: 0, backwards: 0 });
  });
});
