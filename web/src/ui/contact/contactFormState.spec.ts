import { expect } from 'chai';
import { faultOf, faultOfRefusal, NO_FIELDS, submittable } from './contactFormState.js';

describe('the contact form', () => {
  it('empty lines are no addresses', () => {
    const fields = submittable({ ...NO_FIELDS, emails: [' a@b.example ', ''], phones: ['  '] });
    expect(fields).to.deep.include({ emails: ['a@b.example'], phones: [] });
  });

  it('an address that cannot be read is faulted at its own line', () => {
    const phones = ['(415) 555-0132', '12'];
    const fault = faultOf({ ...NO_FIELDS, name: 'Ada', phones }, null, 'US');
    expect(fault?.field).to.equal('phones[1]');
    expect(fault?.words).to.match(/^Enter a phone number/u);
    expect(faultOf({ ...NO_FIELDS, emails: ['nobody'] }, null, 'US')?.field).to.equal('emails[0]');
  });

  it('a contact needs a name or an address', () => {
    expect(faultOf(NO_FIELDS, null, 'US')?.field).to.equal('name');
    expect(faultOf({ ...NO_FIELDS, name: 'Ada' }, null, 'US')).to.equal(null);
  });

  it('a name that is too long is faulted at the name', () => {
    expect(faultOf({ ...NO_FIELDS, name: 'a'.repeat(81) }, null, 'US')?.field).to.equal('name');
  });

  it('an address the contact holds already passes as it is', () => {
    expect(faultOf({ ...NO_FIELDS, phones: ['72345'] }, { emails: [], phones: ['72345'] }, 'US')).to.equal(
      null,
    );
  });

  it('a refusal of the callable lands at its field', () => {
    expect(faultOfRefusal({ field: 'fields.emails.0', allowed: 'an email address' })).to.deep.equal({
      field: 'emails[0]',
      words: 'Enter an email address.',
    });
  });
});
