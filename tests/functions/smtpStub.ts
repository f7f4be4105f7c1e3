import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { HOST } from '../../local/ports.js';

/** How a mail server answers; `hangsUp`: it breaks the connection off right after the mail. */
export interface SmtpManners {
  greeting?: string;
  auth?: string;
  recipient?: string;
  data?: string;
  hangsUp?: boolean;
  slowMs?: number; // so long it thinks about a mail that it has
}

export interface SmtpStub {
  port: number;
  /** The mails it was given, whatever it answered. */
  mails: string[];
  close(): void;
}

/** A mail server that misbehaves as told. */
export async function smtpStub(manners: SmtpManners): Promise<SmtpStub> {
  const mails: string[] = [];
  const server = createServer((socket) => converse(socket, manners, mails));
  server.listen(0, HOST);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { port, mails, close: () => server.close() };
}

function converse(socket: Socket, manners: SmtpManners, mails: string[]): void {
  let pending = '';
  let isData = false;
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  say(manners.greeting ?? '220 stub ESMTP');
  socket.on('error', () => socket.destroy());
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    pending += chunk;
    if (isData) {
      if (!pending.endsWith('\r\n.\r\n')) return;
      mails.push(pending);
      pending = '';
      isData = false;
      if (manners.hangsUp) socket.destroy();
      else setTimeout(() => say(manners.data ?? '250 queued'), manners.slowMs ?? 0);
      return;
    }
    while (pending.includes('\r\n') && !isData) {
      const end = pending.indexOf('\r\n');
      const command = pending.slice(0, end).toUpperCase();
      pending = pending.slice(end + 2);
      isData = command === 'DATA';
      say(answerTo(command, manners));
    }
  });
}

function answerTo(command: string, { auth, recipient }: SmtpManners): string {
  if (command.startsWith('EHLO')) return '250-stub\r\n250 AUTH PLAIN LOGIN';
  if (command.startsWith('AUTH')) return auth ?? '235 welcome';
  if (command.startsWith('RCPT')) return recipient ?? '250 ok';
  if (command === 'STARTTLS') return '502 no encryption here';
  if (command === 'DATA') return '354 go on';
  return command === 'QUIT' ? '221 bye' : '250 ok';
}
