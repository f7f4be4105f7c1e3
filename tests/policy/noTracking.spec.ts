import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { inRoot } from '../../local/world/places.js';

/** The packages that the app is built of; one that measures, advertises or phones home has no place here. */
const KNOWN = [
  '@leadpulse/model',
  '@leadpulse/policy',
  '@mantine/charts',
  '@mantine/core',
  '@mantine/form',
  '@mantine/hooks',
  '@mantine/notifications',
  '@mantine/spotlight',
  '@tabler/icons-react',
  '@tanstack/react-virtual',
  'dompurify',
  'firebase',
  'react',
  'react-dom',
  'react-router',
  'recharts',
  'zod',
];

/** Parts of Firebase that tell Google of visitors. */
const TELLING =
  /firebase\/(analytics|performance|remote-config|installations|messaging|ai)|google-?analytics|gtag/i;

function sources(): [file: string, text: string][] {
  const files = readdirSync(inRoot('web/src'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /(?<!\.spec)\.(tsx?|css)$/.test(file))
    .map((file) => [file, readFileSync(inRoot(`web/src/${file}`), 'utf8')]);
}

describe('the app in the browser [P14]', () => {
  it('is built of known packages only', () => {
    const { dependencies } = JSON.parse(readFileSync(inRoot('web/package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(Object.keys(dependencies).filter((name) => !KNOWN.includes(name))).to.deep.equal([]);
  });

  it('uses no part of Firebase that tells of visitors', () => {
    expect(
      sources()
        .filter(([, text]) => TELLING.test(text))
        .map(([file]) => file),
    ).to.deep.equal([]);
  });

  it('names no address of anybody else to fetch from', () => {
    const page = readFileSync(inRoot('web/index.html'), 'utf8');
    const elsewhere =
      /(src|href)="(https?:)?\/\/|url\(['"]?(https?:)?\/\/|fetch\(['"`]https?:|sendBeacon|<iframe(?!\s+src="\/\w)/;
    expect(elsewhere.test(page)).to.equal(false);
    expect(
      sources()
        .filter(([, text]) => elsewhere.test(text))
        .map(([file]) => file),
    ).to.deep.equal([]);
  });
});
