import { existsSync } from 'node:fs';
import { installDebianPackage } from './debianPackage.js';

const PLACES = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot', '/opt/homebrew/sbin/dovecot'];

function findDovecot(): string | undefined {
  return [process.env.DOVECOT_PATH, ...PLACES].find((path) => path !== undefined && existsSync(path));
}

/** Where the IMAP server for the tests of mailboxes is; as root on Debian it is installed, elsewhere it must be there. */
export async function ensureDovecot(): Promise<string> {
  if (findDovecot() === undefined) await installDebianPackage('dovecot-imapd');
  const found = findDovecot();
  if (found !== undefined) return found;
  throw new Error(
    'The tests of mailboxes need the IMAP server Dovecot 2.3. Install it (on Debian: ' +
      'sudo apt-get install -y --no-install-recommends dovecot-imapd), or set DOVECOT_PATH to it.',
  );
}
