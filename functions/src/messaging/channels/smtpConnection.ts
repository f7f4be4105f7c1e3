import type { SmtpSettings } from '@leadpulse/model';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { publicAddressOf } from './publicHost.js';

export type SmtpProblemCode =
  | 'smtp-auth-failed'
  | 'smtp-auth-busy'
  | 'smtp-host-not-found'
  | 'smtp-host-not-public'
  | 'smtp-refused'
  | 'smtp-timeout'
  | 'smtp-tls-failed'
  | 'smtp-not-a-mail-server';

export interface SmtpCall {
  signal: AbortSignal;
  timeoutMs: number;
}

/** Why no session came about: nothing has been sent. */
export class SmtpProblem extends Error {
  constructor(readonly code: SmtpProblemCode) {
    super(code);
    this.name = 'SmtpProblem';
  }
}

/** Connects and signs in. Outside the emulator only public hosts, and no password over a plain connection. @processor organization-mail */
export async function openSmtp(settings: SmtpSettings, call: SmtpCall): Promise<SMTPConnection> {
  const { timeoutMs, signal } = call;
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  const isLocal = process.env.FUNCTIONS_EMULATOR === 'true';
  const host = isLocal ? settings.host : await resolvePublic(settings.host);
  const connection = new Connection({
    host,
    port: settings.port,
    secure: settings.secure,
    servername: settings.host,
    tls: { servername: settings.host },
    requireTLS: !settings.secure && !isLocal,
    ignoreTLS: isLocal,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
  });
  try {
    await step(connection, signal, (done) => connection.connect(done));
    if (settings.user !== '') {
      const auth = { user: settings.user, pass: settings.password };
      await step(connection, signal, (done) => connection.login(auth, done));
    }
    return connection;
  } catch (error) {
    connection.close();
    throw new SmtpProblem(problemOf(error));
  }
}

async function resolvePublic(host: string): Promise<string> {
  let address: string | null;
  try {
    address = await publicAddressOf(host);
  } catch {
    throw new SmtpProblem('smtp-host-not-found');
  }
  if (address === null) throw new SmtpProblem('smtp-host-not-public');
  return address;
}

/** One step of a session; an error of the socket or the end of our patience ends it too. */
export function step<T>(
  connection: SMTPConnection,
  signal: AbortSignal,
  act: (done: (error?: Error | null, result?: T) => void) => void,
): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' }));
    if (signal.aborted) {
      abort();
      return;
    }
    signal.addEventListener('abort', abort, { once: true });
    connection.once('error', reject);
    act((error, result) => {
      signal.removeEventListener('abort', abort);
      connection.removeListener('error', reject);
      if (error) reject(error);
      else resolve(result);
    });
  });
}

const BY_CODE: Record<string, SmtpProblemCode> = {
  EDNS: 'smtp-host-not-found',
  ENOTFOUND: 'smtp-host-not-found',
  EAI_AGAIN: 'smtp-host-not-found',
  ECONNREFUSED: 'smtp-refused',
  ETIMEDOUT: 'smtp-timeout',
  ETLS: 'smtp-tls-failed',
  EPROTOCOL: 'smtp-not-a-mail-server',
};

/** What the library's own code does not tell apart, its message does. */
const BY_MESSAGE: [RegExp, SmtpProblemCode][] = [
  [/ECONNREFUSED/, 'smtp-refused'],
  [/ENOTFOUND|EAI_AGAIN/, 'smtp-host-not-found'],
  [/wrong version number|certificate|ssl|tls/i, 'smtp-tls-failed'],
];

function problemOf(error: unknown): SmtpProblemCode {
  if (error instanceof SmtpProblem) return error.code;
  const { code = '', responseCode, message } = error as Error & { code?: string; responseCode?: number };
  if (code === 'EAUTH') {
    return responseCode && responseCode < 500 ? 'smtp-auth-busy' : 'smtp-auth-failed';
  }
  const [, told] = BY_MESSAGE.find(([pattern]) => pattern.test(message)) ?? [];
  return told ?? BY_CODE[code] ?? 'smtp-not-a-mail-server';
}
