import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFirebaseJson, securityHeaders, withHeaders } from '../hosting/headers.js';
import type { Ports, Service } from '../ports.js';
import { HOST, PROJECT_ID } from '../ports.js';
import { dotenv } from './environment.js';
import { isCached } from './jars.js';
import { inRoot } from './places.js';

const DENY_ALL = `rules_version = '2';
service cloud.firestore { match /databases/{db}/documents { match /{document=**} { allow read, write: if false; } } }
`;

interface Contents {
  ports: Ports;
  hosting: boolean;
  functions: boolean;
  /** Further codebases, each in a folder of the world with its name. */
  codebases: readonly string[];
  pubsub: boolean;
}

/** Writes the firebase.json of a world: the deployable one, with this world's ports and generated folders. */
export function writeFirebaseJson(dir: string, contents: Contents): void {
  const deployable = withHeaders(readFirebaseJson(), securityHeaders(emulatorOrigins(contents.ports)));
  const [codebase] = deployable.functions as Record<string, unknown>[];
  const config = {
    firestore: { rules: 'firestore.rules', indexes: 'firestore.indexes.json' },
    ...(contents.functions && {
      functions: [
        { ...codebase, source: 'functions', predeploy: undefined, ignore: [] },
        ...contents.codebases.map((name) => ({ source: name, codebase: name, runtime: codebase?.runtime })),
      ],
    }),
    ...(contents.hosting && { hosting: { ...deployable.hosting, public: 'public' } }),
    emulators: emulatorsOf(contents),
  };
  writeFileSync(join(dir, 'firebase.json'), JSON.stringify(config, null, 2));
}

/** What stands in a world where a deployed site asks Firebase. */
function emulatorOrigins(ports: Ports): string[] {
  return [ports.auth, ports.firestore, ports.functions].map((port) => `http://${HOST}:${port}`);
}

function emulatorsOf({ ports, hosting, functions, pubsub }: Contents): Record<string, unknown> {
  const at = (service: Service): { host: string; port: number } => ({ host: HOST, port: ports[service] });
  return {
    singleProjectMode: false,
    ui: { enabled: isCached('ui') },
    hub: at('hub'),
    logging: at('logging'),
    auth: at('auth'),
    firestore: { ...at('firestore'), websocketPort: ports.firestoreWebsocket },
    ...(hosting && { hosting: at('hosting') }),
    ...(functions && { functions: at('functions'), tasks: at('tasks'), eventarc: at('eventarc') }),
    ...(pubsub && { pubsub: at('pubsub') }),
  };
}

/** Copies rules and indexes as they are now; without a rules file nobody may do anything. */
export function writeRules(dir: string): void {
  const rules = inRoot('firestore.rules');
  writeFileSync(join(dir, 'firestore.rules'), existsSync(rules) ? readFileSync(rules) : DENY_ALL);
  const indexes = inRoot('firestore.indexes.json');
  const none = '{ "indexes": [], "fieldOverrides": [] }';
  writeFileSync(join(dir, 'firestore.indexes.json'), existsSync(indexes) ? readFileSync(indexes) : none);
}

/** Writes what stands around the bundle: its package.json, environment and local secrets. */
export function writeFunctionsFolder(
  dir: string,
  environment: Record<string, string>,
  secrets: Record<string, string>,
): string {
  const folder = join(dir, 'functions');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { dependencies, engines, main, type } = JSON.parse(
    readFileSync(inRoot('functions/package.json'), 'utf8'),
  ) as Record<string, unknown>;
  const manifest = { name: 'functions', private: true, type, main, engines, dependencies };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
  writeFileSync(join(folder, '.env'), dotenv(environment));
  writeFileSync(join(folder, '.secret.local'), dotenv(secrets));
  const own = inRoot('functions/node_modules');
  if (existsSync(own)) symlinkSync(own, join(folder, 'node_modules')); // versions that differ from the root's
  mkdirSync(join(dir, 'faults'), { recursive: true });
  return join(folder, 'lib');
}

/** Copies the built site, so that a later build cannot pull it away from under a running world. */
export function writeSite(dir: string, built: string | undefined): void {
  const folder = join(dir, 'public');
  rmSync(folder, { recursive: true, force: true });
  if (built) {
    cpSync(built, folder, { recursive: true });
    return;
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><title>LeadPulse</title><p>${PROJECT_ID}: no site is built yet.</p>`,
  );
}
