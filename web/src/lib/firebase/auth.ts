import {
  browserLocalPersistence,
  connectAuthEmulator,
  indexedDBLocalPersistence,
  initializeAuth,
} from 'firebase/auth';
import { emulatorPort, firebaseApp, usesEmulators } from './app.js';

/** Passwords only: `getAuth` would bring the pop-up and phone sign-in code along. */
export const auth = initializeAuth(firebaseApp, {
  persistence: [indexedDBLocalPersistence, browserLocalPersistence],
});

if (usesEmulators) {
  connectAuthEmulator(auth, `http://${location.hostname}:${emulatorPort(1)}`, { disableWarnings: true });
}
