import { expect } from 'chai';
import { harborRealty } from './organizations.js';
import { ACCOUNTS } from './plan.js';

const now = new Date('2026-11-24T12:00:00Z');
const harbor = harborRealty(now);

describe('an account of the demo organization', () => {
  for (const { id } of [ACCOUNTS.number, ACCOUNTS.office]) {
    it(`${id} says when something last came in and went out, as its conversations do`, () => {
      const health = harbor.accounts.get(id)?.health;
      const messages = harbor.contacts.flatMap((planned) => [...planned.messages.values()]);
      const times = (direction: string) =>
        messages
          .filter((message) => message.accountId === id && message.direction === direction)
          .map(({ at }) => at.toMillis());
      expect(health?.lastInboundAt?.toMillis()).to.equal(Math.max(...times('in')));
      expect(health?.lastOutboundAt?.toMillis()).to.be.oneOf(times('out'));
      expect(health?.lastOutboundAt?.toMillis()).to.be.greaterThan(now.getTime() - 24 * 3_600_000);
    });
  }
});
