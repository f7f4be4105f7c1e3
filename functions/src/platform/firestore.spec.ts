import { expect } from 'chai';
import { wasInTheWay } from './firestore.js';

const EXPIRED = '3 INVALID_ARGUMENT: The referenced transaction has expired or is no longer valid.';
const CLOSED = '3 INVALID_ARGUMENT: Transaction is invalid or closed.';

describe('what is worth another turn', () => {
  const cases: [says: string, error: unknown, is: boolean][] = [
    ['a transaction that gave way', { code: 10, message: '10 ABORTED: Transaction lock timeout.' }, true],
    ['a database that is away', { code: 14, message: '14 UNAVAILABLE' }, true],
    ['a transaction that waited until it expired', { code: 3, message: EXPIRED }, true],
    ['one that the emulator closed meanwhile', { code: 3, message: CLOSED }, true],
    ['a query that is wrong is not', { code: 3, message: '3 INVALID_ARGUMENT: invalid filter' }, false],
    ['a refusal is not', { code: 'permission-denied', message: 'role-does-not-allow' }, false],
    ['nothing is not', undefined, false],
  ];
  for (const [says, error, is] of cases) {
    it(says, () => {
      expect(wasInTheWay(error)).to.equal(is);
    });
  }
});
