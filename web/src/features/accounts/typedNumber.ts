/** A number with its country code as people write it, in E.164; null while it is not complete. */
export function typedNumber(typed: string): string | null {
  const number = typed.replace(/[\s().-]/g, '');
  return /^\+[1-9]\d{6,14}$/.test(number) ? number : null;
}
