import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { findChromium } from '../local/chromium.js';

const LOCK_SECONDS = 300; // another program may be installing something

/** A browser for the end-to-end tests; as root on Debian it is installed, elsewhere it must be there. */
export async function ensureChromium(): Promise<void> {
  if (findChromium() !== undefined) return;
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  if (isRootOnDebian) await installPackage();
  if (findChromium() !== undefined) return;
  throw new Error(
    'The end-to-end tests need Chrome or Chromium. Install one (https://www.google.com/chrome, or on Debian: ' +
      'sudo apt-get install -y chromium), or set CHROMIUM_PATH to it.',
  );
}

async function installPackage(): Promise<void> {
  process.stdout.write('\nInstalling the Debian package chromium, beside the first tests\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const options = ['-q', '-o', `DPkg::Lock::Timeout=${LOCK_SECONDS}`];
    const child = spawn('apt-get', [...options, ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    const [told] = await Promise.all([text(child.stderr), once(child, 'close')]);
    if (child.exitCode !== 0) process.stdout.write(`${told}\n`);
  }
}
