const KEY = 'leadpulse-sign-up';
let isShut = false;

/** Closes sign-up in this tab until it is closed; nothing else of the answer is kept. */
export function shutDoor(): void {
  isShut = true;
  try {
    sessionStorage.setItem(KEY, 'closed');
  } catch {
    // Without storage the memory of this page has to do.
  }
}

export function isDoorShut(): boolean {
  try {
    return isShut || sessionStorage.getItem(KEY) === 'closed';
  } catch {
    return isShut;
  }
}
