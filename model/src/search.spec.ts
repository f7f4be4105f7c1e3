import { expect } from 'chai';
import { LIMITS } from './limits.js';
import { fold, matchesSearch, searchTerm, searchTokens } from './search.js';

const ana = {
  name: 'Ána O’Brien-Müller',
  company: 'Blue Door Realty',
  emails: ['ana.obrien@acme.co'],
  phones: ['+14155550132', '+442079460018'],
};

/** What the inbox does: one token to the index, the rest filtered in the browser. */
const finds = (query: string) => {
  const term = searchTerm(query);
  return term !== null && searchTokens(ana).includes(term.token) && matchesSearch(ana, query);
};

describe('a search for a contact', () => {
  for (const query of ['a', 'ana', 'ÁNA', 'brien', 'muller', 'Müller ana', 'blue', 'door bl', 'realty ana']) {
    it(`finds the name or company by ${query}`, () => expect(finds(query)).to.equal(true));
  }
  for (const query of ['ana.obrien@acme.co', 'obrien', 'acme', 'ANA.OBRIEN@ac']) {
    it(`finds the email by ${query}`, () => expect(finds(query)).to.equal(true));
  }
  for (const query of [
    '415',
    '(415) 555-01',
    '+1 415 555 0132',
    '14155550132',
    '0132',
    '020 7946',
    '+44 20',
    '0044 207',
  ]) {
    it(`finds the number by ${query}`, () => expect(finds(query)).to.equal(true));
  }
  for (const query of ['', '  ', '!?', 'bob', 'ana bob', 'rien', '999', '41', 'alty']) {
    it(`finds nothing by ${JSON.stringify(query)}`, () => expect(finds(query)).to.equal(false));
  }

  it('asks the index for the longest word and filters by the others', () => {
    expect(searchTerm('an obrien')).to.deep.equal({ token: 'obrien', rest: ['an'] });
    expect(searchTerm('  ')).to.equal(null);
  });

  it('finds a word longer than the longest token', () => {
    const name = 'Wolfeschlegelsteinhausenbergerdorff';
    const contact = { ...ana, name };
    const term = searchTerm(name);
    expect(term?.token).to.have.length(LIMITS.searchTerm);
    expect(searchTokens(contact)).to.include(term?.token);
    expect(matchesSearch(contact, name)).to.equal(true);
    expect(matchesSearch(contact, `${name}x`)).to.equal(false);
  });

  it('keeps the index of the largest contact small, its name and numbers first', () => {
    const tokens = searchTokens({
      name: 'abcdefghijklmnopqrst '.repeat(4).trim(),
      company: Array.from({ length: 12 }, (_, i) => `company${i}`).join(' '),
      emails: Array.from({ length: 10 }, (_, i) => `someone${i}.else${i}@example${i}.com`),
      phones: Array.from({ length: 10 }, (_, i) => `+1415555010${i}`),
    });
    expect(tokens).to.have.length.at.most(300);
    expect(tokens).to.include('abcdefghijklmnopqrst').and.to.include('14155550109');
    expect(new Set(tokens).size).to.equal(tokens.length);
  });

  it('folds accents, width and case', () => {
    expect(fold('ÉCOLE ｆｕｌｌ İ')).to.equal('ecole full i');
  });
});
