import { keptHere } from '../../lib/browserStorage.js';

const KEY = 'leadpulse-single-keys';

/** WCAG 2.1.4: shortcuts of a single character can be switched off; chords such as Ctrl-K stay. */
export function singleKeysOn(): boolean {
  return keptHere.get(KEY) !== 'off';
}

/** Without storage the choice cannot be kept; the shortcuts stay on. */
export function setSingleKeys(on: boolean): void {
  if (on) keptHere.remove(KEY);
  else keptHere.set(KEY, 'off');
}
