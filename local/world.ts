import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Ports } from './ports.js';
import { HOST, portsOf } from './ports.js';
import { buildFunctions, buildWeb } from './world/builds.js';
import { writeFirebaseJson, writeFunctionsFolder, writeRules, writeSite } from './world/directory.js';
import type { Emulators } from './world/emulators.js';
import { startEmulators } from './world/emulators.js';
import { functionsEnvironment, secretsOf } from './world/environment.js';
import type { Part } from './world/parts.js';
import { PARTS } from './world/parts.js';
import { WORLDS } from './world/places.js';
import { PortTaken, portsInUse } from './world/portHolders.js';
import { clearMark, markRunning, settlePreviousRun } from './world/previousRun.js';
import { startSurroundings } from './world/surroundings.js';

export interface WorldOptions {
  name: string;
  base: number;
  parts?: readonly Part[]; // all of them unless told otherwise
  env?: Record<string, string>; // further environment of the functions
  codebases?: Record<string, string>; // further functions that are never deployed: name and folder
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
  /** Settles when the emulators have ended; `asked` tells a stop from a breakdown. */
  ended: Promise<{ asked: boolean }>;
  stop: () => Promise<{ saved: boolean }>;
}

/** Builds what is stale, writes `.world/<name>/` and starts one set of emulators with everything around it. */
export async function startWorld(options: WorldOptions): Promise<World> {
  const { name, base, parts: asked = PARTS, keepData = false, log = () => undefined } = options;
  const ports = portsOf(base);
  const parts = new Set<Part>(asked);
  const dir = join(WORLDS, name);
  const dataDir = join(dir, 'data');
  await settlePreviousRun(name, dir, dataDir, log);
  const [taken] = await portsInUse(Object.values(ports));
  if (taken !== undefined) throw new PortTaken(taken);
  if (options.fresh || !keepData) rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });

  const siteUrl = `http://${HOST}:${ports.hosting}`;
  const functions = await writeWorld({ dir, ports, parts, options, log });
  log('starting the emulators');
  const continued = existsSync(dataDir);
  const emulators = startEmulators({
    dir,
    ports,
    functions,
    hosting: parts.has('hosting'),
    dataDir: keepData ? dataDir : undefined,
    onKeeper: (keeperPid) => markRunning(dir, { pid: process.pid, keeperPid, siteUrl }),
  });
  const up = await bothUp(emulators, startSurroundings({ ports, dir, siteUrl }, parts));
  return { name, ports, dir, siteUrl, continued, ...endOf(dir, ...up) };
}

type StopSurroundings = () => Promise<void>;

/** The surroundings start beside the emulators, which take longest; if one side fails the other goes down too. */
async function bothUp(
  emulators: Promise<Emulators>,
  surroundings: Promise<StopSurroundings>,
): Promise<[Emulators, StopSurroundings]> {
  try {
    return await Promise.all([emulators, surroundings]);
  } catch (error) {
    await surroundings.then((stop) => stop()).catch(() => undefined);
    await emulators.then(({ stop }) => stop()).catch(() => undefined);
    throw error;
  }
}

/** The one way down, and how to learn of it. */
function endOf(
  dir: string,
  emulators: Emulators,
  stopSurroundings: StopSurroundings,
): Pick<World, 'ended' | 'stop'> {
  let stopping: ReturnType<World['stop']> | undefined;
  const stopAll = async (): ReturnType<World['stop']> => {
    await stopSurroundings();
    const result = await emulators.stop();
    clearMark(dir);
    return result;
  };
  return {
    stop: () => (stopping ??= stopAll()),
    ended: emulators.ended.then(() => ({ asked: stopping !== undefined })),
  };
}

interface Plan {
  dir: string;
  ports: Ports;
  parts: Set<Part>;
  options: WorldOptions;
  log: (line: string) => void;
}

/** Fills the world's folder; answers whether there are functions to run. */
async function writeWorld({ dir, ports, parts, options, log }: Plan): Promise<boolean> {
  const { env = {}, codebases = {} } = options;
  let functions = false;
  if (parts.has('functions')) {
    const lib = writeFunctionsFolder(dir, functionsEnvironment(ports, dir, env), secretsOf(ports));
    functions = await buildFunctions(lib, log);
    if (!functions) log('functions/src/index.ts is not there yet: this world has no functions');
  }
  for (const [name, folder] of Object.entries(codebases)) {
    cpSync(folder, join(dir, name), { recursive: true });
  }
  if (parts.has('hosting')) writeSite(dir, await buildWeb(log));
  writeRules(dir);
  writeFirebaseJson(dir, {
    ports,
    functions,
    codebases: Object.keys(codebases),
    hosting: parts.has('hosting'),
    pubsub: functions && parts.has('pubsub'),
  });
  return functions;
}
