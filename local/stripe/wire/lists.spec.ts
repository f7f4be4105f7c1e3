import { expect } from 'chai';
import { pageOf } from './lists.js';

describe('a list', () => {
  const objects = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id })); // oldest first
  const ids = (params: Parameters<typeof pageOf>[1]): string =>
    pageOf(objects, params, '/v1/letters')
      .data.map(({ id }) => id)
      .join('');

  it('begins with the newest and tells whether there is more', () => {
    expect(pageOf(objects, { limit: 2 }, '/v1/letters')).to.deep.equal({
      object: 'list',
      data: [{ id: 'e' }, { id: 'd' }],
      has_more: true,
      url: '/v1/letters',
    });
    expect(pageOf(objects, { limit: 5 }, '/v1/letters').has_more).to.equal(false);
  });

  it('goes on after the last of a page, and back before its first', () => {
    expect(ids({ limit: 2, starting_after: 'd' })).to.equal('cb');
    expect(ids({ limit: 2, starting_after: 'b' })).to.equal('a');
    expect(ids({ limit: 2, ending_before: 'b' })).to.equal('dc');
    expect(ids({ limit: 2, ending_before: 'd' })).to.equal('e');
  });

  it('refuses to go on after what is not in it', () => {
    expect(() => ids({ starting_after: 'z' })).to.throw(/No such object: 'z'/);
  });
});
