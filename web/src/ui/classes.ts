/** One `className` of several CSS module names; what does not apply is false. */
export function classes(...names: (string | false | undefined)[]): string {
  return names.filter((name) => typeof name === 'string').join(' ');
}
