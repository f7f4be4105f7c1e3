interface Refused {
  code: string;
  reason: string;
  detail: Record<string, unknown>;
}

/** The reasons that callables give (`Refusal.reason` in functions), in words a person can act on. */
const BY_REASON: Record<string, string> = {
  'not-signed-in': 'You are signed out. Sign in again, then repeat this.',
  'not-a-member': 'You are not a member of this organization.',
  'org-paused': 'This organization is paused. Nothing can be sent until a plan is chosen.',
};

const BY_CODE: Record<string, string> = {
  unauthenticated: 'You are signed out. Sign in again, then repeat this.',
  'permission-denied': 'Your role does not allow this. An owner or admin can do it.',
  'not-found': 'This no longer exists. Somebody may have removed it.',
  'already-exists': 'This exists already.',
  'resource-exhausted': 'That was too much at once. Wait a minute, then try again.',
  'failed-precondition': 'This cannot be done right now.',
  'deadline-exceeded': 'The server took too long to answer. Check whether it worked before you try again.',
  unavailable: 'The server cannot be reached. Check your connection, then try again.',
};

/** What a refusal means, and what to do about it. */
export function wordsFor({ code, reason, detail }: Refused): string {
  const known = BY_REASON[reason];
  if (known !== undefined) return known;
  if (code === 'invalid-argument') return wordsForField(detail);
  return BY_CODE[code] ?? 'Something went wrong on our side. Nothing was changed; try again in a moment.';
}

function wordsForField({ field, allowed }: Record<string, unknown>): string {
  const what = typeof field === 'string' && field !== '' ? `Check “${field}”` : 'Check what you entered';
  return typeof allowed === 'string' ? `${what}: ${allowed}.` : `${what}.`;
}
