import { expect } from 'chai';
import { choicesMade, newestConsent } from './preferenceLedger.js';
import type { Preferences, UserConsent } from './user.js';

const SILENT: Preferences = {
  productEmails: false,
  promotionalEmails: false,
  telemetry: false,
  cookies: 'unasked',
};

describe('a change of preferences', () => {
  const cases: [string, Partial<Preferences>, Partial<Preferences>, [string, boolean][]][] = [
    ['nothing', {}, {}, []],
    ['product news, wanted', {}, { productEmails: true }, [['product-emails', true]]],
    ['product news, no more', { productEmails: true }, {}, [['product-emails', false]]],
    ['offers, no more', { promotionalEmails: true }, {}, [['promotional-emails', false]]],
    ['usage counts', {}, { telemetry: true }, [['usage-counts', true]]],
    ['only what is necessary', {}, { cookies: 'necessary' }, [['storage', false]]],
    ['all storage', { cookies: 'necessary' }, { cookies: 'all' }, [['storage', true]]],
    ['storage asked anew', { cookies: 'all' }, { cookies: 'unasked' }, []],
    [
      'several at once',
      { promotionalEmails: true },
      { productEmails: true, telemetry: true },
      [
        ['product-emails', true],
        ['promotional-emails', false],
        ['usage-counts', true],
      ],
    ],
  ];
  for (const [name, before, after, expected] of cases) {
    it(`says of ${name} what was chosen`, () => {
      const choices = choicesMade({ ...SILENT, ...before }, { ...SILENT, ...after });
      expect(choices.map(({ what, given }) => [what, given])).to.deep.equal(expected);
    });
  }
});

describe('the newest consent', () => {
  const entry = (what: UserConsent['what'], ms: number, given: boolean): UserConsent => ({
    ...{ what, given, textVersion: '1', source: 'preferences' },
    at: { toMillis: () => ms },
  });
  const entries = [
    entry('product-emails', 20, true),
    entry('promotional-emails', 40, true),
    entry('product-emails', 30, false),
    entry('product-emails', 10, true),
  ];

  it('is the one of the latest moment, in whatever order they come', () => {
    expect(newestConsent(entries, 'product-emails')).to.include({ given: false });
    expect(newestConsent(entries.toReversed(), 'product-emails')).to.include({ given: false });
  });

  it('is of one thing only, and none where nothing was said', () => {
    expect(newestConsent(entries, 'promotional-emails')?.at.toMillis()).to.equal(40);
    expect(newestConsent(entries, 'usage-counts')).to.equal(null);
  });
});
