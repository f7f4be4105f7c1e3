import { HOST, PROJECT_ID, type Ports } from '../../../local/ports.js';

/** A signed-in person with the web SDK; loaded late, so that a counter can be installed before. */
export async function signIn(ports: Ports, email: string, password: string) {
  const { initializeApp } = await import('firebase/app');
  const auths = await import('firebase/auth');
  const { connectFirestoreEmulator, getFirestore } = await import('firebase/firestore');
  const app = initializeApp({ projectId: PROJECT_ID, apiKey: 'local' });
  const auth = auths.initializeAuth(app, { persistence: auths.inMemoryPersistence });
  auths.connectAuthEmulator(auth, `http://${HOST}:${ports.auth}`, { disableWarnings: true });
  const db = getFirestore(app);
  connectFirestoreEmulator(db, HOST, ports.firestore);
  const { user } = await auths.signInWithEmailAndPassword(auth, email, password);
  return { db, uid: user.uid };
}
