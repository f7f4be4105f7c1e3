import { connectFunctionsEmulator, getFunctions, httpsCallable } from 'firebase/functions';
import { emulatorPort, firebaseApp, usesEmulators } from './app.js';

const functions = getFunctions(firebaseApp, 'us-central1');

if (usesEmulators) connectFunctionsEmulator(functions, location.hostname, emulatorPort(3));

/** Calls a deployed function by its name; the answer is not yet checked. */
export async function invoke(name: string, input: unknown): Promise<unknown> {
  const answer = await httpsCallable(functions, name, { timeout: 60_000 })(input);
  return answer.data;
}
