import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from '../local/chromium.js';

/** A browser for the end-to-end tests; as root on Debian it is installed, elsewhere it must be there. */
export function ensureChromium(): void {
  if (findChromium() !== undefined) return;
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  if (isRootOnDebian) installPackage();
  if (findChromium() !== undefined) return;
  throw new Error(
    'The end-to-end tests need Chrome or Chromium. Install one (https://www.google.com/chrome, or on Debian: ' +
      'sudo apt-get install -y chromium), or set CHROMIUM_PATH to it.',
  );
}

function installPackage(): void {
  process.stdout.write('  installing the Debian package chromium\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { status, stderr } = spawnSync('apt-get', ['-q', ...args], { env, encoding: 'utf8' });
    if (status !== 0) process.stdout.write(`${stderr}\n`);
  }
}
