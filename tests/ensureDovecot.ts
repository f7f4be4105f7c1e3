import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const WAIT_FOR_LOCK = 'DPkg::Lock::Timeout=300'; // another program may be installing something
const PLACES = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot', '/opt/homebrew/sbin/dovecot'];

/** Where Dovecot is on this machine, if it is. */
function findDovecot(): string | undefined {
  return [process.env.DOVECOT_PATH, ...PLACES].find((path) => path !== undefined && existsSync(path));
}

/** A real IMAP server for the tests of mailboxes; as root on Debian it is installed, elsewhere it must be there. */
export function ensureDovecot(): string {
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  if (findDovecot() === undefined && isRootOnDebian) installPackage();
  const found = findDovecot();
  if (found !== undefined) return found;
  throw new Error(
    'The tests of mailboxes need the IMAP server Dovecot 2.3. Install it (on Debian: ' +
      'sudo apt-get install -y --no-install-recommends dovecot-imapd), or set DOVECOT_PATH to it.',
  );
}

function installPackage(): void {
  process.stdout.write('  installing the Debian package dovecot-imapd\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'dovecot-imapd']]) {
    const { status, stderr } = spawnSync('apt-get', ['-q', '-o', WAIT_FOR_LOCK, ...args], {
      env,
      encoding: 'utf8',
    });
    if (status !== 0) process.stdout.write(`${stderr}\n`);
  }
}
