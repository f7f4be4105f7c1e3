/** Two letters for a name or an address; the last two digits of a number. */
export function initialsOf(name: string): string {
  if (!/\p{L}/u.test(name)) return name.replace(/\D/gu, '').slice(-2) || '?';
  const words = name
    .trim()
    .split(/[\s@._-]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const [first = '', ...rest] = words;
  const last = rest.at(-1) ?? '';
  const letters = Array.from(first)
    .slice(0, last === '' ? 2 : 1)
    .concat(Array.from(last).slice(0, 1))
    .join('');
  return letters.toUpperCase() || '?';
}

/** The same person has the same hue everywhere; 12 hues, so that neighbours differ clearly. */
export function hueOf(seed: string): number {
  let hash = 0;
  for (const letter of seed) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return (hash % 12) * 30;
}
