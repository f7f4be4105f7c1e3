import { expect } from 'chai';
import { securityHeaders } from '../../local/hosting/headers.js';
import { HOST } from '../../local/ports.js';
import { siteUrl, worldPorts } from '../../local/worldClient.js';
import { sees } from './sights.js';
import { stage } from './stage.js';

/** Runs in the page: tries what somebody would who got markup into it, and tells what came of it. */
const INTRUDE = `(async () => {
  const violations = [];
  addEventListener('securitypolicyviolation', ({ effectiveDirective }) => violations.push(effectiveDirective));
  const add = (tag, given) => document.body.append(Object.assign(document.createElement(tag), given));
  add('script', { textContent: 'window.intruded = 1' });
  add('script', { src: 'data:text/javascript,window.intruded=2' });
  add('div', { innerHTML: '<img src="/favicon.svg" onload="window.intruded = 3">' });
  add('style', { textContent: 'body { outline: 9px solid red }' });
  add('img', { src: 'http://${HOST}:9/pixel.gif' });
  add('iframe', { src: 'http://${HOST}:9/' });
  const asked = await fetch('http://${HOST}:9/').then(() => 'answered', () => 'refused');
  await new Promise((resolve) => setTimeout(resolve, 300));
  const { outlineStyle } = getComputedStyle(document.body);
  return { intruded: window.intruded ?? null, asked, outlineStyle, violations: [...new Set(violations)].sort() };
})()`;

describe('the headers of the site [P15]', function () {
  this.timeout(60_000);
  const { visitor } = stage();

  it('go with the start page, a screen, a script and a page that is not there', async () => {
    const { auth, firestore, functions } = worldPorts();
    const expected = securityHeaders([auth, firestore, functions].map((port) => `http://${HOST}:${port}`));
    const script = /src="(\/assets\/[^"]+)"/.exec(await (await fetch(siteUrl())).text())?.[1] ?? '';
    for (const path of ['/', '/o/some/inbox', script, '/scheme.js', '/nonsense']) {
      const { headers } = await fetch(siteUrl() + path);
      for (const { key, value } of expected) expect(headers.get(key), `${key} of ${path}`).to.equal(value);
    }
  });

  it('keep what got into a page from running, looking different, and asking anybody', async () => {
    const { page, watch } = await visitor();
    watch.expect(/Content Security Policy/, /request failed: .*:9\//, /asked a foreign host: data:/);
    await page.goto('/sign-in');
    await sees(page.getByRole('heading', { name: 'Sign in' }));
    expect(await page.evaluate(INTRUDE)).to.deep.equal({
      intruded: null,
      asked: 'refused',
      outlineStyle: 'none',
      violations: [
        'connect-src',
        'frame-src',
        'img-src',
        'script-src-attr',
        'script-src-elem',
        'style-src-elem',
      ],
    });
  });

  it('let no other page show ours in a frame', async () => {
    const { page, watch } = await visitor();
    watch.expect(/frame-ancestors|X-Frame-Options|ERR_BLOCKED_BY_RESPONSE|chrome-error/);
    await page.setContent(`<iframe src="${siteUrl()}/sign-in"></iframe>`);
    await page.waitForTimeout(500);
    expect(page.frames().map((frame) => frame.url())).not.to.include(`${siteUrl()}/sign-in`);
  });
});
