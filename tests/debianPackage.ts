import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';

const LOCK_SECONDS = 300; // another program may be installing something
let before: Promise<unknown> | undefined; // apt does one thing at a time

/** Installs a package as root on Debian, and does nothing elsewhere; what apt complains of is shown. */
export async function installDebianPackage(name: string): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
  const turn = (before ?? apt(['update'])).then(() => {
    process.stdout.write(`  installing the Debian package ${name}\n`);
    return apt(['install', '-y', '--no-install-recommends', name]);
  });
  before = turn;
  await turn;
}

async function apt(args: string[]): Promise<void> {
  const child = spawn('apt-get', ['-q', '-o', `DPkg::Lock::Timeout=${LOCK_SECONDS}`, ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [told] = await Promise.all([text(child.stderr), once(child, 'close')]);
  if (child.exitCode !== 0) process.stdout.write(`${told}\n`);
}
