import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildFunctions } from './builds.js';
import { inRoot, WORLDS } from './places.js';

const LIB = join(WORLDS, 'build-spec');

/** A process of its own, as each function has one; `__endpoint` is what firebase-tools looks for. */
const LOOK = `
const { basename } = require('node:path');
const all = require(${JSON.stringify(join(LIB, 'index.cjs'))});
const loaded = () => Object.keys(require.cache).filter((file) => file.startsWith(${JSON.stringify(LIB)})).map((file) => basename(file));
const atFirst = loaded();
const { region } = all.onOrgWritten.__endpoint;
const forOne = loaded();
const deployed = Object.keys(all).filter((name) => '__endpoint' in all[name]);
console.log(JSON.stringify({ atFirst, region, forOne, deployed }));
`;

interface Looked {
  atFirst: string[];
  region: string[];
  forOne: string[];
  deployed: string[];
}

describe('the bundles of the functions', () => {
  let looked: Looked;

  before(async function () {
    this.timeout(30_000);
    await buildFunctions(LIB, () => undefined);
    const { stdout, stderr } = spawnSync(process.execPath, ['--eval', LOOK], { encoding: 'utf8' });
    expect(stderr).to.equal(''); // firebase-functions says there if the options were set more than once
    looked = JSON.parse(stdout) as Looked;
  });

  after(() => rmSync(LIB, { recursive: true, force: true }));

  it('show a deployment every function that src/index.ts lists', () => {
    const list = readFileSync(inRoot('functions/src/index.ts'), 'utf8');
    const names = [...list.matchAll(/export \{ (\w+) \}/g)].map(([, name]) => name);
    expect(looked.deployed).to.deep.equal(names);
  });

  it('give a process the function that it serves and no other', () => {
    expect(looked.atFirst).to.have.members(['index.cjs', 'options.cjs']);
    expect(looked.forOne).to.have.members(['index.cjs', 'options.cjs', 'onOrgWritten.cjs']);
  });

  it('set the options once, before a function is defined', () => {
    expect(looked.region).to.deep.equal(['us-central1']);
  });
});
