import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { worldDirectory } from '../proof/worldEnvironment.js';

/** Hosts of absolute addresses in what is served, and why they stand there. None of the second kind is ever asked. */
const ASKED = [
  'firestore.googleapis.com', // the database
  'identitytoolkit.googleapis.com', // signing in
  'securetoken.googleapis.com', // tokens
  'cloudfunctions.net', // callables, after the project's name
];
const ONLY_NAMED = [
  ...['www.w3.org', 'json-schema.org'], // namespaces
  ...[
    'react.dev',
    'reactrouter.com',
    'mantine.dev',
    'redux.js.org',
    'redux-toolkit.js.org',
    'bit.ly',
    'github.com',
  ], // in errors
  'voice.google.com', // where a conversation of Google Voice is begun, to be opened
  'console.twilio.com', // where the keys of a Twilio account stand, to be opened
  ...['firebase.google.com', 'console.firebase.google.com', 'console.cloud.google.com'], // in errors
  ...['securetoken.google.com', 'apis.google.com', 'www.google.com', 'localhost', '127.0.0.1'], // code of the SDK that is not run here
];

/** The companies whose scripts and pixels are met most. */
const TRACKERS =
  /google-analytics|googletagmanager|doubleclick\.net|analytics\.google|connect\.facebook|facebook\.com\/tr|hotjar|segment\.(io|com)|mixpanel|amplitude\.com|sentry\.io|fullstory|clarity\.ms|intercom(cdn)?\.(io|com)|plausible\.io|posthog|datadoghq|newrelic|bugsnag|logrocket|heap\.io|matomo|hubspot|linkedin\.com\/px|bat\.bing|tiktok|snap\.licdn|adservice|cdn\.jsdelivr|unpkg\.com|fonts\.(googleapis|gstatic)|gravatar/i;

describe('what is served', () => {
  const files = (): { name: string; text: string }[] => {
    const folder = join(worldDirectory(), 'public');
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(html|js|css|svg|txt)$/.test(name))
      .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  };

  it('knows no tracker [P14]', () => {
    const known = files().flatMap(({ name, text }) => {
      const found = TRACKERS.exec(text)?.[0];
      return found === undefined ? [] : [`${name}: ${found}`];
    });
    expect(known).to.deep.equal([]);
  });

  it('names no address but those of Firebase and of explanations [P14]', () => {
    const hosts = files().flatMap(({ name, text }) =>
      [...text.matchAll(/\b(?:https?|wss?):\/\/([a-z0-9][a-z0-9.-]*)/gi)].map(([, host = '']) => ({
        name,
        host,
      })),
    );
    const isKnown = (host: string): boolean => [...ASKED, ...ONLY_NAMED].includes(host.toLowerCase());
    const strange = hosts.filter(({ host }) => !isKnown(host));
    expect(new Set(strange.map(({ name, host }) => `${host} in ${name}`))).to.deep.equal(new Set());
    expect(hosts.length).to.be.greaterThan(5);
  });

  it('loads nothing from elsewhere: scripts, styles, fonts and pictures are files of the site [P14]', () => {
    const { text: page } = files().find(({ name }) => name === 'index.html') ?? { text: '' };
    const sources = [...page.matchAll(/\b(?:src|href)="([^"]*)"/g)].map(([, source = '']) => source);
    expect(sources).not.to.be.empty;
    for (const source of sources) expect(source).to.match(/^\/[a-z]/);
    expect(page).not.to.match(/<script(?![^>]*\bsrc=)|<style|\son[a-z]+=|\sstyle=/); // nor inside the page
    for (const { name, text } of files().filter((file) => file.name.endsWith('.css')))
      expect(text, name).not.to.match(/@import|url\((?!["']?data:)/);
  });
});
