import { expect } from 'chai';
import { foldManifestLine } from './jars.js';
import { zipOf } from './zip.js';

describe('a launcher jar', () => {
  it('folds manifest lines at 72 bytes, each continuation after one space', () => {
    const path = `Class-Path: file:/${'long/'.repeat(40)}emulator.jar`;
    const lines = foldManifestLine(path).split('\r\n');
    expect(lines.pop()).to.equal('');
    for (const line of lines) expect(line.length + 2).to.be.at.most(72);
    expect(lines.map((line, i) => (i === 0 ? line : line.slice(1))).join('')).to.equal(path);
    for (const line of lines.slice(1)) expect(line[0]).to.equal(' ');
  });

  it('leaves a short line alone', () => {
    expect(foldManifestLine('Manifest-Version: 1.0')).to.equal('Manifest-Version: 1.0\r\n');
  });

  it('is a zip of one stored file', () => {
    const zip = zipOf('META-INF/MANIFEST.MF', 'hello');
    expect(zip.subarray(0, 4).toString('latin1')).to.equal('PK\x03\x04');
    expect(zip.includes('META-INF/MANIFEST.MF')).to.equal(true);
    expect(zip.subarray(-22, -18).toString('latin1')).to.equal('PK\x05\x06');
  });
});
