import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Ports } from '../ports.js';
import { HOST, PROJECT_ID } from '../ports.js';
import { emulatorBinaries } from './jars.js';
import { inRoot } from './places.js';
import { tailOf, untilReady } from './readiness.js';

const SAVE_FAILED = 3;

interface EmulatorOptions {
  dir: string;
  ports: Ports;
  functions: boolean;
  hosting: boolean;
  dataDir: string | undefined;
  /** Told the keeper's process id as soon as it runs. */
  onKeeper: (pid: number) => void;
}

export interface Emulators {
  /** Saves the data where the world keeps any, and ends every process; tells whether the saving worked. */
  stop: () => Promise<{ saved: boolean }>;
  /** Settles when the emulators have ended, asked or not. */
  ended: Promise<void>;
}

/** Starts the Firebase emulators under a keeper and waits until they serve. */
export async function startEmulators(options: EmulatorOptions): Promise<Emulators> {
  const { dir, ports } = options;
  const logFile = join(dir, 'emulators.log');
  removeLeftovers(dir);
  const keeper = spawn(
    process.execPath,
    [inRoot('local/world/keeper.mjs'), JSON.stringify(taskOf(options, logFile))],
    {
      cwd: dir,
      detached: true,
      env: {
        ...process.env,
        ...emulatorBinaries(join(dir, 'jars')),
        JAVA_TOOL_OPTIONS: javaOptions(),
        FUNCTIONS_DISCOVERY_TIMEOUT: '120', // seconds until a process must listen; 30 are few on a busy machine
        METADATA_SERVER_DETECTION: 'none', // no search for a Google machine: saves 13 s offline
        NO_UPDATE_NOTIFIER: '1',
        NO_COLOR: '1',
      },
      stdio: ['pipe', 'ignore', 'inherit'],
    },
  );
  if (keeper.pid) options.onKeeper(keeper.pid);
  const exit = new Promise<number | null>((resolve) => keeper.once('exit', resolve));
  const stop = async (): Promise<{ saved: boolean }> => {
    keeper.stdin.end();
    return { saved: (await exit) !== SAVE_FAILED };
  };
  const gone = exit.then(() => {
    const log = existsSync(logFile) ? readFileSync(logFile, 'utf8') : '';
    throw new Error(`The emulators stopped while starting:\n${tailOf(log)}`);
  });
  try {
    await untilReady({ ports, logFile, functions: options.functions, hosting: options.hosting, gone });
  } catch (error) {
    await stop();
    throw error;
  }
  gone.catch(() => undefined); // from here on `ended` tells
  return { stop, ended: exit.then(() => undefined) };
}

/**
 * The emulators live for minutes: the optimizing compiler would take a third of what they use and never earn it back, and
 * a generous young generation dies without being copied.
 */
const SHORT_LIVED = '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms768m -Xmn500m';

function javaOptions(): string {
  const logging = `-Djava.util.logging.config.file=${inRoot('local/world/javaLogging.properties')}`;
  return [SHORT_LIVED, logging, process.env.JAVA_TOOL_OPTIONS].filter(Boolean).join(' ');
}

function taskOf({ dir, ports, dataDir }: EmulatorOptions, logFile: string): Record<string, unknown> {
  const preloads = ['quickStart.cjs', 'dueTasks.cjs', 'sharedProcesses.cjs'].flatMap((file) => [
    '--require',
    inRoot(`local/world/${file}`),
  ]);
  const args = [...preloads, inRoot('node_modules/firebase-tools/lib/bin/firebase.js')];
  args.push('emulators:start', '--project', PROJECT_ID, '--config', join(dir, 'firebase.json'));
  if (dataDir && existsSync(join(dataDir, 'firebase-export-metadata.json'))) args.push('--import', dataDir);
  const hubUrl = `http://${HOST}:${ports.hub}`;
  return { command: process.execPath, args, cwd: dir, logFile, hubUrl, dataDir };
}

function removeLeftovers(dir: string): void {
  const stale = readdirSync(dir).filter(
    (name) => name.startsWith('firebase-export-') || name.endsWith('.log'),
  );
  for (const name of stale) rmSync(join(dir, name), { recursive: true, force: true });
}
