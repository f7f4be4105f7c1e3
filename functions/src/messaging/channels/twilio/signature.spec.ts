import { expect } from 'chai';
import { isSignedByTwilio, twilioSignature } from './signature.js';

/** The example of Twilio's own documentation. */
const URL = 'https://mycompany.com/myapp.php?foo=1&bar=2';
const TOKEN = '12345';
const PARAMS = {
  CallSid: 'CA1234567890ABCDE',
  Caller: '+12349013030',
  Digits: '1234',
  From: '+12349013030',
  To: '+18005551212',
};
const SIGNATURE = '0/KCTR6DLpKmkAf8muzZqo1nDgQ=';

const signed = (
  change: Partial<{ authToken: string; url: string; params: URLSearchParams }>,
  by = SIGNATURE,
) => isSignedByTwilio(by, { authToken: TOKEN, url: URL, params: new URLSearchParams(PARAMS), ...change });

describe('Twilio’s signature', () => {
  it('is that of its documentation', () => {
    expect(twilioSignature(TOKEN, URL, new URLSearchParams(PARAMS))).to.equal(SIGNATURE);
    expect(signed({})).to.equal(true);
  });

  it('holds in whatever order the parameters come', () => {
    const params = new URLSearchParams(Object.entries(PARAMS).reverse());
    expect(signed({ params })).to.equal(true);
  });

  it('covers every parameter, also one that is new or empty', () => {
    expect(signed({ params: new URLSearchParams({ ...PARAMS, Extra: '' }) })).to.equal(false);
    expect(signed({ params: new URLSearchParams({ ...PARAMS, Digits: '12345' }) })).to.equal(false);
    const fewer = new URLSearchParams(PARAMS);
    fewer.delete('To');
    expect(signed({ params: fewer })).to.equal(false);
  });

  it('covers the address to the letter', () => {
    for (const url of [URL.replace('https', 'http'), `${URL}&`, URL.replace('mycompany', 'other')]) {
      expect(signed({ url })).to.equal(false);
    }
  });

  it('of another account is none, and neither is nothing', () => {
    expect(signed({ authToken: '54321' })).to.equal(false);
    for (const by of ['', 'x', `${SIGNATURE} `, SIGNATURE.toLowerCase()])
      expect(signed({}, by)).to.equal(false);
  });

  it('keeps spaces, signs and letters of other alphabets as they were sent', () => {
    const body = new URLSearchParams('Body=%20hi%20%2B%20%C3%A9%20%F0%9F%8F%A1%0A&From=%2B14155550132');
    expect(body.get('Body')).to.equal(' hi + é 🏡\n');
    const signature = twilioSignature(TOKEN, URL, body);
    expect(signed({ params: new URLSearchParams(body.toString()) }, signature)).to.equal(true);
  });
});
