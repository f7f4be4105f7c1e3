import { EMPTY_AUDIT_HEAD, nextEntry } from '@leadpulse/model';
import { expect } from 'chai';
import { Timestamp } from 'firebase/firestore';
import { auditCsv } from './auditCsv.js';

const names = {
  person: (uid: string) => (uid === 'u1' ? '=HYPERLINK("x")' : null),
  invite: () => null,
  account: () => null,
};
const at = Timestamp.fromMillis(Date.parse('2026-11-24T10:00:00.250Z'));
const note = {
  actor: 'u1',
  action: 'org.delete',
  target: 'o1',
  at,
  origin: { browser: 'Chrome', network: '203.0.113.0/24' },
  before: null,
  after: { purgeAt: at },
} as const;
const entry = nextEntry(EMPTY_AUDIT_HEAD, note, () => 'abc');

describe('the audit log as a file', () => {
  const [head = '', row = ''] = auditCsv([entry], names).slice(1).split('\r\n');

  it('has a column for everything an entry holds', () => {
    expect(head.split(',')).to.have.length(13);
    expect(row).to.contain('1,"2026-11-24T10:00:00.250Z"');
    expect(row).to.contain('"Chrome","203.0.113.0/24"');
    expect(row).to.contain('"{""purgeAt"":""2026-11-24T10:00:00.250Z""}"');
    expect(row.endsWith('"","abc"')).to.equal(true);
  });

  it('shows a name that is a formula as text', () => {
    expect(row).to.contain(`"'=HYPERLINK(""x"")"`);
  });
});
