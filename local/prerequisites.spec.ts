import { expect } from 'chai';
import { judgeJava, judgeNode, lacksPackages } from './prerequisites.mjs';

describe('what the commands need', () => {
  it('is Node 20.19 or newer, and else how to get it', () => {
    expect(judgeNode('20.19.0').fix).to.equal(undefined);
    expect(judgeNode('22.1.0').fix).to.equal(undefined);
    expect(judgeNode('20.18.3').fix).to.include('nvm install');
  });

  it('is Java 11 or newer, whose old ones call themselves 1.8', () => {
    expect(judgeJava('openjdk version "17.0.2" 2022-01-18', 'linux')).to.deep.equal({
      name: 'Java',
      state: '17',
    });
    expect(judgeJava('java version "1.8.0_402"', 'darwin').fix).to.include('too old');
    expect(judgeJava(undefined, 'linux').fix).to.include('apt-get install');
  });

  describe('of packages', () => {
    const one = { version: '1.0.0', integrity: 'sha512-a' };
    const wanted = { '': { version: '0.1.0' }, model: { version: '0.1.0' }, 'node_modules/one': one };

    it('is nothing more while each is there as the lockfile names it', () => {
      expect(lacksPackages(wanted, { 'node_modules/one': one })).to.equal(false);
    });

    it('is an installation where one is missing or another one', () => {
      expect(lacksPackages(wanted, {})).to.equal(true);
      expect(lacksPackages(wanted, { 'node_modules/one': { ...one, version: '1.0.1' } })).to.equal(true);
      expect(lacksPackages(wanted, { 'node_modules/one': { ...one, integrity: 'sha512-b' } })).to.equal(true);
    });

    it('does not count what is for other machines', () => {
      const forOthers = { ...wanted, 'node_modules/two': { ...one, optional: true } };
      expect(lacksPackages(forOthers, { 'node_modules/one': one })).to.equal(false);
    });
  });
});
