import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { HOST } from '../ports.js';

/** A port that a world needs is held by somebody else. */
export class PortTaken extends Error {
  constructor(port: number) {
    super(`Port ${port} is in use${holderOf(port)}.`);
    this.name = 'PortTaken';
  }
}

/** The ports of a world that somebody else holds. */
export async function portsInUse(ports: number[]): Promise<number[]> {
  const taken = await Promise.all(ports.map(async (port) => ((await isFree(port)) ? [] : [port])));
  return taken.flat();
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, HOST, () => server.close(() => resolve(true)));
  });
}

/** ` by node (process 123)`, or nothing where the system does not tell. */
export function holderOf(port: number): string {
  const { stdout } = spawnSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'], {
    encoding: 'utf8',
  });
  const found = /p(\d+)\nc(.+)/.exec(stdout || '');
  return found ? ` by ${found[2]} (process ${found[1]})` : '';
}
