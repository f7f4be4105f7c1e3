import { expect } from 'chai';
import { runAccessFuzz } from '../rulesProof/accessFuzz.js';
import { runFuzz } from '../rulesProof/fuzz.js';
import type { Ground } from '../rulesProof/ground.js';
import { seededGround } from '../rulesProof/ground.js';
import { runOracle } from '../rulesProof/oracle.js';
import { runProbes } from '../rulesProof/probes.js';
import { stagedWorld, worldOf } from '../rulesProof/stage.js';
import { RULES } from './world.js';

// `npm run proof` asks all of it; these are samples that stay the same from run to run.
const PROBES_EVERY = 45;
const REQUESTS = 900;
const DOCUMENTS = 400;
const ORGANIZATIONS = 240;

describe('a sample of the proof', function () {
  this.timeout(300_000); // thousands of requests on a busy machine
  const world = worldOf(stagedWorld());
  let ground: Ground;

  before('a world of its own', async () => {
    ground = await seededGround('demo-proof-sample', RULES, stagedWorld());
  });

  it('no request across the walls between organizations is let through', async () => {
    const { probes, leaks } = await runProbes(ground, world, PROBES_EVERY);
    expect(probes).to.be.greaterThan(1000);
    expect(leaks).to.deep.equal([]);
  });

  it('the rules and the policy answer random requests the same', async () => {
    const { allowed, disagreements } = await runOracle(ground, world, 1, REQUESTS);
    expect(disagreements).to.deep.equal([]);
    expect(allowed).to.be.greaterThan(REQUESTS / 20);
  });

  it('random documents get in exactly where their schema and the policy take them', async () => {
    const { valid, wrong } = await runFuzz(ground, world, 1, DOCUMENTS);
    expect(wrong).to.deep.equal([]);
    expect(valid).to.be.greaterThan(DOCUMENTS / 20);
  });

  it('organizations that pay in random ways send exactly where the policy lets them', async () => {
    const { sending, disagreements } = await runAccessFuzz(ground, world, 1, ORGANIZATIONS);
    expect(disagreements).to.deep.equal([]);
    expect(sending).to.be.within(ORGANIZATIONS / 5, (ORGANIZATIONS * 4) / 5);
  });
});
