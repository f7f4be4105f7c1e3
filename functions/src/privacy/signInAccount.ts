import { db } from '../platform/firestore.js';

async function auth() {
  db(); // initializes the app
  const { getAuth } = await import('firebase-admin/auth');
  return getAuth();
}

/** Nobody signs in with the account any more; the job deletes it. One that is gone already is no error. */
export async function closeSignIn(uid: string): Promise<void> {
  await unlessGone(async () => (await auth()).updateUser(uid, { disabled: true }));
}

export async function deleteSignIn(uid: string): Promise<void> {
  await unlessGone(async () => (await auth()).deleteUser(uid));
}

/** What the sign-in knows of somebody, for themselves: no hash of a password is among it. */
export async function signInFacts(uid: string): Promise<Record<string, unknown>> {
  const { email, emailVerified, displayName, disabled, metadata } = await (await auth()).getUser(uid);
  const { creationTime, lastSignInTime } = metadata;
  return { uid, email, emailVerified, displayName, disabled, creationTime, lastSignInTime };
}

async function unlessGone(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'auth/user-not-found') throw error;
  }
}
