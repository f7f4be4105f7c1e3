import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { inRoot } from '../world/places.js';
import {
  defaultProject,
  deployedHeaders,
  MAIL_FRAME,
  MAIL_FRAME_HEADERS,
  readFirebaseJson,
  securityHeaders,
} from './headers.js';

const policyOf = (headers: { key: string; value: string }[]): Map<string, string[]> => {
  const policy = headers.find(({ key }) => key === 'Content-Security-Policy')?.value ?? '';
  return new Map(
    policy
      .split('; ')
      .map((line): [string, string[]] => [line.split(' ')[0] ?? '', line.split(' ').slice(1)]),
  );
};

describe('the headers of the site [P15]', () => {
  it('stand in firebase.json for the project that is deployed; `npm run headers` writes them', () => {
    const everywhere = readFirebaseJson().hosting.headers.filter(({ source }) => source === '**');
    expect(everywhere).to.deep.equal([{ source: '**', headers: deployedHeaders(defaultProject()) }]);
  });

  it('are looser for the page that a mail is shown in, and for no other, and come after those of all pages', () => {
    const { headers } = readFirebaseJson().hosting;
    expect(headers.at(-2)?.source).to.equal('**');
    expect(headers.at(-1)).to.deep.equal({ source: MAIL_FRAME, headers: MAIL_FRAME_HEADERS });
    const policy = policyOf(MAIL_FRAME_HEADERS);
    expect(Object.fromEntries(policy)).to.deep.equal({
      'default-src': ["'none'"], // no script, no frame, no font, no request
      'style-src': ["'unsafe-inline'"],
      'img-src': ['data:', 'https:'],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'self'"],
    });
    const page = readFileSync(inRoot(`web/public${MAIL_FRAME}`), 'utf8');
    expect(page).not.to.match(/<script|\son[a-z]+=|(src|href)=/);
  });

  it('let scripts and styles come from files of the site only', () => {
    const policy = policyOf(deployedHeaders('p'));
    for (const kind of ['script-src', 'style-src', 'img-src'])
      expect(policy.get(kind), kind).to.deep.equal(["'self'"]);
    for (const kind of ['default-src', 'frame-ancestors', 'base-uri'])
      expect(policy.get(kind), kind).to.deep.equal(["'none'"]);
    expect([...policy.values()].flat().join(' ')).not.to.match(/unsafe|\*|data:|http:|nonce/);
  });

  it('let the pages ask Firebase and the functions of this very project, and nobody else', () => {
    expect(policyOf(deployedHeaders('our-project')).get('connect-src')).to.deep.equal([
      "'self'",
      'https://identitytoolkit.googleapis.com',
      'https://securetoken.googleapis.com',
      'https://firestore.googleapis.com',
      'https://us-central1-our-project.cloudfunctions.net',
    ]);
  });

  it('tell browsers to come by HTTPS only, to show the site in no frame, and to tell others nothing of its addresses', () => {
    const values = Object.fromEntries(securityHeaders([]).map(({ key, value }) => [key, value]));
    expect(values).to.deep.include({
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'strict-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
    });
    const [, seconds] = /^max-age=(\d+);/.exec(values['Strict-Transport-Security'] ?? '') ?? [];
    expect(Number(seconds)).to.be.at.least(31_536_000);
    for (const feature of ['camera', 'microphone', 'geolocation', 'payment', 'browsing-topics'])
      expect(values['Permissions-Policy']).to.include(`${feature}=()`);
  });
});
