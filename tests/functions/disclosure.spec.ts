import type { DisclosureNote } from '@leadpulse/model';
import { expect } from 'chai';
import { Timestamp } from 'firebase-admin/firestore';
import { readDisclosures, recordDisclosure, subjectKey } from '../../local/disclosureLog.js';
import { adminDb } from '../../local/worldClient.js';

const note = (reference: string): DisclosureNote => ({
  at: Timestamp.now(),
  receivedOn: '2026-11-02',
  authority: 'District Court of Springfield',
  country: 'US',
  law: '18 U.S.C. 2703(d)',
  reference,
  subjects: [subjectKey('user', 'u1')],
  outcome: 'given',
  given: ['account'],
  told: 'later',
  decidedBy: 'Dana Reyes',
});

describe('what was disclosed to authorities [P13]', function () {
  this.timeout(30_000);
  before(() => adminDb().recursiveDelete(adminDb().collection('disclosures')));

  it('is written down one after the other, however many write at once, and tells when it was changed', async () => {
    await Promise.all(['a', 'b', 'c', 'd'].map((reference) => recordDisclosure(adminDb(), note(reference))));
    const { entries, brokenAt } = await readDisclosures(adminDb());
    expect(brokenAt).to.equal(null);
    expect(entries.map(({ sequence }) => sequence)).to.deep.equal([1, 2, 3, 4]);
    expect(new Set(entries.map(({ reference }) => reference))).to.have.property('size', 4);
    expect(JSON.stringify(entries)).not.to.include('u1');

    await adminDb().doc('disclosures/000003').update({ outcome: 'refused' });
    expect((await readDisclosures(adminDb())).brokenAt).to.equal(3);
    await adminDb().doc('disclosures/000003').update({ outcome: 'given', name: 'Ada' });
    expect((await readDisclosures(adminDb())).brokenAt).to.equal(3);
  });
});
