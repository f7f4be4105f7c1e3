import type { App } from 'firebase-admin/app';
import { getApps, initializeApp } from 'firebase-admin/app';
import type { Auth } from 'firebase-admin/auth';
import { getAuth } from 'firebase-admin/auth';
import type { Firestore } from 'firebase-admin/firestore';
import { getFirestore } from 'firebase-admin/firestore';
import type { Ports } from './ports.js';
import { HOST, portsOf, PROJECT_ID, readBase, REGION } from './ports.js';

/** The ports of the world that a test runs against; the runner names it by its base port. */
export function worldPorts(): Ports {
  return portsOf(readBase(process.env.WORLD_BASE ?? '5400'));
}

export function siteUrl(): string {
  return `http://${HOST}:${worldPorts().hosting}`;
}

/** firebase-admin on this world's emulators; rules do not hold for it. */
export function adminApp(): App {
  const ports = worldPorts();
  process.env.FIRESTORE_EMULATOR_HOST = `${HOST}:${ports.firestore}`;
  process.env.FIREBASE_AUTH_EMULATOR_HOST = `${HOST}:${ports.auth}`;
  process.env.CLOUD_TASKS_EMULATOR_HOST = `${HOST}:${ports.tasks}`;
  process.env.METADATA_SERVER_DETECTION = 'none';
  const name = `world-${ports.hosting}`;
  return getApps().find((app) => app.name === name) ?? initializeApp({ projectId: PROJECT_ID }, name);
}

export function adminDb(): Firestore {
  return getFirestore(adminApp());
}

export function adminAuth(): Auth {
  return getAuth(adminApp());
}

/** Runs a scheduled function now; settles when the run is over, and fails as it failed. */
export async function fireSchedule(functionName: string, ports: Ports = worldPorts()): Promise<void> {
  const path = `functions/projects/${PROJECT_ID}/triggers/${REGION}-${functionName}-0`;
  const response = await fetch(`http://${HOST}:${ports.functions}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-cloudscheduler-jobname': functionName },
    body: '{}',
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`${functionName} answered ${response.status} ${answer}`);
}

/** Empties Firestore and Auth of the world; the mail sink and the sandbox keep what they have. */
export async function clearWorld(): Promise<void> {
  const ports = worldPorts();
  const stores = [
    `http://${HOST}:${ports.firestore}/emulator/v1/projects/${PROJECT_ID}/databases/(default)/documents`,
    `http://${HOST}:${ports.auth}/emulator/v1/projects/${PROJECT_ID}/accounts`,
  ];
  for (const url of stores) {
    const response = await fetch(url, { method: 'DELETE' });
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  }
}
