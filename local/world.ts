import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Ports } from './ports.js';
import { HOST, portsOf } from './ports.js';
import { buildFunctions, buildWeb } from './world/builds.js';
import { writeFirebaseJson, writeFunctionsFolder, writeRules, writeSite } from './world/directory.js';
import type { Emulators } from './world/emulators.js';
import { startEmulators } from './world/emulators.js';
import { functionsEnvironment } from './world/environment.js';
import type { Part } from './world/parts.js';
import { PARTS } from './world/parts.js';
import { WORLDS } from './world/places.js';
import { clearMark, markRunning, settlePreviousRun } from './world/previousRun.js';
import { portsInUse } from './world/readiness.js';
import { startSurroundings } from './world/surroundings.js';

export interface WorldOptions {
  name: string;
  base: number;
  parts?: readonly Part[]; // all of them unless told otherwise
  env?: Record<string, string>; // further environment of the functions
  keepData?: boolean; // saves the data on the way down and starts with it again
  fresh?: boolean; // forgets what an earlier run saved
  log?: (line: string) => void;
}

export interface World {
  name: string;
  ports: Ports;
  dir: string;
  siteUrl: string;
  /** Whether this world began with data that an earlier run saved. */
  continued: boolean;
  /** Settles when the emulators have ended, asked or not. */
  ended: Promise<void>;
  stop: () => Promise<{ saved: boolean }>;
}

/** Builds what is stale, writes `.world/<name>/` and starts one set of emulators with everything around it. */
export async function startWorld(options: WorldOptions): Promise<World> {
  const { name, base, log = () => undefined } = options;
  const ports = portsOf(base);
  const parts = new Set<Part>(options.parts ?? PARTS);
  const dir = join(WORLDS, name);
  const dataDir = join(dir, 'data');
  await settlePreviousRun(name, dir, dataDir, log);
  await refuseTakenPorts(ports);
  if (options.fresh || !options.keepData) rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });

  const functions = await writeWorld({ dir, ports, parts, env: options.env ?? {}, log });
  const siteUrl = `http://${HOST}:${ports.hosting}`;
  log('starting the emulators');
  const continued = options.keepData === true && existsSync(dataDir);
  const emulators = await startEmulators({
    dir,
    ports,
    functions,
    hosting: parts.has('hosting'),
    dataDir: options.keepData ? dataDir : undefined,
    onKeeper: (keeperPid) => markRunning(dir, { pid: process.pid, keeperPid, siteUrl }),
  });
  let stopSurroundings = (): Promise<void> => Promise.resolve();
  const stop = once(() => stopWorld(dir, emulators, stopSurroundings));
  try {
    stopSurroundings = await startSurroundings({ ports, dir, siteUrl }, parts);
  } catch (error) {
    await stop();
    throw error;
  }
  return { name, ports, dir, siteUrl, continued, ended: emulators.ended, stop };
}

interface Plan {
  dir: string;
  ports: Ports;
  parts: Set<Part>;
  env: Record<string, string>;
  log: (line: string) => void;
}

/** Fills the world's folder; answers whether there are functions to run. */
async function writeWorld({ dir, ports, parts, env, log }: Plan): Promise<boolean> {
  let functions = false;
  if (parts.has('functions')) {
    const lib = writeFunctionsFolder(dir, functionsEnvironment(ports, dir, env));
    functions = await buildFunctions(lib, log);
    if (!functions) log('functions/src/index.ts is not there yet: this world has no functions');
  }
  if (parts.has('hosting')) writeSite(dir, await buildWeb(log));
  writeRules(dir);
  writeFirebaseJson(dir, {
    ports,
    functions,
    hosting: parts.has('hosting'),
    pubsub: functions && parts.has('pubsub'),
  });
  return functions;
}

async function stopWorld(
  dir: string,
  emulators: Emulators,
  stopSurroundings: () => Promise<void>,
): Promise<{ saved: boolean }> {
  await stopSurroundings();
  const result = await emulators.stop();
  clearMark(dir);
  return result;
}

async function refuseTakenPorts(ports: Ports): Promise<void> {
  const taken = await portsInUse(Object.values(ports));
  if (taken.length > 0) throw new Error(`Port ${taken.join(', ')} is in use on ${HOST}.`);
}

function once<T>(act: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= act());
}
