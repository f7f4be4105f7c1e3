import { expect } from 'chai';
import { wordsFor } from './refusalWords.js';

describe('words for a refused call', () => {
  it('come from the reason where it is known', () => {
    const words = wordsFor({ code: 'failed-precondition', reason: 'smtp-refused', detail: {} });
    expect(words).to.match(/Nothing answers on this port/);
  });

  it('come from the code where the reason is not', () => {
    expect(wordsFor({ code: 'permission-denied', reason: 'made-up', detail: {} })).to.match(
      /Your role does not allow/,
    );
  });

  it('tell how much a plan allows that is used up', () => {
    const told = { code: 'resource-exhausted', reason: 'allowance-used-up' };
    expect(wordsFor({ ...told, detail: { field: 'contactId', allowed: '2,500 contacts' } })).to.match(
      /^Your plan allows 2,500 contacts, and they are all in use\./,
    );
    expect(wordsFor({ ...told, detail: {} })).to.match(/^Your plan allows no more/);
  });

  it('name the field at fault and what is allowed there', () => {
    const detail = { field: 'orgName', allowed: 'at most 80 characters' };
    expect(wordsFor({ code: 'invalid-argument', reason: 'invalid-input', detail })).to.equal(
      'Check “orgName”: at most 80 characters.',
    );
    expect(wordsFor({ code: 'invalid-argument', reason: 'invalid-input', detail: {} })).to.equal(
      'Check what you entered.',
    );
  });

  it('are never a code, whatever went wrong', () => {
    for (const code of ['internal', 'unknown', 'data-loss']) {
      expect(wordsFor({ code, reason: code, detail: {} })).to.match(/went wrong on our side/);
    }
  });
});
