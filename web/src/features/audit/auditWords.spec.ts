import { AUDIT_ACTIONS, nextEntry, EMPTY_AUDIT_HEAD } from '@leadpulse/model';
import type { AuditEntry } from '@leadpulse/model';
import { expect } from 'chai';
import { ACTION_WORDS, actorOf, deedOf, originWords, outsiderOf, targetOf } from './auditWords.js';
import type { AuditNames } from './auditWords.js';

const known: Record<string, string> = { u1: 'Nora', u2: 'Tomás', i1: 'lee@harbor.test', a1: 'Office' };
const look = (id: string): string | null => known[id] ?? null;
const names: AuditNames = { person: look, invite: look, account: look };
const nobody: AuditNames = { person: () => null, invite: () => null, account: () => null };

function entry(fields: Partial<AuditEntry>): AuditEntry {
  const at = { toMillis: () => 0 };
  const note = {
    actor: 'u1',
    action: 'member.role',
    target: 'u2',
    at,
    origin: null,
    before: null,
    after: null,
  } as const;
  return { ...nextEntry(EMPTY_AUDIT_HEAD, note, () => ''), ...fields };
}

describe('the words of the audit log', () => {
  it('name who was acted on', () => {
    expect(deedOf(entry({}), names)).to.equal('changed the seat of Tomás');
    expect(deedOf(entry({ action: 'invite.create', target: 'i1' }), names)).to.equal(
      'invited lee@harbor.test',
    );
    expect(targetOf(entry({ action: 'account.connect', target: 'a1' }), names)).to.equal('Office');
    expect(targetOf(entry({ action: 'org.update', target: 'u1' }), names)).to.equal('');
  });

  it('say so when somebody changed themself', () => {
    expect(deedOf(entry({ target: 'u1' }), names)).to.equal('changed their own seat');
  });

  it('have something to say of every action, also when nobody remembers the names', () => {
    for (const action of AUDIT_ACTIONS) {
      expect(ACTION_WORDS[action]).to.not.equal('');
      expect(deedOf(entry({ action }), nobody)).to.match(/^[a-z]/);
    }
    expect(actorOf(entry({}), nobody)).to.equal('A former member');
    expect(actorOf(entry({ actor: 'unknown' }), nobody)).to.equal('Somebody unknown');
  });

  it('know who acts without a seat', () => {
    const told = entry({ actor: 'stripe', action: 'billing.access', target: 'o1' });
    expect(actorOf(told, nobody)).to.equal('Stripe');
    expect(targetOf(told, names)).to.equal('');
    expect(actorOf(entry({ actor: 'system' }), nobody)).to.equal('LeadPulse');
    expect(outsiderOf('stripe', nobody)).to.equal('Stripe');
    expect(outsiderOf('u9', nobody)).to.equal('Former member u9');
    expect(outsiderOf('unknown', nobody)).to.equal(null);
  });

  it('tell coarsely where a request came from', () => {
    expect(originWords({ browser: 'Chrome', network: '203.0.113.0/24' })).to.equal('Chrome, 203.0.113.0/24');
    expect(originWords({ browser: 'other', network: '' })).to.equal('');
    expect(originWords(null)).to.equal('');
  });
});
