import { expect } from 'chai';
import type { MailHouse } from '../mailHouse/mailHouse.js';
import { openMailHouse } from '../mailHouse/mailHouse.js';
import type { FullPractice } from '../proof/fullPractice.js';
import { ALL_CHANNELS, furnish } from '../proof/fullPractice.js';
import type { KillPoint, KillReport } from '../proof/killMatrix.js';
import { KILL_POINTS, OPEN_ENDED, runKillMatrix } from '../proof/killMatrix.js';
import { CHANNELS, foundPractice } from '../proof/practice.js';
import { deliverThrice } from '../proof/redelivery.js';
import { worldEnvironment } from '../proof/worldEnvironment.js';

const quiet = (): void => undefined;
const LIMIT_MS = 900_000; // a limit for a hanging run, not a promise

/** Elsewhere a mailbox and Google Voice are on the same way as the others; the one after a lease is the mailbox's own. */
const OF_ALL = new Set<KillPoint>([...OPEN_ENDED, 'after-render']);

/** A sample of `npm run proof`: every kill point once, on channels of each kind. */
describe('a sender that dies', function () {
  this.timeout(LIMIT_MS);
  let house: MailHouse;
  let practice: FullPractice;
  let report: KillReport;
  const isWanted = ({ point, channel }: { point: KillPoint; channel: string }): boolean =>
    OF_ALL.has(point) || CHANNELS.some((each) => each === channel);
  before(async () => {
    house = await openMailHouse();
    practice = await furnish(await foundPractice('Kill Sample'), house);
    report = await runKillMatrix({ ...worldEnvironment(), practice, repeats: 1, isWanted, log: quiet });
  });
  after(() => house.stop());

  for (const point of KILL_POINTS) {
    for (const channel of ALL_CHANNELS.filter((each) => isWanted({ point, channel: each }))) {
      it(`at ${point} on ${channel} loses nothing and sends nothing twice`, () => {
        const found = report.outcomes.find(
          ({ killing }) => killing.point === point && killing.channel === channel,
        );
        const isCutOff = point === 'during-send' && channel === 'imap'; // its sender is told, and nobody knows more
        expect(found?.outcome.accepted).to.be.within(isCutOff ? 0 : 1, 1);
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

  it('or an event that is delivered three times sends each of 50 messages once, eight wide', async () => {
    const again = await deliverThrice({ practice, count: 50, width: 8, log: quiet });
    expect(again).to.include({ lost: 0, stuck: 0, doubled: 0, falseStatus: 0, uncertain: 0 });
  });
});
