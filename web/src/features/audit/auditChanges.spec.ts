import { DEFAULT_SETTINGS } from '@leadpulse/model';
import { expect } from 'chai';
import { changesOf } from './auditChanges.js';

describe('what an entry changed', () => {
  it('is told in the words of the screens', () => {
    const before = { role: 'viewer', sees: 'everything' };
    const after = { role: 'agent', sees: 'assigned' };
    expect(changesOf({ before, after })).to.deep.equal([
      { label: 'Role', before: 'Viewer', after: 'Agent' },
      { label: 'Sees', before: 'All leads', after: 'Only assigned leads' },
    ]);
  });

  it('names plans and where they stand', () => {
    const before = { status: 'trialing', planId: null, cancelAtPeriodEnd: false };
    const after = { status: 'active', planId: 'growth', cancelAtPeriodEnd: false };
    expect(changesOf({ before, after })).to.deep.equal([
      { label: 'Access', before: 'Trial', after: 'Active' },
      { label: 'Plan', before: 'None', after: 'Growth' },
    ]);
  });

  it('leaves out what stayed as it was, also within the settings', () => {
    const after = { ...DEFAULT_SETTINGS, quietHours: { ...DEFAULT_SETTINGS.quietHours, endMinute: 1230 } };
    const told = changesOf({ before: { settings: DEFAULT_SETTINGS }, after: { settings: after } });
    expect(told).to.have.length(1);
    expect(told[0]).to.include({ label: 'Texts until' });
    expect(told[0]?.before).to.match(/^9:00\sPM$/);
    expect(told[0]?.after).to.match(/^8:30\sPM$/);
  });

  it('tells what came, what went and what is empty apart', () => {
    expect(changesOf({ before: null, after: { kind: 'smtp', channel: 'email' } })).to.deep.equal([
      { label: 'Kind', before: null, after: 'Mail server (SMTP)' },
      { label: 'Channel', before: null, after: 'Email' },
    ]);
    expect(changesOf({ before: { role: 'agent' }, after: null })[0]).to.include({
      before: 'Agent',
      after: null,
    });
    expect(changesOf({ before: {}, after: { postalAddress: 'changed' } })).to.deep.equal([
      { label: 'Postal address', before: null, after: 'Changed' },
    ]);
  });

  it('reads moments, and shows a field it does not know as it is', () => {
    const at = '2026-11-24T12:00:00Z';
    for (const purgeAt of [at, { toMillis: () => Date.parse(at) }]) {
      const [grace] = changesOf({ before: null, after: { purgeAt } });
      expect(grace?.after).to.contain('November 24, 2026');
    }
    const [other] = changesOf({ before: null, after: { zebra: [1, 2] } });
    expect(other).to.deep.equal({ label: 'zebra', before: null, after: '[1,2]' });
  });
});
