import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { HOST, PROJECT_ID } from '../../../local/ports.js';
import { inRoot } from '../../../local/world/places.js';
import { eventually, worldPorts } from '../../../local/worldClient.js';
import { worldDirectory } from '../worldEnvironment.js';

export interface Instance {
  url: string;
  stop: () => void;
}

/**
 * One more process of the deployed webhook, as the cloud starts more when one is not enough; the emulator has one only. It is
 * the emulator's own runtime with the world's bundle, environment and secrets.
 */
export async function startInstance(extra: NodeJS.Dict<string> = {}): Promise<Instance> {
  const folder = join(worldDirectory(), 'functions');
  const port = await freePort();
  const runtime = inRoot('node_modules/firebase-tools/lib/emulator/functionsEmulatorRuntime.js');
  const child = spawn(process.execPath, [runtime], {
    cwd: folder,
    env: { ...process.env, ...environmentOf(folder), ...extra, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const url = `http://${HOST}:${port}`;
  await eventually(() => health(url), 'The instance did not start', 60_000);
  return { url, stop: () => void child.kill('SIGKILL') };
}

function environmentOf(folder: string): NodeJS.Dict<string> {
  const read = (name: string) => parseEnv(readFileSync(join(folder, name), 'utf8'));
  const ports = worldPorts();
  return {
    ...read('.env'),
    ...read('.secret.local'),
    GCLOUD_PROJECT: PROJECT_ID,
    FIREBASE_CONFIG: JSON.stringify({ projectId: PROJECT_ID }),
    FUNCTION_TARGET: 'stripeWebhook',
    FUNCTION_SIGNATURE_TYPE: 'http',
    K_SERVICE: 'stripeWebhook',
    K_REVISION: '1',
    FUNCTIONS_EMULATOR: 'true',
    FIRESTORE_EMULATOR_HOST: `${HOST}:${ports.firestore}`,
    FIREBASE_AUTH_EMULATOR_HOST: `${HOST}:${ports.auth}`,
    METADATA_SERVER_DETECTION: 'none',
    TZ: 'UTC',
  };
}

async function health(url: string): Promise<true | undefined> {
  try {
    return (await fetch(`${url}/__/health`)).ok || undefined;
  } catch {
    return undefined; // it does not listen yet
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
