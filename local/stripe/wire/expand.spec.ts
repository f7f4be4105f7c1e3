import { expect as that } from 'chai';
import { expand } from './expand.js';

describe('expanding', () => {
  const known: Record<string, object> = { in_1: { id: 'in_1', customer: 'cus_1' }, cus_1: { id: 'cus_1' } };
  const find = (id: string): object | undefined => known[id];

  it('puts an object in place of its id, in lists too', () => {
    const list = { data: [{ latest_invoice: 'in_1' }, { latest_invoice: null }] };
    that(expand(list, ['data.latest_invoice'], find)).to.deep.equal({
      data: [{ latest_invoice: known.in_1 }, { latest_invoice: null }],
    });
  });

  it('goes on into what it has just put there', () => {
    that(
      expand({ latest_invoice: 'in_1' }, ['latest_invoice', 'latest_invoice.customer'], find),
    ).to.deep.equal({
      latest_invoice: { id: 'in_1', customer: known.cus_1 },
    });
  });

  it('leaves the object it was given as it is', () => {
    const object = { latest_invoice: 'in_1' };
    expand(object, ['latest_invoice'], find);
    that(object).to.deep.equal({ latest_invoice: 'in_1' });
  });

  it('refuses what cannot be expanded', () => {
    that(() => expand({ name: 'x' }, ['name'], find)).to.throw(/cannot be expanded \(name\)/);
    that(() => expand({ name: 'x' }, ['friend'], find)).to.throw(/cannot be expanded \(friend\)/);
  });
});
