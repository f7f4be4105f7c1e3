import { accessSync, constants, mkdirSync } from 'node:fs';
import { findChromium } from './chromium.js';
import { portsOf, readBase } from './ports.js';
import { emulatorSource } from './world/jars.js';
import { WORLDS } from './world/places.js';
import { holderOf, portsInUse } from './world/portHolders.js';

/** One line of the doctor; with `fix` it is a complaint. */
function tell(name: string, state: string, fix?: string): void {
  process.stdout.write(`${fix ? '✗' : '✓'} ${name.padEnd(20)} ${state}\n${fix ? `    ${fix}\n` : ''}`);
  if (fix) process.exitCode = 1;
}

function tellEmulator(name: 'firestore' | 'pubsub'): void {
  const title = `${name === 'firestore' ? 'Firestore' : 'Pub/Sub'} emulator`;
  const source = emulatorSource(name);
  tell(title, source ?? 'will be downloaded by the first npm start, which needs the internet once');
}

function tellChromium(): void {
  const path = findChromium();
  const install = 'sudo apt-get install -y chromium (as root, npm test does it by itself)';
  tell('Chromium', path ?? 'missing', path ? undefined : `npm test needs Chrome or Chromium: ${install}`);
}

async function tellPorts(base: number, command: string): Promise<void> {
  const [taken] = await portsInUse(Object.values(portsOf(base)));
  const name = `Ports of ${command}`;
  if (taken === undefined) {
    tell(name, `${base} to ${base + 12} are free`);
    return;
  }
  const way = command === 'npm start' ? `stop it, or: PORT_BASE=5350 npm start` : 'stop it';
  tell(name, `${taken} is in use${holderOf(taken)}`, `If that is not ${command} itself: ${way}`);
}

function tellFolder(): void {
  try {
    mkdirSync(WORLDS, { recursive: true });
    accessSync(WORLDS, constants.W_OK);
    tell('Folder .world', 'writable');
  } catch {
    tell('Folder .world', 'not writable', `sudo chown -R "$USER" ${WORLDS}`);
  }
}

tellEmulator('firestore');
tellEmulator('pubsub');
tellChromium();
tellFolder();
await tellPorts(readBase(process.env.PORT_BASE ?? '5300'), 'npm start');
await tellPorts(5400, 'npm test');
