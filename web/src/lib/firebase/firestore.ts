import { connectFirestoreEmulator, getFirestore } from 'firebase/firestore';
import { emulatorPort, firebaseApp, usesEmulators } from './app.js';

/** Import this only from code that a signed-in route loads: it is the heaviest part of the SDK. */
export const db = getFirestore(firebaseApp);

if (usesEmulators) connectFirestoreEmulator(db, location.hostname, emulatorPort(2));
