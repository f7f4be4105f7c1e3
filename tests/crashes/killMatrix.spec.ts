import { expect } from 'chai';
import { KILL_POINTS, runKillMatrix, type KillReport } from '../proof/killMatrix.js';
import { CHANNELS, foundPractice, type Practice } from '../proof/practice.js';
import { deliverThrice } from '../proof/redelivery.js';
import { worldEnvironment } from '../proof/worldEnvironment.js';

const quiet = (): void => undefined;
const LIMIT_MS = 400_000; // a limit for a hanging run, not a promise

/** A sample of `npm run proof`: every kill point once on each channel. */
describe('a sender that dies', function () {
  this.timeout(LIMIT_MS);
  let report: KillReport;
  before(async () => {
    const practice = await foundPractice('Kill Sample');
    report = await runKillMatrix({ ...worldEnvironment(), practice, repeats: 1, log: quiet });
  });

  for (const point of KILL_POINTS) {
    for (const channel of CHANNELS) {
      it(`at ${point} on ${channel} loses nothing and sends nothing twice`, () => {
        const found = report.outcomes.find(
          ({ killing }) => killing.point === point && killing.channel === channel,
        );
        expect(found?.outcome.accepted).to.equal(1);
        expect(found?.outcome.state).to.be.oneOf(['sent', 'delivered', 'uncertain']);
      });
    }
  }

  it('leaves no message stuck, and none under a false state', () => {
    expect(report).to.include({ lost: 0, stuck: 0, doubled: 0, falseStatus: 0 });
  });

  it('leaves a message uncertain only where the provider may have accepted it', () => {
    expect(report.needlesslyUncertain).to.equal(0);
  });
});

describe('an event that is delivered three times', function () {
  this.timeout(LIMIT_MS);
  let practice: Practice;
  before(async () => {
    practice = await foundPractice('Redelivery Sample');
  });

  it('sends each of 100 messages once, eight wide', async () => {
    const report = await deliverThrice({ practice, count: 100, width: 8, log: quiet });
    expect(report).to.include({ lost: 0, stuck: 0, doubled: 0, falseStatus: 0, uncertain: 0 });
  });
});
