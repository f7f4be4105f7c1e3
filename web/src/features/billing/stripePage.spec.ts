import { expect } from 'chai';
import { isStripePage } from './stripePage.js';

const here = { hostname: '127.0.0.1' };

describe('a page of Stripe’s [P2]', () => {
  it('is on a host of Stripe’s, over TLS', () => {
    for (const url of [
      'https://checkout.stripe.com/c/pay/cs_1#x',
      'https://billing.stripe.com/p/session/1',
    ]) {
      expect(isStripePage(url, here, false), url).to.equal(true);
    }
  });

  it('is nothing that only looks like it', () => {
    for (const url of [
      'http://checkout.stripe.com/',
      'https://checkout.stripe.com.example.com/',
      'https://checkout.stripe.com@example.com/',
      'https://example.com/checkout.stripe.com',
      'https://checkout.stripe.com:8443/',
      'javascript:alert(1)',
      '/o/x/billing',
      '',
    ]) {
      expect(isStripePage(url, here, false), url).to.equal(false);
    }
  });

  it('is the stand-in of a local world only there', () => {
    expect(isStripePage('http://127.0.0.1:5813/pay/1', here, true)).to.equal(true);
    expect(isStripePage('http://127.0.0.1:5813/pay/1', here, false)).to.equal(false);
    expect(isStripePage('http://example.com/pay/1', here, true)).to.equal(false);
  });
});
