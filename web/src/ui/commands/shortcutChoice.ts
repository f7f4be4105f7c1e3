const KEY = 'leadpulse-single-keys';

/** WCAG 2.1.4: shortcuts of a single character can be switched off; chords such as Ctrl-K stay. */
export function singleKeysOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

export function setSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
  } catch {
    // Without storage the choice cannot be kept; the shortcuts stay on.
  }
}
