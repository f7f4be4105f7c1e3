import { onIdTokenChanged, signOut as firebaseSignOut } from 'firebase/auth';
import type { User as FirebaseUser } from 'firebase/auth';
import { useSyncExternalStore } from 'react';
import { auth } from './firebase/auth.js';

/** Who is signed in, as Firebase Authentication knows them. */
export interface Person {
  uid: string;
  email: string;
  displayName: string;
  isEmailVerified: boolean;
}

export type AuthState =
  | { status: 'loading' }
  | { status: 'signed-out'; byChoice: boolean }
  | { status: 'signed-in'; person: Person };

let state: AuthState = { status: 'loading' };
let isLeaving = false;
const listeners = new Set<() => void>();

function publish(user: FirebaseUser | null): void {
  if (user !== null) isLeaving = false;
  state =
    user === null
      ? { status: 'signed-out', byChoice: isLeaving }
      : { status: 'signed-in', person: personOf(user) };
  for (const listener of listeners) listener();
}

function personOf(user: FirebaseUser): Person {
  return {
    uid: user.uid,
    email: user.email ?? '',
    displayName: user.displayName ?? '',
    isEmailVerified: user.emailVerified,
  };
}

onIdTokenChanged(auth, publish);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useAuthState(): AuthState {
  return useSyncExternalStore(subscribe, () => state);
}

/** Asks Firebase again who this is: a verified address or a new name shows without a new sign-in. */
export async function refreshPerson(): Promise<void> {
  const user = auth.currentUser;
  if (user === null) return;
  const wasVerified = user.emailVerified;
  await user.reload();
  if (user.emailVerified !== wasVerified) await user.getIdToken(true);
  publish(auth.currentUser);
}

const beforeSignOut = new Set<() => void>();

/** Runs before a person leaves, so that listeners end before their rights do. */
export function onSignOut(run: () => void): void {
  beforeSignOut.add(run);
}

export async function signOut(): Promise<void> {
  isLeaving = true;
  for (const run of beforeSignOut) run();
  await firebaseSignOut(auth);
}
