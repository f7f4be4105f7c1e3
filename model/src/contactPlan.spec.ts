import { expect } from 'chai';
import { handleDiff, handlesOf, planContact, type ContactFields } from './contactPlan.js';
import { Refusal } from './refusal.js';

const fields = (changes: Partial<ContactFields> = {}): ContactFields => ({
  name: 'Ana  Álvarez ',
  company: ' Blue Door ',
  emails: [' Ana@Example.com', 'ana@example.com', 'a2@example.com'],
  phones: ['(415) 555-0132', '+1 415 555 0132'],
  tags: ['Buyer', 'buyer', ' VIP '],
  stage: 'new',
  assigneeUid: null,
  ...changes,
});

describe('the plan of a contact', () => {
  it('normalizes the identity and drops what is there twice', () => {
    const { search, ...identity } = planContact(null, fields(), 'US');
    expect(identity).to.deep.equal({
      name: 'Ana Álvarez',
      nameKey: 'ana alvarez',
      company: 'Blue Door',
      emails: ['ana@example.com', 'a2@example.com'],
      phones: ['+14155550132'],
      tags: ['Buyer', 'VIP'],
      stage: 'new',
      assigneeUid: null,
    });
    expect(search).to.include.members(['ana', 'alvarez', '4155550132', 'blue', 'example']);
  });

  it('sorts a contact without a name by its first address', () => {
    expect(planContact(null, fields({ name: '' }), 'US').nameKey).to.equal('ana@example.com');
    expect(planContact(null, fields({ name: '', emails: [] }), 'US').nameKey).to.equal('+14155550132');
  });

  it('names the field at fault', () => {
    const field = (changes: Partial<ContactFields>) => {
      try {
        planContact(null, fields(changes), 'US');
      } catch (error) {
        if (error instanceof Refusal) return [error.reason, error.detail.field];
        throw error;
      }
      return [];
    };
    expect(field({ phones: ['(415) 555-0132', '12'] })).to.deep.equal(['phone-invalid', 'phones[1]']);
    expect(field({ emails: ['ana'] })).to.deep.equal(['email-invalid', 'emails[0]']);
    expect(field({ name: ' ', emails: [], phones: [] })).to.deep.equal(['contact-empty', 'name']);
  });

  it('accepts a name, an email or a phone alone', () => {
    expect(planContact(null, fields({ emails: [], phones: [] }), 'US').name).to.equal('Ana Álvarez');
    expect(planContact(null, fields({ name: '', phones: [] }), 'US').emails).to.have.length(2);
    expect(planContact(null, fields({ name: '', emails: [] }), 'US').phones).to.have.length(1);
  });

  it('keeps an address the contact already holds, whatever it is', () => {
    const existing = { emails: ['Robot'], phones: ['72345'] };
    const plan = planContact(existing, fields({ emails: ['Robot'], phones: ['72345'] }), 'US');
    expect([plan.emails, plan.phones]).to.deep.equal([['Robot'], ['72345']]);
  });
});

describe('the addresses of a contact', () => {
  const before = { emails: ['a@b.co', 'c@d.co'], phones: ['+14155550132'] };
  const after = { emails: ['c@d.co'], phones: ['+14155550132', '+14155550133'] };

  it('are named by channel', () => {
    expect(handlesOf(before).map(({ key }) => key)).to.deep.equal([
      'sms:+14155550132',
      'email:a@b.co',
      'email:c@d.co',
    ]);
  });

  it('are claimed when new and released when gone', () => {
    const { claim, release } = handleDiff(before, after);
    expect(claim).to.deep.equal([{ channel: 'sms', address: '+14155550133', key: 'sms:+14155550133' }]);
    expect(release).to.deep.equal([{ channel: 'email', address: 'a@b.co', key: 'email:a@b.co' }]);
  });

  it('are all claimed by a new contact and untouched by the same again', () => {
    expect(handleDiff(null, before).claim).to.deep.equal(handlesOf(before));
    expect(handleDiff(before, before)).to.deep.equal({ claim: [], release: [] });
  });
});
