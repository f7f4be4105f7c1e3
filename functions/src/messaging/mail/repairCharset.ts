/** What windows-1252 has where ISO 8859-1 has control characters, from 0x80 on. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const MOJIBAKE = /[ÂÃÅÄÐÑØÙâãäåæçèéêëìíîïð][\u0080-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/u;

/** UTF-8 that a mail declared as Latin text ("SchÃ¶n") is read as what it is; any other text stays as it came. */
export function repairCharset(text: string): string {
  if (!MOJIBAKE.test(text)) return text;
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const special = WINDOWS_1252.indexOf(character);
    if (code > 0xff && special === -1) return text;
    bytes.push(code > 0xff ? 0x80 + special : code);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return text; // not UTF-8: the letters were meant
  }
}
