import type { Moment } from '@leadpulse/model';
import { expect } from 'chai';
import { firstSteps } from './firstSteps.js';
import type { Known } from './firstSteps.js';

const at: Moment = { toMillis: () => 0 };
const out = { messageId: 'm', at, channel: 'sms', direction: 'out', preview: 'Hi' } as const;
const empty: Known = { org: { postalAddress: '' }, accounts: [], contacts: [] };
const lead = (contact: Partial<Known['contacts'][number]['contact']>): Known['contacts'] => [
  { contactId: 'c1', contact: { source: 'manual', lastMessage: null, lastInboundAt: null, ...contact } },
];
const done = (known: Partial<Known>): string[] =>
  firstSteps({ ...empty, ...known })
    .filter(({ isDone }) => isDone)
    .map(({ id }) => id);

describe('the first steps of an organization', () => {
  it('are all open in the beginning', () => {
    expect(done({})).to.deep.equal([]);
  });

  it('count an active account only', () => {
    expect(done({ accounts: [{ kind: 'sandbox', channel: 'sms', state: 'active' }] })).to.deep.equal([
      'number',
    ]);
    expect(done({ accounts: [{ kind: 'smtp', channel: 'email', state: 'disconnected' }] })).to.deep.equal([]);
    expect(done({ accounts: [{ kind: 'smtp', channel: 'email', state: 'active' }] })).to.deep.equal([
      'mailbox',
    ]);
  });

  it('go on from lead to text to answer', () => {
    expect(done({ contacts: lead({}) })).to.deep.equal(['lead']);
    expect(done({ contacts: lead({ lastMessage: out }) })).to.deep.equal(['lead', 'text']);
    const answered = lead({ lastMessage: { ...out, direction: 'in' }, lastInboundAt: at });
    expect(done({ contacts: answered })).to.deep.equal(['lead', 'text', 'answer']);
  });

  it('do not count a stranger who wrote first as written to', () => {
    const stranger = lead({ source: 'inbound', lastMessage: { ...out, direction: 'in' }, lastInboundAt: at });
    expect(done({ contacts: stranger })).to.deep.equal(['lead', 'answer']);
  });

  it('lead to the thread of the lead once there is one', () => {
    const to = (known: Partial<Known>) =>
      firstSteps({ ...empty, ...known }).find(({ id }) => id === 'text')?.to;
    expect(to({})).to.equal('contacts');
    expect(to({ contacts: lead({}) })).to.equal('inbox/all/c1');
  });

  it('do not take blanks for an address', () => {
    expect(done({ org: { postalAddress: '  ' } })).to.deep.equal([]);
    expect(done({ org: { postalAddress: '1 Main St' } })).to.deep.equal(['address']);
  });
});
