import { notify } from '../../ui/notify.js';

const BECAUSE: Record<string, string> = {
  'permission-denied': 'Your role does not allow it, or this contact is no longer yours to see.',
  'not-found': 'The contact was deleted meanwhile.',
  unavailable: 'The server cannot be reached. Check your connection, then try again.',
};

/** A write that was refused: what did not happen, and why. */
export function sayFailed(what: string, error: unknown): void {
  const code = (error as { code?: unknown }).code;
  const because = typeof code === 'string' ? BECAUSE[code] : undefined;
  const message = because ?? 'Something went wrong on our side. Try again in a moment.';
  void notify({ color: 'red', title: what, message });
}
