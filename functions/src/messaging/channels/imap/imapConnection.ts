import type { MailboxSettings } from '@leadpulse/model';
import { providerAt } from '@leadpulse/model/mailProviders';
import type { ImapFlow } from 'imapflow';
import { isIP } from 'node:net';
import { publicAddressOf } from '../publicHost.js';

export type ImapProblemCode =
  | 'imap-auth-failed'
  | 'imap-app-password'
  | 'imap-sign-in-blocked'
  | 'imap-busy'
  | 'imap-host-not-found'
  | 'imap-host-not-public'
  | 'imap-refused'
  | 'imap-timeout'
  | 'imap-tls-failed'
  | 'imap-not-a-mail-server';

export interface ImapCall {
  signal: AbortSignal;
  timeoutMs: number;
}

/** Why a mailbox could not be opened. */
export class ImapProblem extends Error {
  constructor(readonly code: ImapProblemCode) {
    super(code);
    this.name = 'ImapProblem';
  }
}

/** A server that says more than a mailbox would is hung up on. */
const MOST = {
  maxLineLength: 8 * 1024 * 1024,
  maxLiteralSize: 40 * 1024 * 1024,
  maxResponseSize: 50 * 1024 * 1024,
};

/** Opens a mailbox for reading. Outside the emulator only on public hosts, and no password over a plain connection. @processor organization-mail */
export async function openImap(mailbox: MailboxSettings, call: ImapCall): Promise<ImapFlow> {
  const { ImapFlow: Client } = await import('imapflow');
  const { user, password: pass } = mailbox;
  const { host, port, secure } = mailbox.imap;
  const isLocal = process.env.FUNCTIONS_EMULATOR === 'true';
  const client = new Client({
    host: isLocal ? host : await resolvePublic(host),
    port,
    secure,
    ...(isIP(host) === 0 && { servername: host }),
    ...(!secure && { doSTARTTLS: !isLocal }),
    auth: { user, pass },
    logger: false,
    disableAutoIdle: true,
    ...MOST,
    connectionTimeout: call.timeoutMs,
    greetingTimeout: call.timeoutMs * 0.8, // before our own patience ends, for it says more
    socketTimeout: call.timeoutMs,
  });
  client.on('error', () => undefined); // each command fails by itself
  try {
    await inTime(client.connect(), call.signal);
    return client;
  } catch (error) {
    const isSilent = client.stats().received === 0;
    client.close();
    throw new ImapProblem(problemOf(error, host, isSilent));
  }
}

/** Looked up once, so that the name cannot lead elsewhere a moment later. */
async function resolvePublic(host: string): Promise<string> {
  let address: string | null;
  try {
    address = await publicAddressOf(host);
  } catch {
    throw new ImapProblem('imap-host-not-found');
  }
  if (address === null) throw new ImapProblem('imap-host-not-public');
  return address;
}

function inTime<T>(act: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' }));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    act.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

interface Told {
  message: string;
  code?: string;
  authenticationFailed?: boolean;
  serverResponseCode?: string; // RFC 5530
  responseText?: string;
  response?: unknown; // of a failed sign-in: its text
  tlsFailed?: boolean;
}

/** What of a failure's code or words tells which problem it is; the first that fits. */
const SIGNS: [RegExp, ImapProblemCode][] = [
  [/^(?:ENOTFOUND|EAI_AGAIN)$/, 'imap-host-not-found'],
  [/^ECONNREFUSED$/, 'imap-refused'],
  [/^(?:ETIMEDOUT|ETIMEOUT|CONNECT_TIMEOUT|GREETING_TIMEOUT|UPGRADE_TIMEOUT)$/, 'imap-timeout'],
  [/^ERR_(?:SSL|TLS)|CERT|^SELF_SIGNED|^STARTTLS_/, 'imap-tls-failed'],
];

/** @internal `isSilent`: the server has not said a word; one that greets in another language is no mail server. */
export function problemOf(error: unknown, host: string, isSilent = true): ImapProblemCode {
  const told = error as Told;
  if (told.authenticationFailed) return signInProblem(told, host);
  const { code = '', message, tlsFailed } = told;
  if (code === 'GREETING_TIMEOUT' && !isSilent) return 'imap-not-a-mail-server';
  const [, known] = SIGNS.find(([pattern]) => pattern.test(code)) ?? [];
  if (known) return known;
  const isTls = tlsFailed ?? /\b(?:start)?(?:tls|ssl|certificate)\b/i.test(message);
  return isTls ? 'imap-tls-failed' : 'imap-not-a-mail-server';
}

/** What stands between a person and their mailbox, where the server says so. */
const SAID: [RegExp, ImapProblemCode][] = [
  [/application-specific|app password/i, 'imap-app-password'],
  [/disabled|basicauthblocked|not enabled/i, 'imap-sign-in-blocked'],
  [/too many|try again|temporar|unavailable/i, 'imap-busy'],
];

/** As the server says it, or as its provider is known for it. */
function signInProblem(told: Told, host: string): ImapProblemCode {
  const words = [told.serverResponseCode, told.responseText, told.response]
    .filter((part) => typeof part === 'string')
    .join(' ');
  const [, said] = SAID.find(([pattern]) => pattern.test(words)) ?? [];
  if (said) return said;
  const provider = providerAt(host);
  if (provider?.never !== undefined) return 'imap-sign-in-blocked';
  return provider?.appPassword ? 'imap-app-password' : 'imap-auth-failed';
}
