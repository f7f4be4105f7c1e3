import { HOST, portsOf, PROJECT_ID, readBase } from './ports.js';

/** Where `db()` leads: a deployed project, with your gcloud credentials, or the running local world (PORT_BASE, or 5300). */
export function pointAt(project: string | undefined): void {
  process.env.GCLOUD_PROJECT = project ?? PROJECT_ID;
  if (project !== undefined) return;
  const { firestore } = portsOf(readBase(process.env.PORT_BASE ?? '5300'));
  process.env.FIRESTORE_EMULATOR_HOST = `${HOST}:${firestore}`;
  process.env.METADATA_SERVER_DETECTION = 'none';
}
