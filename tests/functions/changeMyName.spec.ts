import { changeMyNameContract } from '@leadpulse/model';
import { expect } from 'chai';
import { adminDb } from '../../local/worldClient.js';
import { callAs, signOutAll } from './callAs.js';
import { refusalOf } from './refusals.js';
import type { Person, Tenant } from './tenant.js';
import { seedPerson, seedTenant } from './tenant.js';

describe('changeMyName [P20]', function () {
  this.timeout(60_000);
  let tenant: Tenant;
  let other: Tenant;
  before(async () => {
    [tenant, other] = await Promise.all([seedTenant(), seedTenant()]);
  });
  after(signOutAll);

  const seatIn = ({ org }: Tenant, { uid }: Person) => org.collection('members').doc(uid);
  const nameIn = async (place: Tenant, person: Person): Promise<unknown> =>
    (await seatIn(place, person).get()).get('displayName');

  /** A member of the tenant, whose page lists it and an organization that they were removed from. */
  async function member(): Promise<Person> {
    const person = await seedPerson(tenant);
    const seat = { name: 'Harbor', role: 'agent', sees: 'everything', timeZone: 'America/New_York' };
    await adminDb()
      .doc(`users/${person.uid}`)
      .set({
        ...{
          displayName: 'Pria',
          email: person.email,
          acceptedPolicy: { version: '2026-11-25', at: new Date() },
        },
        preferences: { productEmails: false, promotionalEmails: false, telemetry: false, cookies: 'unasked' },
        orgs: { [tenant.org.id]: seat, [other.org.id]: seat },
      });
    return person;
  }

  it('corrects the name on the page and on every seat, and on no seat of anybody else', async () => {
    const [person, colleague] = [await member(), await seedPerson(tenant)];
    const before = await nameIn(tenant, colleague);
    await callAs(person, changeMyNameContract, { displayName: '  Priya Raman ' });
    expect((await adminDb().doc(`users/${person.uid}`).get()).get('displayName')).to.equal('Priya Raman');
    expect(await nameIn(tenant, person)).to.equal('Priya Raman');
    expect(await nameIn(tenant, colleague)).to.equal(before);
    expect((await seatIn(other, person).get()).exists).to.equal(false); // what was taken away stays so
  });

  for (const displayName of ['', '   ', 'x'.repeat(81)]) {
    it(`refuses a name of ${displayName.trim().length} characters, and says which field it is`, async () => {
      const person = await member();
      const refused = await refusalOf(callAs(person, changeMyNameContract, { displayName }));
      expect(refused).to.deep.include({ code: 'invalid-argument', field: 'displayName' });
      expect(await nameIn(tenant, person)).not.to.equal(displayName);
    });
  }

  it('has nothing to correct for somebody without a page', async () => {
    const refused = await refusalOf(
      callAs(await seedPerson(tenant), changeMyNameContract, { displayName: 'X' }),
    );
    expect(refused).to.deep.include({ code: 'not-found', reason: 'no-page' });
  });
});
