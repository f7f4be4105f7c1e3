import { sendEmailVerification } from 'firebase/auth';
import { auth } from './firebase/auth.js';

/** Mails the signed-in person a link that proves their address. */
export async function sendVerification(): Promise<void> {
  if (auth.currentUser === null) return;
  await sendEmailVerification(auth.currentUser, { url: `${location.origin}/` });
}
