import { PROCESSORS } from '@leadpulse/policy/processors';
import { expect } from 'chai';
import { cruise } from 'dependency-cruiser';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inRoot } from '../../local/world/places.js';
import { lintCodes } from './lint.js';

type RuleSet = NonNullable<NonNullable<Parameters<typeof cruise>[1]>['ruleSet']>;
const boundaries = createRequire(import.meta.url)(inRoot('.dependency-cruiser.cjs')) as RuleSet & {
  options: { enhancedResolveOptions: object };
};

/** Which rules a file of functions/ breaks, in a folder that holds nothing else. */
async function broken(file: string, code: string): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), 'leadpulse-outgoing-'));
  try {
    symlinkSync(inRoot('node_modules'), join(root, 'node_modules'));
    for (const [path, text] of [
      [file, code],
      ['functions/src/platform/http.ts', 'export const requestJson = 1;'],
    ] as const) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const { output } = await cruise([file], {
      ...{ baseDir: root, validate: true, ruleSet: boundaries, tsPreCompilationDeps: true },
      doNotFollow: { path: 'node_modules' },
      enhancedResolveOptions: boundaries.options.enhancedResolveOptions,
    });
    return typeof output === 'string' ? [output] : output.summary.violations.map(({ rule }) => rule.name);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** Every `@processor` of functions/, with the file that names it. */
function named(): (readonly [file: string, id: string])[] {
  const files = readdirSync(inRoot('functions/src'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      [...readFileSync(inRoot(`functions/src/${file}`), 'utf8').matchAll(/@processor ([\w-]+)/g)].map(
        ([, id = '']) => [file, id] as const,
      ),
    );
}

describe('what reaches outside of the functions [P12]', function () {
  this.timeout(30_000);
  const [STRANGER, STRIPE] = ['functions/src/org/stranger.ts', 'functions/src/billing/stripeClient.ts'];

  for (const code of [
    `import { request } from 'node:https'; request('');`,
    `import { request } from 'http'; request('');`,
    `const { connect } = await import('node:net'); connect('');`,
    `import { lookup } from 'node:dns/promises'; await lookup('');`,
    `import { spawn } from 'node:child_process'; spawn('curl');`,
    `import Stripe from 'stripe'; new Stripe('');`,
    `const { createTransport } = await import('nodemailer'); createTransport('');`,
    `import { initializeApp } from 'firebase-admin/app'; initializeApp();`,
    `import { requestJson } from '../platform/http.js'; requestJson;`,
  ]) {
    it(`is refused in a file that names no processor: ${code}`, async () => {
      expect(await broken(STRANGER, code)).to.deep.equal(['outside-by-a-processor']);
    });
  }

  it('is let through where the file names its processor, and types are always', async () => {
    const code = `const { default: Stripe } = await import('stripe'); new Stripe('');`;
    expect(await broken(STRIPE, code)).to.deep.equal([]);
    expect(await broken(STRANGER, `import type Stripe from 'stripe'; let it: Stripe;`)).to.deep.equal([]);
  });

  for (const code of [
    `fetch('https://elsewhere.test')`,
    `globalThis.fetch('https://elsewhere.test')`,
    `new WebSocket('wss://elsewhere.test')`,
    `new EventSource('https://elsewhere.test')`,
  ]) {
    it(`is refused by lint: ${code}`, () => {
      expect(lintCodes(STRANGER, code)).to.have.length(1);
      expect(lintCodes('local/elsewhere.ts', code)).to.be.empty;
    });
  }
});

describe('the register of processors [P12]', () => {
  it('holds each processor that a file names, and no other', () => {
    const ids = new Set(named().map(([, id]) => id));
    expect([...ids].sort()).to.deep.equal(PROCESSORS.map(({ id }) => id).sort());
  });

  it('says of each what it does, what it gets, and under which contract', () => {
    for (const { id, name, does, gets, never, terms } of PROCESSORS) {
      for (const words of [name, does, never, terms, ...gets]) expect(words, id).not.to.equal('');
      expect(gets, id).not.to.be.empty;
    }
  });
});
