import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { HOST } from '../../local/ports.js';

/** How a mailbox refuses a sign-in, after the command's tag; `null`: it never says a word, not even a greeting. */
export interface ImapManners {
  signIn: string | null;
}

export interface ImapStub {
  port: number;
  close: () => void;
}

/** A mailbox that lets nobody in, in the words it is told: as much of RFC 9051 as that takes. */
export async function imapStub(manners: ImapManners): Promise<ImapStub> {
  const server = createServer((socket) => converse(socket, manners));
  server.listen(0, HOST);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { port, close: () => server.close() };
}

function converse(socket: Socket, manners: ImapManners): void {
  socket.on('error', () => socket.destroy());
  if (manners.signIn === null) return;
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  say('* OK [CAPABILITY IMAP4rev1] stub');
  createInterface({ input: socket }).on('line', (line) => {
    const [tag = '*', verb = ''] = line.split(' ');
    say(`${tag} ${verb.toUpperCase() === 'LOGIN' ? manners.signIn : 'OK done'}`);
  });
}
