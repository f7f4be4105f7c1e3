import { deleteOrgContract } from '@leadpulse/model';
import { EmailAuthProvider, reauthenticateWithCredential } from 'firebase/auth';
import type { z } from 'zod';
import { authWords, codeOf } from '../../lib/authWords.js';
import { CallRefusal, callContract } from '../../lib/call.js';
import { auth } from '../../lib/firebase/auth.js';

/** Signs in afresh, as the server wants it for this, then deletes. */
export async function deleteOrganization(
  input: z.input<typeof deleteOrgContract.input>,
  password: string,
): Promise<void> {
  const user = auth.currentUser;
  const email = user?.email ?? null;
  if (user === null || email === null)
    throw new CallRefusal('unauthenticated', 'not-signed-in', undefined, {});
  await reauthenticateWithCredential(user, EmailAuthProvider.credential(email, password));
  await callContract(deleteOrgContract, input);
  location.reload(); // what this tab still holds of the organization goes at once
}

const WRONG_PASSWORD = new Set([
  'auth/invalid-credential',
  'auth/wrong-password',
  'auth/invalid-login-credentials',
]);

export function deletionWords(error: unknown): string {
  return WRONG_PASSWORD.has(codeOf(error))
    ? 'This is not your password. Nothing was deleted.'
    : authWords(error);
}
