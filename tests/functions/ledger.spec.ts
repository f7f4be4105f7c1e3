import { createOrgContract } from '@leadpulse/model';
import { POLICY_VERSION } from '@leadpulse/policy';
import { expect } from 'chai';
import { doc, updateDoc } from 'firebase/firestore';
import type { SignedInClient } from '../../local/worldClient.js';
import { adminDb, eventually } from '../../local/worldClient.js';
import { deliverAgain } from '../proof/deliverAgain.js';
import type { RestDocument } from '../proof/restDocument.js';
import { ledgerOf, pageInEvents, said, seedReader } from './readers.js';
import type { Person } from './tenant.js';
import { seedPerson, signIn } from './tenant.js';

const entries = (uid: string, count: number) =>
  eventually(async () => {
    const ledger = await ledgerOf(uid);
    return ledger.length >= count ? ledger : undefined;
  }, `The ledger did not come to ${count} entries`);

describe('the ledger of preferences [P9]', function () {
  this.timeout(40_000);
  let person: Person;
  let client: SignedInClient;
  beforeEach(async () => {
    person = await seedReader();
    client = await signIn(person);
  });
  afterEach(() => client.close());

  const choose = (changes: Record<string, unknown>) =>
    updateDoc(doc(client.db, 'users', person.uid), changes);

  it('holds each choice that a person makes under the rules, with its moment and the policy of then', async () => {
    const before = Date.now();
    await choose({ 'preferences.productEmails': true });
    await choose({ 'preferences.productEmails': false, 'preferences.cookies': 'all' });
    const ledger = await entries(person.uid, 3);
    expect(said(ledger)).to.have.members([
      'product-emails yes by preferences',
      'product-emails no by preferences',
      'storage yes by preferences',
    ]);
    expect(said(ledger)[0]).to.equal('product-emails yes by preferences');
    for (const { at, textVersion } of ledger) {
      expect(at.toMillis()).to.be.within(before - 1000, Date.now() + 1000);
      expect(textVersion).to.equal(POLICY_VERSION);
    }
  });

  it('becomes the same when the events come again, and the later one first', async () => {
    const versions = [await pageInEvents(person.uid)];
    for (const wanted of [true, false, true]) {
      await choose({ 'preferences.promotionalEmails': wanted });
      versions.push(await pageInEvents(person.uid));
    }
    const ledger = await entries(person.uid, 3);
    for (const at of [3, 1, 2, 3, 3]) await deliver(versions[at - 1]!, versions[at]!);
    await Promise.all([deliver(versions[0]!, versions[1]!), deliver(versions[0]!, versions[1]!)]);
    expect(said(await ledgerOf(person.uid))).to.deep.equal(said(ledger));
    expect(said(ledger)).to.deep.equal(
      ['yes', 'no', 'yes'].map((word) => `promotional-emails ${word} by preferences`),
    );
  });

  it('takes no entry of a person who was erased meanwhile', async () => {
    const before = await pageInEvents(person.uid);
    await adminDb().doc(`users/${person.uid}`).update({ 'preferences.telemetry': true });
    const after = await pageInEvents(person.uid);
    await entries(person.uid, 1);
    await adminDb().recursiveDelete(adminDb().doc(`users/${person.uid}`));
    await deliver(before, after);
    expect(await ledgerOf(person.uid)).to.deep.equal([]);
  });

  it('has what was chosen at sign-up once, and nothing of other changes of the page', async () => {
    const founder = await seedPerson();
    const theirs = await signIn(founder);
    const input = {
      displayName: 'Fay',
      timeZone: 'UTC',
      defaultCountry: 'US',
      acceptedPolicyVersion: POLICY_VERSION,
    };
    await theirs.call(createOrgContract, { ...input, orgName: 'First', promotionalEmails: false });
    await theirs.call(createOrgContract, { ...input, orgName: 'Second', promotionalEmails: true });
    await updateDoc(doc(theirs.db, 'users', founder.uid), { 'preferences.telemetry': true });
    const ledger = await entries(founder.uid, 7);
    expect(said(ledger).filter((line) => !line.startsWith('privacy-policy'))).to.have.members([
      'product-emails no by sign-up',
      'promotional-emails no by sign-up',
      'product-emails yes by sign-up',
      'promotional-emails yes by sign-up',
      'usage-counts yes by preferences',
    ]);
    await theirs.close();
  });
});

/** Delivers the event of a change once more, as Eventarc may. */
async function deliver(oldValue: RestDocument, value: RestDocument): Promise<void> {
  expect(await deliverAgain('onUserWritten', { oldValue, value })).to.be.within(200, 299);
}
