import { Refusal } from '@leadpulse/model';
import { db } from './firestore.js';

/**
 * The caller's address and whether it is proven, as the sign-in knows it now: the caller's token may be an hour old,
 * and the account deleted or closed since.
 */
export async function currentPerson(uid: string): Promise<{ email: string; isEmailVerified: boolean }> {
  db(); // initializes the app
  const { getAuth } = await import('firebase-admin/auth');
  try {
    const { email = '', emailVerified, disabled } = await getAuth().getUser(uid);
    if (disabled) throw new Refusal('unauthenticated', 'not-signed-in');
    return { email, isEmailVerified: emailVerified };
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'auth/user-not-found') throw error;
    throw new Refusal('unauthenticated', 'not-signed-in');
  }
}
