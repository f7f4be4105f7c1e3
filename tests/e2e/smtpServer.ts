import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { HOST } from '../../local/ports.js';

export interface SmtpServer {
  port: number;
  /** From now on every recipient is taken; before, none is. */
  accept(): void;
  stop(): Promise<void>;
}

/** A mail server that takes sign-ins and, at first, refuses every recipient for good. */
export async function refusingSmtpServer(): Promise<SmtpServer> {
  let isAccepting = false;
  const server = createServer((socket) => converse(socket, () => isAccepting));
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    accept: () => void (isAccepting = true),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** As much of RFC 5321 as one mail takes. */
function converse(socket: Socket, isAccepting: () => boolean): void {
  let unread = '';
  let isData = false;
  const answer = (line: string): string | null => {
    if (isData) {
      if (line !== '.') return null;
      isData = false;
      return '250 2.0.0 taken';
    }
    const [verb = ''] = line.toUpperCase().split(/[ :]/);
    if (verb === 'QUIT') return '221 2.0.0 bye';
    if (verb === 'RCPT' && !isAccepting()) return '550 5.1.1 no such mailbox here';
    isData = verb === 'DATA';
    return isData ? '354 go on' : '250 2.0.0 ok';
  };
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    const lines = (unread + chunk.toString()).split('\r\n');
    unread = lines.pop() ?? '';
    for (const reply of lines.map(answer)) if (reply !== null) socket.write(`${reply}\r\n`);
  });
  socket.write('220 refusing.test ESMTP\r\n');
}
