import { initializeApp } from 'firebase/app';
import type { FirebaseOptions } from 'firebase/app';
import { leaveOutHeartbeat } from './noHeartbeat.js';

/** A build for the local world: the emulators of one world listen beside its site. */
export const usesEmulators = import.meta.env.VITE_EMULATORS === '1';

const { VITE_FIREBASE_API_KEY, VITE_FIREBASE_AUTH_DOMAIN, VITE_FIREBASE_PROJECT_ID, VITE_FIREBASE_APP_ID } =
  import.meta.env;

const options = usesEmulators
  ? { projectId: 'demo-leadpulse', apiKey: 'local' }
  : {
      apiKey: VITE_FIREBASE_API_KEY,
      authDomain: VITE_FIREBASE_AUTH_DOMAIN,
      projectId: VITE_FIREBASE_PROJECT_ID,
      appId: VITE_FIREBASE_APP_ID,
    };

leaveOutHeartbeat();
export const firebaseApp = initializeApp(options as FirebaseOptions);

/** The port of a part of this world: site +0, auth +1, firestore +2, functions +3, mail page +9, mail sink +10. */
export function emulatorPort(offset: number): number {
  return Number(import.meta.env.VITE_WORLD_BASE ?? location.port) + offset;
}
