import { expect } from 'chai';
import { normalizeEmail } from './email.js';
import { LIMITS } from './limits.js';
import { formatPhone, normalizePhone } from './phone.js';
import { Refusal } from './refusal.js';

function refusalOf(act: () => unknown): Refusal {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a phone number', () => {
  const cases: [string, string, string][] = [
    ['(415) 555-0132', 'US', '+14155550132'],
    ['415.555.0132', 'US', '+14155550132'],
    ['1 415 555 0132', 'US', '+14155550132'],
    ['+1 (415) 555-0132', 'GB', '+14155550132'],
    ['415-555-0132 x12', 'US', '+14155550132'],
    ['４１５ ５５５ ０１３２', 'US', '+14155550132'],
    ['+15005550100', 'US', '+15005550100'],
    ['020 7946 0018', 'GB', '+442079460018'],
    ['98765 43210', 'IN', '+919876543210'],
  ];
  for (const [text, country, e164] of cases) {
    it(`reads ${text} in ${country} as ${e164}`, () => expect(normalizePhone(text, country)).to.equal(e164));
  }
  for (const text of [
    '',
    '12',
    '555-0132',
    'call me',
    '115 555 0132',
    '+1 415 555 01322',
    'tel: 4155550132 or so',
    '+999 123456',
  ]) {
    it(`is not ${JSON.stringify(text)}`, () => {
      const { code, reason, detail } = refusalOf(() => normalizePhone(text, 'US', 'phones[1]'));
      expect([code, reason, detail.field]).to.deep.equal(['invalid-argument', 'phone-invalid', 'phones[1]']);
      expect(detail.allowed).to.include('555-0132');
    });
  }
  it('needs its country code where the country is unknown', () => {
    expect(() => normalizePhone('415 555 0132', 'ZZ')).to.throw(Refusal);
    expect(normalizePhone('+14155550132', 'ZZ')).to.equal('+14155550132');
  });
  it('is shown as people of its plan write it', () => {
    expect(formatPhone('+14155550132')).to.equal('(415) 555-0132');
    expect(formatPhone('+442079460018')).to.equal('+44 20 7946 0018');
    expect(formatPhone('72345')).to.equal('72345');
  });
});

describe('an email address', () => {
  it('is stored lower-cased and trimmed', () => {
    expect(normalizeEmail('  Ana.Obrien+Home@ACME.co ')).to.equal('ana.obrien+home@acme.co');
  });
  for (const text of [
    '',
    'ana',
    'ana@',
    '@acme.co',
    'ana@acme',
    'a b@acme.co',
    'Ana <ana@acme.co>',
    `${'a'.repeat(LIMITS.email)}@a.co`,
  ]) {
    it(`is not ${JSON.stringify(text.slice(0, 20))}`, () => {
      const { reason, detail } = refusalOf(() => normalizeEmail(text, 'emails[0]'));
      expect([reason, detail.field]).to.deep.equal(['email-invalid', 'emails[0]']);
    });
  }
});
