import {
  auditEntrySchema,
  EMPTY_AUDIT_HEAD,
  followChain,
  inviteSchema,
  inviteStateAt,
} from '@leadpulse/model';
import { expect } from 'chai';
import { sha256 } from '../../functions/src/platform/audit.js';
import { auditOf } from './auditLog.js';
import { harborRealty } from './organizations.js';

const now = new Date('2026-11-24T12:00:00Z');
const harbor = harborRealty(now);

describe('the demo organization', () => {
  it('has an audit log that is a whole chain, in the order of time', () => {
    const log = auditOf(harbor).map((entry) => auditEntrySchema.parse(entry));
    expect(followChain(EMPTY_AUDIT_HEAD, log, sha256)).to.include({ sequence: log.length, brokenAt: null });
    const times = log.map(({ at }) => at.toMillis());
    expect(times).to.deep.equal([...times].sort((a, b) => a - b));
  });

  it('has seats and invites as its audit log left them', () => {
    const log = auditOf(harbor);
    const last = (target: string) => log.filter((entry) => entry.target === target).at(-1)?.after;
    for (const { uid, role, sees } of harbor.people)
      if (last(uid)) expect(last(uid)).to.include({ role, sees });
    for (const [id, { role, sees, state }] of harbor.invites) {
      expect(last(id)).to.deep.equal(state === 'revoked' ? null : { role, sees });
    }
  });

  it('has an invite of every state', () => {
    const states = [...harbor.invites.values()].map((invite) =>
      inviteStateAt(inviteSchema.parse(invite), now.getTime()),
    );
    expect(new Set(states)).to.have.all.keys('open', 'accepted', 'revoked', 'expired');
  });
});
