import { expect } from 'chai';
import { decodeForm } from './form.js';

describe("Stripe's form encoding", () => {
  const read = (text: string): unknown => JSON.parse(JSON.stringify(decodeForm(text)));

  it('reads nested objects and lists', () => {
    expect(read('a[b][0][c]=1&a[b][1][c]=2&a[d]=x%20y&e=')).to.deep.equal({
      a: { b: [{ c: '1' }, { c: '2' }], d: 'x y' },
      e: '',
    });
  });

  it('reads a list without numbers', () => {
    expect(read('expand[]=customer&expand[]=data.latest_invoice')).to.deep.equal({
      expand: ['customer', 'data.latest_invoice'],
    });
  });

  it('takes a parameter of any name as just that', () => {
    read('__proto__[polluted]=1&a[constructor][prototype][polluted]=1');
    expect(({} as Record<string, unknown>).polluted).to.equal(undefined);
  });

  it('gives nothing for nothing', () => {
    expect(read('')).to.deep.equal({});
  });
});
