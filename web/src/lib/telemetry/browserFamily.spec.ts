import { BROWSER_FAMILIES } from '@leadpulse/model';
import { expect } from 'chai';
import { browserFamily } from './browserFamily.js';

const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const KIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';

describe('the family of a browser [P3]', () => {
  for (const [family, agents] of Object.entries({
    chrome: [
      `${WINDOWS} ${KIT} Chrome/141.0.0.0 Safari/537.36`,
      `${MAC} ${KIT} HeadlessChrome/141.0.0.0 Safari/537.36`,
      `${IPHONE} CriOS/141.0.7390.41 Mobile/15E148 Safari/604.1`,
    ],
    firefox: [
      'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0',
      `${IPHONE} FxiOS/143.0 Mobile/15E148 Safari/605.1.15`,
    ],
    safari: [
      `${MAC} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15`,
      `${IPHONE} Version/18.0 Mobile/15E148 Safari/604.1`,
    ],
    edge: [
      `${WINDOWS} ${KIT} Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0`,
      `${IPHONE} Version/18.0 EdgiOS/141.0 Mobile/15E148 Safari/604.1`,
    ],
    other: [
      `${WINDOWS} ${KIT} Chrome/141.0.0.0 Safari/537.36 OPR/122.0.0.0`,
      `Mozilla/5.0 (Linux; Android 10; K) ${KIT} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
      'curl/8.5.0',
      '',
    ],
  })) {
    for (const agent of agents) {
      it(`of ${agent || 'nothing'} is ${family}`, () => expect(browserFamily(agent)).to.equal(family));
    }
  }

  it('is one of the list, whatever a browser calls itself', () => {
    for (const agent of ['Edge', 'Chrome', '<script>', '🦊', 'Safari/604.1', 'x'.repeat(5000)]) {
      expect(BROWSER_FAMILIES).to.include(browserFamily(agent));
    }
  });
});
