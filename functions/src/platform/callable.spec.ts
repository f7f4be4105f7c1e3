import { Refusal } from '@leadpulse/model';
import { expect } from 'chai';
import { z } from 'zod';
import { parseInput } from './callable.js';

const schema = z.strictObject({
  name: z.string().min(1),
  smtp: z.strictObject({ port: z.int().max(65_535) }),
});

function refusalOf(data: unknown): Refusal {
  try {
    parseInput(schema, data);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('the input was not refused');
}

describe('the input of a callable [P1]', () => {
  it('passes as the contract reads it', () => {
    const input = { name: 'Ada', smtp: { port: 587 } };
    expect(parseInput(schema, input)).to.deep.equal(input);
  });

  const faults: [string, unknown, string][] = [
    ['a missing field', { smtp: { port: 1 } }, 'name'],
    ['a field of a field', { name: 'Ada', smtp: { port: 70_000 } }, 'smtp.port'],
    ['a field it does not know', { name: 'Ada', smtp: { port: 1 }, role: 'owner' }, 'role'],
    ['a field of a field it does not know', { name: 'Ada', smtp: { port: 1, key: 'x' } }, 'smtp.key'],
    ['no object at all', null, ''],
  ];
  for (const [what, data, field] of faults) {
    it(`is refused with the field's name for ${what}`, () => {
      const { code, detail } = refusalOf(data);
      expect(code).to.equal('invalid-argument');
      expect(detail.field).to.equal(field);
      expect(detail.allowed).to.be.a('string').that.is.not.empty;
    });
  }

  it('is refused without a word of what was typed', () => {
    const { detail } = refusalOf({ name: ['secret words'], smtp: { port: 'secret words' } });
    expect(JSON.stringify(detail)).to.not.include('secret');
  });
});
