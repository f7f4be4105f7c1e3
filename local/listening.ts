import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HOST } from './ports.js';

/** Has a server listen on this machine only, on a free port if `port` is 0; answers its address. Rejects where the port is taken. */
export async function listening(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  });
  return `http://${HOST}:${(server.address() as AddressInfo).port}`;
}
