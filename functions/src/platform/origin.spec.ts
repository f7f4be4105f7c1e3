import { expect } from 'chai';
import { originOf } from './origin.js';

const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36';

describe('where a request came from', () => {
  for (const [ip, network] of [
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:85a3:1:2:3:4:5', '2001:db8:85a3::/48'],
    ['2001:db8::1', '2001:db8:0::/48'],
    ['::1', '0:0:0::/48'],
    ['', ''],
    ['unknown', ''],
  ] as const) {
    it(`${ip || 'no address'} is told as ${network || 'nothing'}`, () => {
      expect(originOf({ ip, headers: {} }).network).to.equal(network);
    });
  }

  it('the browser is told by its family only', () => {
    expect(originOf({ headers: { 'user-agent': CHROME } }).browser).to.equal('Chrome');
    expect(originOf({ headers: { 'user-agent': `${CHROME} Edg/140.0` } }).browser).to.equal('Edge');
    expect(originOf({ headers: { 'user-agent': 'curl/8' } }).browser).to.equal('other');
    expect(originOf({ headers: {} }).browser).to.equal('other');
  });
});
