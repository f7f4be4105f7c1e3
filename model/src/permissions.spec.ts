import { expect } from 'chai';
import { ALL_CAPABILITIES, can, effectiveSees, ROLES, type Capability } from './permissions.js';

/** Owner, admin, agent, viewer. */
const TABLE: Record<Capability, string> = {
  'org.read': 'yes yes yes yes',
  'contact.read': 'yes yes yes yes',
  'contact.write': 'yes yes yes no',
  'message.send': 'yes yes yes no',
  'note.write': 'yes yes yes no',
  'contact.delete': 'yes yes no no',
  'contact.merge': 'yes yes no no',
  'contact.import': 'yes yes no no',
  'contact.export': 'yes yes no no',
  'consent.grant': 'yes yes no no',
  'template.write': 'yes yes no no',
  'campaign.write': 'yes yes no no',
  'account.write': 'yes yes no no',
  'org.write': 'yes yes no no',
  'audit.read': 'yes yes no no',
  'usage.read': 'yes yes no no',
  'member.write': 'yes yes no no',
  'billing.write': 'yes no no no',
  'owner.grant': 'yes no no no',
  'org.delete': 'yes no no no',
};

describe('the table of capabilities [P11]', () => {
  it('has a row for each capability', () => {
    expect(ALL_CAPABILITIES).to.have.members(Object.keys(TABLE));
  });

  for (const capability of ALL_CAPABILITIES) {
    it(`grants ${capability} to owner, admin, agent, viewer: ${TABLE[capability]}`, () => {
      const row = ROLES.map((role) => (can(role, capability) ? 'yes' : 'no')).join(' ');
      expect(row).to.equal(TABLE[capability]);
    });

    it(`grants ${capability} to nobody without a seat`, () => {
      expect(can(undefined, capability)).to.equal(false);
    });
  }

  it('lets owner and admin see everything whatever their seat says', () => {
    const sees = ROLES.map((role) => effectiveSees({ role, sees: 'assigned' }));
    expect(sees).to.deep.equal(['everything', 'everything', 'assigned', 'assigned']);
    expect(effectiveSees({ role: 'agent', sees: 'everything' })).to.equal('everything');
  });
});
