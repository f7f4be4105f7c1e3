import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { HOST, portsOf, PROJECT_ID, readBase } from './ports.js';
import { functionsEnvironment, secretsOf } from './world/environment.js';
import { inRoot } from './world/places.js';

/**
 * Where the functions' code leads when staff run it by hand: the running local world (PORT_BASE, or 5300), or a deployed
 * project with the gcloud credentials of who runs it, the settings of `functions/.env.PROJECT`, and the secrets that are
 * named, from the environment.
 */
export function pointAt(project: string | undefined, secrets: readonly string[] = []): void {
  process.env.GCLOUD_PROJECT = project ?? PROJECT_ID;
  if (project !== undefined) {
    pointAtProject(project, secrets);
    return;
  }
  const ports = portsOf(readBase(process.env.PORT_BASE ?? '5300'));
  const local = { ...functionsEnvironment(ports, '', {}), ...secretsOf(ports), FUNCTIONS_EMULATOR: 'true' };
  Object.assign(process.env, { ...local, ...process.env });
  process.env.FIRESTORE_EMULATOR_HOST = `${HOST}:${ports.firestore}`;
  process.env.FIREBASE_AUTH_EMULATOR_HOST = `${HOST}:${ports.auth}`;
  process.env.CLOUD_TASKS_EMULATOR_HOST = `${HOST}:${ports.tasks}`;
  process.env.METADATA_SERVER_DETECTION = 'none';
}

function pointAtProject(project: string, secrets: readonly string[]): void {
  const file = inRoot(`functions/.env.${project}`);
  if (existsSync(file)) Object.assign(process.env, parseEnv(readFileSync(file, 'utf8')));
  const missing = secrets.filter((name) => !process.env[name]);
  if (missing.length === 0) return;
  const how = missing.map(
    (name) => `export ${name}="$(npx firebase functions:secrets:access ${name} --project ${project})"`,
  );
  throw new Error(`This needs secrets of the project. Run first:\n${how.join('\n')}`);
}
