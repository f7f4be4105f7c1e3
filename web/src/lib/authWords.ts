/** What Firebase Authentication refuses, in words a person can act on. One answer for a wrong email and a wrong password. */
const WORDS: Record<string, string> = {
  'auth/invalid-credential':
    'This email and password do not belong together. Check both, or reset the password.',
  'auth/invalid-email': 'This is not a complete email address.',
  'auth/missing-password': 'Enter your password.',
  'auth/email-already-in-use': 'There is an account with this email already. Sign in, or reset its password.',
  'auth/weak-password': 'This password is too easy to guess. Choose a longer one.',
  'auth/too-many-requests': 'Too many tries. Wait a few minutes, or reset the password.',
  'auth/user-disabled': 'This account was closed. Write to support if you think that is wrong.',
  'auth/network-request-failed': 'The server cannot be reached. Check your connection, then try again.',
  'auth/expired-action-code': 'This link is too old. Ask for a new one.',
  'auth/invalid-action-code': 'This link was used before, or a newer one was sent. Ask for a new one.',
};

const SAME_AS: Record<string, string> = {
  'auth/wrong-password': 'auth/invalid-credential',
  'auth/user-not-found': 'auth/invalid-credential',
  'auth/invalid-login-credentials': 'auth/invalid-credential',
  'auth/missing-email': 'auth/invalid-email',
  'auth/password-does-not-meet-requirements': 'auth/weak-password',
};

export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : 'unknown';
}

/** One sentence for anything thrown while signing in or up. */
export function authWords(error: unknown): string {
  const code = codeOf(error);
  const known = WORDS[SAME_AS[code] ?? code];
  if (known !== undefined) return known;
  const words = (error as { words?: unknown } | null)?.words; // a refusal of a callable brings its own
  return typeof words === 'string' ? words : 'Something went wrong on our side. Try again in a moment.';
}
