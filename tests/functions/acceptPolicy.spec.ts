import { acceptPolicyContract, userConsentSchema, userSchema } from '@leadpulse/model';
import { POLICY_VERSION } from '@leadpulse/policy';
import { expect } from 'chai';
import { Timestamp } from 'firebase-admin/firestore';
import { adminDb } from '../../local/worldClient.js';
import { callAs, callWith, signOutAll, tokenOf } from './callAs.js';
import type { Person, Tenant } from './tenant.js';
import { seedPerson, seedTenant } from './tenant.js';

const OLD = '2026-11-25';
const DAY_MS = 86_400_000;

describe('acceptPolicy [P18]', function () {
  this.timeout(60_000);
  let tenant: Tenant;
  before(async () => {
    tenant = await seedTenant();
  });
  after(signOutAll);

  /** Somebody who accepted the version before. */
  async function reader(more: object = {}): Promise<Person> {
    const person = await seedPerson(tenant);
    await adminDb()
      .doc(`users/${person.uid}`)
      .set({
        displayName: 'Rita Reader',
        email: person.email,
        preferences: { productEmails: false, promotionalEmails: false, telemetry: false, cookies: 'unasked' },
        acceptedPolicy: { version: OLD, at: Timestamp.fromMillis(1_000) },
        orgs: {},
        ...more,
      });
    return person;
  }
  const pageOf = async ({ uid }: Person) =>
    userSchema.parse((await adminDb().doc(`users/${uid}`).get()).data());
  const recordsOf = async ({ uid }: Person) => {
    const { docs } = await adminDb().collection(`users/${uid}/consents`).get();
    return docs.map((doc) => {
      const { what, given, textVersion, source } = userConsentSchema.parse(doc.data());
      return [what, given, textVersion, source];
    });
  };
  const step = (name: 'seen' | 'accepted' | 'went-on', version = POLICY_VERSION) => ({ version, step: name });

  it('records that the notice was seen, which accepts nothing, and then the button; each once', async () => {
    const person = await reader();
    await Promise.all([1, 2, 3].map(() => callAs(person, acceptPolicyContract, step('seen'))));
    expect(await pageOf(person)).to.nested.include({
      'acceptedPolicy.version': OLD,
      'seenPolicy.version': POLICY_VERSION,
    });
    expect(await recordsOf(person)).to.deep.equal([['policy-notice', true, POLICY_VERSION, 'policy-notice']]);

    await Promise.all([1, 2, 3].map(() => callAs(person, acceptPolicyContract, step('accepted'))));
    const { at } = (await pageOf(person)).acceptedPolicy;
    expect(Date.now() - at.toMillis()).to.be.within(0, 60_000);
    await callAs(person, acceptPolicyContract, step('accepted'));
    expect((await pageOf(person)).acceptedPolicy.at.toMillis()).to.equal(at.toMillis());
    expect(await recordsOf(person)).to.have.deep.members([
      ['policy-notice', true, POLICY_VERSION, 'policy-notice'],
      ['privacy-policy', true, POLICY_VERSION, 'policy-notice'],
    ]);
  });

  it('records who went on a day after the notice, and refuses it before', async () => {
    const seen = (agoMs: number) => ({
      seenPolicy: { version: POLICY_VERSION, at: Timestamp.fromMillis(Date.now() - agoMs) },
    });
    const early = await reader(seen(DAY_MS - 60_000));
    expect(await callWith(tokenOf(early), acceptPolicyContract, step('went-on'))).to.include({
      ...{ code: 'failed-precondition', reason: 'policy-not-seen', field: 'step' },
    });
    expect((await pageOf(early)).acceptedPolicy.version).to.equal(OLD);
    const late = await reader(seen(DAY_MS));
    await callAs(late, acceptPolicyContract, step('went-on'));
    expect((await pageOf(late)).acceptedPolicy.version).to.equal(POLICY_VERSION);
    expect(await recordsOf(late)).to.deep.equal([['privacy-policy', true, POLICY_VERSION, 'going-on']]);
  });

  it('refuses another version, and who has no page or no sign-in', async () => {
    const person = await reader();
    const refused = await callWith(tokenOf(person), acceptPolicyContract, step('accepted', OLD));
    expect(refused).to.include({ reason: 'policy-version-old', field: 'version', allowed: POLICY_VERSION });
    const stranger = { ...person, uid: 'nobody-here' };
    expect(await callWith(tokenOf(stranger), acceptPolicyContract, step('accepted'))).to.include({
      reason: 'no-page',
    });
    expect(await callWith('', acceptPolicyContract, step('accepted'))).to.include({
      code: 'unauthenticated',
    });
    expect(await recordsOf(person)).to.deep.equal([]);
  });
});
