import { expect } from 'chai';
import type { Visit } from './extraReads.js';
import { extraReads } from './extraReads.js';

const visits: Visit[] = [
  { operation: 'open a thread', named: ['orgs/o/members/u'] },
  { operation: 'open a thread', named: ['orgs/o/members/u', 'orgs/o/contacts/c'] },
  {
    operation: 'send',
    named: [
      'orgs/o',
      'orgs/o/members/u',
      'orgs/o/accounts/a',
      'orgs/o/contacts/c',
      'orgs/o/contacts/c/messages/m',
    ],
  },
];

describe('the extra reads of an operation', () => {
  it('are those of its most costly request, with and without the seats, and what the seats add', () => {
    expect(extraReads(visits, 'open a thread')).to.deep.equal({ all: 2, withoutSeats: 1, bySeats: 1 });
  });

  it('leave out what a sent message writes itself', () => {
    expect(extraReads(visits, 'send')).to.deep.equal({ all: 3, withoutSeats: 2, bySeats: 1 });
  });

  it('are none where the rules named nothing', () => {
    expect(extraReads(visits, 'edit')).to.deep.equal({ all: 0, withoutSeats: 0, bySeats: 0 });
  });
});
