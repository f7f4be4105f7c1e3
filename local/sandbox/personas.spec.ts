import { expect } from 'chai';
import { isAutomatic, personaOf, PERSONAS, reactionOf } from './personas.js';

describe('a simulated lead', () => {
  const cases: [string, string][] = [
    ['+14155550100', 'eager'],
    ['+14155550101', 'later'],
    ['+14155550102', 'stop'],
    ['+14155550103', 'polite'],
    ['+14155550104', 'bounce'],
    ['+14155550105', 'silent'],
    ['+14155550106', 'unicode'],
    ['+14155550177', 'eager'],
    ['maria.lopez@example.com', 'eager'],
    ['maria.later@example.com', 'later'],
    ['STOP+1@leads.test', 'stop'],
    ['polite-2@leads.test', 'polite'],
    ['anna_bounce9@leads.test', 'bounce'],
    ['christopher.stopford@example.com', 'eager'],
  ];
  for (const [address, persona] of cases) {
    it(`${address} behaves ${persona}`, () => {
      expect(personaOf(address)).to.equal(persona);
    });
  }

  it('answers at most once a message, with varied lines', () => {
    const lines = [0, 1, 2].map((turn) => reactionOf('eager', turn).reply?.body);
    expect(new Set(lines).size).to.equal(3);
    expect(reactionOf('eager', 8)).to.deep.equal(reactionOf('eager', 0));
  });

  it('answers later only after half a minute', () => {
    expect(reactionOf('later', 0).reply?.afterMs).to.equal(30_000);
  });

  it('stays silent or bounces without a word', () => {
    expect(reactionOf('silent', 0)).to.deep.equal({ delivery: 'delivered' });
    expect(reactionOf('bounce', 0)).to.deep.equal({ delivery: 'failed' });
  });

  it('has a reaction for every persona', () => {
    for (const persona of PERSONAS) expect(reactionOf(persona, 3).delivery).to.be.a('string');
  });

  it('never answers a confirmation', () => {
    expect(isAutomatic('confirm_in_123')).to.equal(true);
    expect(isAutomatic('help_in_123')).to.equal(true);
    expect(isAutomatic('m1')).to.equal(false);
  });
});
