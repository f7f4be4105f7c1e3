import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ports } from './ports.js';
import { HOST, portsOf } from './ports.js';
import { buildFunctions, buildWeb } from './world/builds.js';
import { writeFirebaseJson, writeFunctionsFolder, writeRules, writeSite } from './world/directory.js';
import type { Emulators } from './world/emulators.js';
import { startEmulators } from './world/emulators.js';
import { functionsEnvironment } from './world/environment.js';
import { WORLDS } from './world/places.js';
import { portsInUse } from './world/readiness.js';

export const PARTS = ['hosting', 'functions', 'mail', 'sandbox', 'ticker', 'pubsub'] as const;
export type Part = (typeof PARTS)[number];

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
  stop(): Promise<{ saved: boolean }>;
}

/** Builds what is stale, writes `.world/<name>/` and starts one set of emulators with everything around it. */
export async function startWorld(options: WorldOptions): Promise<World> {
  const { name, base, log = () => undefined } = options;
  const ports = portsOf(base);
  const parts = new Set<Part>(options.parts ?? PARTS);
  const dir = join(WORLDS, name);
  const dataDir = join(dir, 'data');
  await refuseTakenPorts(name, ports);
  if (options.fresh) rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  tellBrokenRun(dir, dataDir, options.keepData === true, log);

  const functions = await writeWorld({ dir, ports, parts, env: options.env ?? {}, log });
  log('starting the emulators');
  const continued = options.keepData === true && existsSync(dataDir);
  const emulators = await startEmulators({
    dir,
    ports,
    functions,
    hosting: parts.has('hosting'),
    dataDir: options.keepData ? dataDir : undefined,
  });
  writeFileSync(runningFile(dir), JSON.stringify({ pid: process.pid, keeperPid: emulators.keeperPid }));
  const siteUrl = `http://${HOST}:${ports.hosting}`;
  return {
    name,
    ports,
    dir,
    siteUrl,
    continued,
    ended: emulators.ended,
    stop: once(() => stop(dir, emulators)),
  };
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

async function stop(dir: string, emulators: Emulators): Promise<{ saved: boolean }> {
  const result = await emulators.stop();
  rmSync(runningFile(dir), { force: true });
  return result;
}

async function refuseTakenPorts(name: string, ports: Ports): Promise<void> {
  const taken = await portsInUse(Object.values(ports));
  if (taken.length === 0) return;
  const running = readRunning(join(WORLDS, name));
  const holder = running && isAlive(running.keeperPid) ? ` The world "${name}" is running already.` : '';
  throw new Error(`Port ${taken.join(', ')} is in use on ${HOST}.${holder}`);
}

/** A run that was cut off leaves its mark; say from when the data is that we go on with. */
function tellBrokenRun(dir: string, dataDir: string, keepsData: boolean, log: (line: string) => void): void {
  if (!existsSync(runningFile(dir))) return;
  rmSync(runningFile(dir));
  if (!keepsData) return;
  const saved = statSync(dataDir, { throwIfNoEntry: false })?.mtime.toLocaleTimeString();
  log(`the previous run was cut off; going on with ${saved ? `the data saved at ${saved}` : 'no data'}`);
}

interface Running {
  pid: number;
  keeperPid: number;
}

function runningFile(dir: string): string {
  return join(dir, 'running.json');
}

function readRunning(dir: string): Running | undefined {
  const file = runningFile(dir);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Running) : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function once<T>(act: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= act());
}
