import { expect } from 'chai';
import { portsOf, readBase } from './ports.js';

describe('the ports of a world', () => {
  it('stand at fixed offsets above the base', () => {
    expect(portsOf(5300)).to.include({
      hosting: 5300,
      auth: 5301,
      firestore: 5302,
      functions: 5303,
      sandbox: 5311,
    });
  });

  it('never collide within a world or with the next world', () => {
    const all = [5300, 5400, 5500].flatMap((base) => Object.values(portsOf(base)));
    expect(new Set(all).size).to.equal(all.length);
  });

  it('are read from what a person typed', () => {
    expect(readBase('5350')).to.equal(5350);
  });

  for (const typed of ['', 'abc', '80', '70000', '5350.5']) {
    it(`refuse the base port "${typed}" in words`, () => {
      expect(() => readBase(typed)).to.throw(/whole number from 1024 to 65000/);
    });
  }
});
