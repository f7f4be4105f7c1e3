import { createUserWithEmailAndPassword, signInWithEmailAndPassword, updateProfile } from 'firebase/auth';
import { refreshPerson } from '../../lib/authState.js';
import { auth } from '../../lib/firebase/auth.js';
import { sendVerification } from '../../lib/verification.js';
import { codeOf } from '../../lib/authWords.js';

export interface SignUpForm {
  name: string;
  email: string;
  password: string;
  orgName: string;
  promotionalEmails: boolean;
}

/** `made`: the account is this form's own. `existing`: the email and password open an account from before. */
type Account = 'made' | 'existing';

/** Makes the account, or finds the one that an earlier try of this form made. */
export async function ownAccount({
  name,
  email,
  password,
}: Pick<SignUpForm, 'name' | 'email' | 'password'>): Promise<Account> {
  if (auth.currentUser?.email === email.toLowerCase()) return 'made'; // made before, then the next step failed
  try {
    const { user } = await createUserWithEmailAndPassword(auth, email, password);
    await updateProfile(user, { displayName: name });
    await refreshPerson();
  } catch (error) {
    if (codeOf(error) !== 'auth/email-already-in-use') throw error;
    await signInWithEmailAndPassword(auth, email, password).catch((refused: unknown) => {
      throw codeOf(refused) === 'auth/network-request-failed' ? refused : error;
    });
    return 'existing';
  }
  await sendVerification().catch(() => undefined); // the banner offers to send it again
  return 'made';
}

/** Account, then organization; the id of the new organization, or null where the person has an account already. */
export async function signUp(form: SignUpForm): Promise<string | null> {
  if ((await ownAccount(form)) === 'existing') return null;
  const { createOrganization } = await import('./createOrganization.js');
  return createOrganization({
    orgName: form.orgName,
    displayName: form.name,
    promotionalEmails: form.promotionalEmails,
  });
}
