import { expect } from 'chai';
import { createHash } from 'node:crypto';
import type { AuditEntry, AuditNote } from './audit.js';
import { EMPTY_AUDIT_HEAD, followChain, nextEntry } from './audit.js';
import type { OpenRedactions } from './auditRedaction.js';
import { attestationOf, followRedactions, redactEntry } from './auditRedaction.js';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const at = { toMillis: () => 5 };
const ANN = { uid: 'uid-ann', email: 'ann@people.example', alias: 'former_x' };

function note(more: Partial<AuditNote>): AuditNote {
  const origin = { network: '203.0.113.0/24', browser: 'Chrome' };
  return {
    actor: 'bob',
    action: 'member.role',
    target: 'carl',
    at,
    origin,
    before: null,
    after: null,
    ...more,
  };
}

function chain(...notes: AuditNote[]): AuditEntry[] {
  let head: Pick<AuditEntry, 'sequence' | 'hash'> = EMPTY_AUDIT_HEAD;
  return notes.map((each) => {
    const entry = nextEntry(head, each, digest);
    head = entry;
    return entry;
  });
}

/** A log in which Ann acted first and was acted on, and from which she was taken. */
function redacted(): AuditEntry[] {
  const log = chain(
    note({ actor: ANN.uid }),
    note({ target: ANN.uid, after: { told: [ANN.email, { at }] } }),
  );
  const cleaned = log.map((entry) => redactEntry(entry, ANN, digest));
  const sworn = nextEntry(
    log[1]!,
    note({ actor: 'system', action: 'privacy.redact', target: ANN.alias, after: attestationOf(cleaned) }),
    digest,
  );
  return [...cleaned, sworn];
}

const openAfter = (log: AuditEntry[]): number[] => [
  ...log.reduce<OpenRedactions>(followRedactions, new Map()).keys(),
];
const brokenAt = (log: AuditEntry[]) => followChain(EMPTY_AUDIT_HEAD, log, digest).brokenAt;

describe('an audit log from which a person was taken', () => {
  it('names them nowhere, nor where they acted from', () => {
    const [first, second] = redacted();
    expect(JSON.stringify(redacted())).not.to.match(/uid-ann|ann@people/);
    expect(first).to.include({ actor: 'former_x', origin: null });
    expect(second?.origin?.browser).to.equal('Chrome');
    expect(second?.after).to.deep.equal({ told: ['former_x', { at }] });
  });

  it('fits its chain, and every redaction is sworn to', () => {
    expect(brokenAt(redacted())).to.equal(null);
    expect(openAfter(redacted())).to.deep.equal([]);
  });

  it('keeps the hash on which the next entry stands', () => {
    const [first, second] = redacted();
    expect(second?.previousHash).to.equal(first?.hash);
  });

  it('shows a redaction that nobody swore to', () => {
    expect(openAfter(redacted().slice(0, 2))).to.deep.equal([1, 2]);
  });

  it('shows what was changed after it was redacted', () => {
    const [first, ...rest] = redacted();
    const forged = redactEntry({ ...first!, actor: 'mallory' }, { ...ANN, uid: 'nobody' }, digest);
    expect(brokenAt([{ ...first!, actor: 'mallory' }, ...rest])).to.equal(1);
    expect(brokenAt([forged, ...rest])).to.equal(null);
    expect(openAfter([forged, ...rest])).to.deep.equal([1]);
  });

  it('may lose a second person later', () => {
    const log = redacted();
    const bob = { uid: 'bob', email: null, alias: 'former_y' };
    const again = [log[1]!].map((entry) => redactEntry(entry, bob, digest));
    const after = attestationOf(again);
    const sworn = nextEntry(
      log[2]!,
      note({ actor: 'system', action: 'privacy.redact', target: 'former_y', after }),
      digest,
    );
    const twice = [log[0]!, again[0]!, log[2]!, sworn];
    expect(brokenAt(twice)).to.equal(null);
    expect(openAfter(twice)).to.deep.equal([]);
    expect(JSON.stringify(twice)).not.to.include('bob');
  });
});
