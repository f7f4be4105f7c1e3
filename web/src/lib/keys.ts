/** What of a keyboard event matters for a shortcut. */
export interface Stroke {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** A shortcut is one key (`e`, `?`), a chord (`mod+k`; mod = Ctrl, or Cmd on a Mac) or two keys in turn (`g i`). */
export function strokeName({ key, ctrlKey, metaKey, altKey }: Stroke): string | null {
  if (altKey) return null;
  const name = key.length === 1 ? key.toLowerCase() : key;
  return ctrlKey || metaKey ? `mod+${name}` : name;
}

/** Which shortcut a stroke completes, given the one before it (null if that was long ago). */
export function completes(
  before: string | null,
  stroke: string,
  shortcuts: readonly string[],
): string | null {
  const sequence = before === null ? null : `${before} ${stroke}`;
  if (sequence !== null && shortcuts.includes(sequence)) return sequence;
  return shortcuts.includes(stroke) ? stroke : null;
}

/** How a shortcut is written on a key cap. */
export function keyCaps(shortcut: string, isMac: boolean): string[] {
  const caps = (part: string): string[] =>
    part.split('+').map((key) => {
      if (key === 'mod') return isMac ? '⌘' : 'Ctrl';
      return key.length === 1 ? key.toUpperCase() : key;
    });
  return shortcut.split(' ').flatMap(caps);
}
