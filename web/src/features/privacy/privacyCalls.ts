import {
  changeMyNameContract,
  eraseMyAccountContract,
  exportMyDataContract,
  exportOrgContract,
  requestPrivacyContract,
} from '@leadpulse/model';
import { EmailAuthProvider, reauthenticateWithCredential } from 'firebase/auth';
import type { z } from 'zod';
import { signOut } from '../../lib/authState.js';
import { authWords, codeOf } from '../../lib/authWords.js';
import { CallRefusal, callContract } from '../../lib/call.js';
import { auth } from '../../lib/firebase/auth.js';
import { rememberOrg } from '../../lib/lastOrg.js';
import { putOff } from '../../lib/putOff.js';

export function changeMyName(displayName: string) {
  return callContract(changeMyNameContract, { displayName });
}

export function exportMyData() {
  return callContract(exportMyDataContract, {});
}

export function exportOrg(orgId: string) {
  return callContract(exportOrgContract, { orgId });
}

export function requestPrivacy(asked: z.input<typeof requestPrivacyContract.input>) {
  return callContract(requestPrivacyContract, asked);
}

/** Signs in afresh, as the server wants it for this, then erases; the receipt's number stands in the address that follows. */
export async function eraseMyAccount(confirmEmail: string, password: string): Promise<void> {
  const user = auth.currentUser;
  const email = user?.email ?? null;
  if (user === null || email === null) {
    throw new CallRefusal('unauthenticated', 'not-signed-in', undefined, {});
  }
  await reauthenticateWithCredential(user, EmailAuthProvider.credential(email, password));
  const { requestId } = await callContract(eraseMyAccountContract, { confirmEmail });
  rememberOrg(null);
  putOff(null);
  await signOut();
  location.assign(`/erased#${requestId}`); // nothing of the account stays in this page's memory
}

const WRONG_PASSWORD = new Set([
  'auth/invalid-credential',
  'auth/wrong-password',
  'auth/invalid-login-credentials',
]);

export function erasureWords(error: unknown): string {
  return WRONG_PASSWORD.has(codeOf(error))
    ? 'This is not your password. Nothing was erased.'
    : authWords(error);
}
