import type { ChildProcess } from 'node:child_process';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { HOST } from '../../local/ports.js';
import { ensureDovecot } from '../ensureDovecot.js';

export const MAILBOX_PASSWORD = 'quiet-harbor-47';
const READY_MS = 20_000;
const SECOND_MS = 1_100;

export interface Dovecot {
  port: number;
  tlsPort: number; // with a certificate that nobody knows
  /** Forgets the numbers of a user's mails, as a restored backup or a move to another server does. */
  renumber(user: string): Promise<void>;
  stop(): Promise<void>;
}

/** Whom it runs as: a mail server does not read mail as root. */
function nobody(): { name: string; uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith('nobody:'));
  const [, , uid = '65534', gid = '65534'] = line?.split(':') ?? [];
  return { name: 'nobody', uid: Number(uid), gid: Number(gid) };
}

/**
 * A real IMAP server with random ports: every user is known, by one password. Its folder is in the system's, for the path of
 * a Unix socket may have no more than 108 characters and whoever it runs as must get there.
 */
export async function startDovecot(): Promise<Dovecot> {
  const program = await ensureDovecot();
  const dir = mkdtempSync(join(tmpdir(), 'lp-dovecot-'));
  const who = nobody();
  const port = await freePort();
  const tlsPort = await freePort();
  const keys = ['-keyout', join(dir, 'key.pem'), '-out', join(dir, 'cert.pem')];
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'];
  execFileSync('openssl', [...request, ...keys], { stdio: 'ignore' });
  const owner = who?.name ?? execFileSync('id', ['-un'], { encoding: 'utf8' }).trim();
  const group = execFileSync('id', ['-gn', owner], { encoding: 'utf8' }).trim();
  writeFileSync(join(dir, 'dovecot.conf'), configOf({ dir, owner, group, port, tlsPort }));
  for (const folder of ['run', 'state', 'mail']) mkdirSync(join(dir, folder));
  if (who) {
    for (const name of ['', 'run', 'state', 'mail', 'key.pem', 'cert.pem', 'dovecot.conf'])
      chownSync(join(dir, name), who.uid, who.gid);
  }
  const server = spawn(program, ['-F', '-c', join(dir, 'dovecot.conf')], {
    stdio: 'ignore',
    ...(who && { uid: who.uid, gid: who.gid }),
  });
  process.once('exit', () => {
    server.kill(); // whatever ends the tests
  });
  await untilReady(server, port, join(dir, 'log'));
  return {
    port,
    tlsPort,
    renumber: async (user) => {
      await wait(SECOND_MS); // the new UIDVALIDITY is the second in which it is made
      const names = ['dovecot-uidlist', 'dovecot.index', 'dovecot.index.log', 'dovecot.index.cache'];
      for (const name of names) rmSync(join(dir, 'mail', user, name), { force: true });
      execFileSync('sh', ['-c', `rm -f "$0"/dovecot-uidvalidity*`, join(dir, 'mail', user)]);
    },
    stop: async () => {
      if (server.exitCode === null) {
        server.kill('SIGTERM');
        await once(server, 'exit');
      }
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

interface Setting {
  dir: string;
  owner: string;
  group: string;
  port: number;
  tlsPort: number;
}

/** As a user who is not root runs it: https://doc.dovecot.org/2.3/admin_manual/rootless_installation/ */
function configOf({ dir, owner, group, port, tlsPort }: Setting): string {
  return `base_dir = ${dir}/run
state_dir = ${dir}/state
log_path = ${dir}/log
default_internal_user = ${owner}
default_internal_group = ${group}
default_login_user = ${owner}
protocols = imap
listen = ${HOST}
disable_plaintext_auth = no
auth_failure_delay = 0
ssl = yes
ssl_cert = <${dir}/cert.pem
ssl_key = <${dir}/key.pem
first_valid_uid = 1
mail_location = maildir:${dir}/mail/%u
mail_max_userip_connections = 100
passdb {
  driver = static
  args = password=${MAILBOX_PASSWORD}
}
userdb {
  driver = static
  args = uid=${owner} gid=${group} home=${dir}/mail/%u
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    special_use = \\Sent
    auto = subscribe
  }
}
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${tlsPort}
    ssl = yes
  }
}
`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, HOST);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function untilReady(server: ChildProcess, port: number, log: string): Promise<void> {
  const endMs = Date.now() + READY_MS;
  while (server.exitCode === null && Date.now() < endMs) {
    if (await answers(port)) return;
    await wait(100);
  }
  throw new Error(`Dovecot did not come up: ${readFileSync(log, 'utf8').slice(-2000)}`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, HOST);
    const end = (isThere: boolean): void => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once('data', () => {
      end(true);
    });
    socket.once('error', () => {
      end(false);
    });
  });
}
