/** A number with its country code as people write it, in E.164; null while it is not complete. */
export function typedNumber(typed: string): string | null {
  const number = typed.replace(/[\s().-]/g, '');
  return /^\+[1-9]\d{6,14}$/.test(number) ? number : null;
}

/** The same for a number of the US or Canada, which people write without its country code. */
export function typedAmericanNumber(typed: string): string | null {
  const national = /^1?([2-9]\d{9})$/.exec(typed.replace(/[\s().+-]/g, ''))?.[1];
  return national === undefined ? null : `+1${national}`;
}
