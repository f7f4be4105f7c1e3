import { LIMITS } from '@leadpulse/model';
import { expect } from 'chai';
import { emailError, faults, nameError, passwordError } from './formFields.js';

describe('the fields of sign-up', () => {
  it('take a complete address only', () => {
    expect(emailError('ana@example.com')).to.equal(undefined);
    for (const email of ['', 'ana', 'ana@example', 'ana @example.com'])
      expect(emailError(email)).to.be.a('string');
    expect(emailError(`${'a'.repeat(LIMITS.email)}@example.com`)).to.be.a('string');
  });

  it('take passwords of 8 to 128 characters', () => {
    expect(passwordError('a'.repeat(7))).to.match(/at least 8/);
    expect(passwordError('a'.repeat(8))).to.equal(undefined);
    expect(passwordError('a'.repeat(128))).to.equal(undefined);
    expect(passwordError('a'.repeat(129))).to.match(/at most 128/);
  });

  it('take names as long as the model does', () => {
    expect(LIMITS.personName).to.equal(LIMITS.orgName);
    expect(nameError('a'.repeat(LIMITS.orgName), 'Enter a name.')).to.equal(undefined);
    expect(nameError('a'.repeat(LIMITS.orgName + 1), 'Enter a name.')).to.be.a('string');
    expect(nameError('', 'Enter a name.')).to.equal('Enter a name.');
  });

  it('report only what is at fault', () => {
    expect(faults({ email: undefined, password: 'Too short.' })).to.deep.equal({ password: 'Too short.' });
  });
});
