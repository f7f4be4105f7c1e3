import { expect } from 'chai';
import { inQueue, QUEUES } from './queues.js';

const moment = { toMillis: () => 1_000 };
const contact = (status: 'open' | 'snoozed' | 'closed', assigneeUid: string | null, waits: boolean) => ({
  inbox: { status },
  assigneeUid,
  waitingSince: waits ? moment : null,
});

describe('the queues of the inbox', () => {
  const cases: [string, ReturnType<typeof contact>, string[]][] = [
    ['mine and waiting', contact('open', 'me', true), ['mine', 'all', 'waiting']],
    ['mine and answered', contact('open', 'me', false), ['mine', 'all']],
    ['of a colleague', contact('open', 'bo', true), ['all', 'waiting']],
    ['of nobody', contact('open', null, false), ['unassigned', 'all']],
    ['snoozed, though it waits', contact('snoozed', 'me', true), ['snoozed']],
    ['closed, though it waits', contact('closed', null, true), ['closed']],
  ];
  for (const [title, given, expected] of cases) {
    it(`hold a contact that is ${title} in ${expected.join(', ')}`, () => {
      const queues = QUEUES.filter(({ id }) => inQueue(given, id, 'me')).map(({ id }) => id);
      expect(queues).to.deep.equal(expected);
    });
  }
});
