import { expect } from 'chai';
import { smsSegments } from './segments.js';

const shape = (text: string) => {
  const { encoding, units, segments, perSegment, left } = smsSegments(text);
  return [encoding, units, segments, perSegment, left];
};

describe('the segments of a text', () => {
  const cases: [string, string, [string, number, number, number, number]][] = [
    ['no character', '', ['GSM-7', 0, 0, 160, 160]],
    ['160 of the basic alphabet', 'a'.repeat(160), ['GSM-7', 160, 1, 160, 0]],
    ['161 of the basic alphabet', 'a'.repeat(161), ['GSM-7', 161, 2, 153, 145]],
    ['306', 'a'.repeat(306), ['GSM-7', 306, 2, 153, 0]],
    ['307', 'a'.repeat(307), ['GSM-7', 307, 3, 153, 152]],
    ['an extension character that fills the text', `${'a'.repeat(158)}€`, ['GSM-7', 160, 1, 160, 0]],
    ['an extension character that overflows it', `${'a'.repeat(159)}€`, ['GSM-7', 161, 2, 153, 145]],
    [
      'an extension character kept whole',
      `${'a'.repeat(152)}€${'a'.repeat(20)}`,
      ['GSM-7', 174, 2, 153, 131],
    ],
    ['70 outside the alphabet', 'ж'.repeat(70), ['UCS-2', 70, 1, 70, 0]],
    ['71 outside the alphabet', 'ж'.repeat(71), ['UCS-2', 71, 2, 67, 63]],
    ['134 outside the alphabet', 'ж'.repeat(134), ['UCS-2', 134, 2, 67, 0]],
    ['135 outside the alphabet', 'ж'.repeat(135), ['UCS-2', 135, 3, 67, 66]],
    ['35 emoji', '🏡'.repeat(35), ['UCS-2', 70, 1, 70, 0]],
    ['36 emoji, none cut in half', '🏡'.repeat(36), ['UCS-2', 72, 2, 67, 61]],
    ['67 emoji, one unit of each part unused', '🏡'.repeat(67), ['UCS-2', 134, 3, 67, 65]],
    ['a typographic apostrophe among plain letters', 'it’s', ['UCS-2', 4, 1, 70, 66]],
    ['Greek capitals, accents and line breaks of the alphabet', 'ΔΩ éà\r\nÑ', ['GSM-7', 8, 1, 160, 152]],
    ['each of the extension table', '\f^{}\\[~]|€', ['GSM-7', 20, 1, 160, 140]],
    ['a lower-case c with cedilla, which has only its capital', 'ç', ['UCS-2', 1, 1, 70, 69]],
  ];
  for (const [title, text, expected] of cases) {
    it(`count ${title}`, () => expect(shape(text)).to.deep.equal(expected));
  }

  it('hold every character whole in 2,000 random texts', () => {
    const alphabet = Array.from('abc €{}ж🏡👩‍👧\n');
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    for (let run = 0; run < 2_000; run += 1) {
      const letters = random(2) === 0 ? alphabet.slice(0, 7) : alphabet;
      const text = Array.from({ length: 1 + random(400) }, () => letters[random(letters.length)]).join('');
      const { encoding, units, segments, perSegment, left } = smsSegments(text);
      const size = (character: string) =>
        encoding === 'UCS-2' ? character.length : '€{}'.includes(character) ? 2 : 1;
      expect(units).to.equal(Array.from(text).reduce((sum, character) => sum + size(character), 0));
      const wasted = segments * perSegment - units - left; // a unit left over where a pair did not fit
      expect(left).to.be.within(0, perSegment);
      expect(wasted).to.be.within(0, Math.max(0, segments - 1));
    }
  });
});
