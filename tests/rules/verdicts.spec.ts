import { expect } from 'chai';
import { attemptAt } from './attempts.js';
import './attacks.spec.js';
import './billing.spec.js';
import './contactWork.spec.js';
import './lastMessage.spec.js';
import './limits.spec.js';
import './notes.spec.js';
import { operations } from './operations.js';
import './orgSettings.spec.js';
import './ownSeat.spec.js';
import './ownPage.spec.js';
import './pathTricks.spec.js';
import type { Who } from './people.js';
import { people } from './people.js';
import { METHODS, placesOf } from './places.js';
import './privacyRequests.spec.js';
import './sendMessage.spec.js';
import './telemetry.spec.js';
import type { Expression } from './world.js';
import { as, freshWorld, inFreshWorld, ruleCoverage, RULES } from './world.js';

/** What cannot have two sides, and why. */
const ONE_SIDED: Record<string, string> = {
  false: 'nobody may',
};

/** The text of every condition with the verdicts it came to; expressions of another kind are left out. */
function* conditions(expressions: Expression[]): Generator<[place: string, verdicts: string[]]> {
  for (const { sourcePosition, values = [], children = [] } of expressions) {
    const { line, currentOffset, endOffset } = sourcePosition;
    const text = RULES.slice(currentOffset, endOffset + 1).replace(/\s+/g, ' ');
    const kinds = values.flatMap(({ value }) => Object.keys(value));
    const isCondition = kinds.every((kind) => kind === 'boolValue' || kind === 'undefined');
    if (isCondition && !(text in ONE_SIDED)) {
      yield [`line ${line}: ${text}`, values.map(({ value }) => String(value.boolValue))];
    }
    yield* conditions(children);
  }
}

inFreshWorld('the verdicts of the rules', () => {
  before('a few people try everything', async () => {
    await freshWorld();
    for (const who of ['viewer', 'narrowAgent', 'stranger', 'anonymous', 'admin'] satisfies Who[]) {
      const attempts = operations.map(({ attempt }) => attempt(as(who), 'alpha', people[who].uid));
      const tries = placesOf(RULES).flatMap((somewhere) =>
        METHODS.map((method) => attemptAt(who, method, somewhere, 'alpha')),
      );
      await Promise.allSettled([...attempts, ...tries]);
    }
  });

  it('every condition of firestore.rules was seen to hold and to fail', async function () {
    this.timeout(180_000); // the emulator's report names every expression of thousands of requests
    const seen = new Map<string, Set<string>>();
    for (const [place, verdicts] of conditions(await ruleCoverage())) {
      seen.set(place, new Set([...(seen.get(place) ?? []), ...verdicts]));
    }
    expect(seen.size).to.be.greaterThan(200);
    const open = [...seen].filter(([, verdicts]) => !(verdicts.has('true') && verdicts.has('false')));
    expect(open.map(([place, verdicts]) => `${place} came to ${[...verdicts].join()}`)).to.deep.equal([]);
  });
});
