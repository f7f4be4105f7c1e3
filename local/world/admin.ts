import type { App } from 'firebase-admin/app';
import { getApps, initializeApp } from 'firebase-admin/app';
import type { Ports } from '../ports.js';
import { HOST, PROJECT_ID } from '../ports.js';

/** firebase-admin on the emulators of a world; rules do not hold for it. A process stays with its first world. */
export function adminAppAt(ports: Ports): App {
  process.env.FIRESTORE_EMULATOR_HOST = `${HOST}:${ports.firestore}`;
  process.env.FIREBASE_AUTH_EMULATOR_HOST = `${HOST}:${ports.auth}`;
  process.env.CLOUD_TASKS_EMULATOR_HOST = `${HOST}:${ports.tasks}`;
  process.env.METADATA_SERVER_DETECTION = 'none';
  const name = `world-${ports.hosting}`;
  return getApps().find((app) => app.name === name) ?? initializeApp({ projectId: PROJECT_ID }, name);
}
