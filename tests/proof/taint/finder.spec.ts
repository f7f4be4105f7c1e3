import { expect } from 'chai';
import { find } from './finder.js';
import { Taints } from './taints.js';

const taints = new Taints();
const name = taints.name('a form');
const number = taints.number('a form');
const words = taints.words('a message');
const file = taints.file('an attachment');
const [theName, theNumber, theWords, theFile] = taints.all;

const foundIn = (text: string) => find(taints.all, [{ name: 'a log', text }]).map(({ taint }) => taint);

describe('what was typed', () => {
  it('is found in a log that was told it', () => {
    expect(foundIn(JSON.stringify({ severity: 'INFO', message: `sent to ${number}` }))).to.deep.equal([
      theNumber,
    ]);
    expect(foundIn(`{"error":"Nobody is called ${name}"}`)).to.deep.equal([theName]);
    expect(foundIn(`first line\n${words}\nlast line`)).to.deep.equal([theWords]);
  });

  it('is found in other letters, in an address, and among other words', () => {
    expect(foundIn(words.toUpperCase())).to.deep.equal([theWords]);
    expect(foundIn(`/search?q=${encodeURIComponent(words)}`)).to.deep.equal([theWords]);
    expect(foundIn(`x${theWords?.core ?? ''}x`)).to.deep.equal([theWords]);
  });

  it('is found in base64, wherever it begins there, and in hex', () => {
    for (const before of ['', 'a', 'ab', 'abc']) {
      const coded = Buffer.from(`${before}${file}`);
      expect(foundIn(coded.toString('base64')), `after “${before}”`).to.deep.equal([theFile]);
      expect(foundIn(coded.toString('base64url')), `after “${before}”`).to.deep.equal([theFile]);
    }
    expect(foundIn(Buffer.from(number).toString('hex'))).to.deep.equal([theNumber]);
  });

  it('is not found where nobody told it', () => {
    expect(
      foundIn('{"severity":"INFO","message":"message sent","messageId":"m1","count":14155550100}'),
    ).to.deep.equal([]);
    expect(foundIn('')).to.deep.equal([]);
  });

  it('is a string of its own each time', () => {
    const many = new Taints();
    for (let n = 0; n < 500; n += 1) many.words('a note');
    expect(new Set(many.all.map(({ core }) => core)).size).to.equal(500);
  });
});
