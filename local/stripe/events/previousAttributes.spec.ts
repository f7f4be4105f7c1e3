import { expect } from 'chai';
import { previousAttributes } from './previousAttributes.js';

describe('the previous attributes of an event', () => {
  it('are the old values of what changed and nothing else', () => {
    expect(previousAttributes({ a: 1, b: 2 }, { a: 1, b: 3 })).to.deep.equal({ b: 2 });
  });

  it('of an object inside are its changed fields, of a list all of it', () => {
    const before = { metadata: { a: '1', b: '2' }, items: { data: [{ id: 'x', price: 1 }], url: '/' } };
    const after = { metadata: { a: '1', b: '3' }, items: { data: [{ id: 'x', price: 2 }], url: '/' } };
    expect(previousAttributes(before, after)).to.deep.equal({
      metadata: { b: '2' },
      items: { data: [{ id: 'x', price: 1 }] },
    });
  });

  it('tell what was not there as null', () => {
    expect(previousAttributes({ metadata: {} }, { metadata: { a: '1' } })).to.deep.equal({
      metadata: { a: null },
    });
    expect(previousAttributes({ cancel_at: null }, { cancel_at: 5 })).to.deep.equal({ cancel_at: null });
  });
});
