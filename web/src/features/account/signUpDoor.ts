import { keptInTab } from '../../lib/browserStorage.js';

const KEY = 'leadpulse-sign-up';
let isShut = false; // without storage the memory of this page has to do

/** Closes sign-up in this tab until it is closed; nothing else of the answer is kept. */
export function shutDoor(): void {
  isShut = true;
  keptInTab.set(KEY, 'closed');
}

export function isDoorShut(): boolean {
  return isShut || keptInTab.get(KEY) === 'closed';
}
