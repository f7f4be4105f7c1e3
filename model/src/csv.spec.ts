import { expect } from 'chai';
import { csvOf } from './csv.js';

const cellOf = (value: string): string =>
  csvOf([[value]])
    .slice(1)
    .trimEnd();

describe('a CSV file', () => {
  it('quotes text, doubles quotes and keeps numbers plain', () => {
    expect(
      csvOf([
        ['Name', 'No.'],
        ['Ann "A", B\nC', 7],
      ]),
    ).to.equal('\uFEFF"Name","No."\r\n"Ann ""A"", B\nC",7\r\n');
  });

  for (const start of ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
    it(`shows what begins with ${JSON.stringify(start)} as text, not as a formula`, () => {
      expect(cellOf(`${start}cmd|' /C calc'!A0`)).to.match(/^"'/);
    });
  }

  it('cannot be left by a quote: what follows it stays in the cell', () => {
    expect(cellOf('a",=1+1,"')).to.equal('"a"",=1+1,"""');
  });

  it('leaves a sign within the text alone', () => {
    expect(cellOf('2+2=4')).to.equal('"2+2=4"');
  });
});
