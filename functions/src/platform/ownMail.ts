import type { MailClass } from '@leadpulse/model';
import { MAIL_CLASS_HEADER } from '@leadpulse/model';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { config, secret } from './config.js';
import { oneLine } from './mailText.js';

const PATIENCE_MS = 10_000;
const MAILS_A_SESSION = 50; // servers end long ones

/** A mail of LeadPulse itself, not of an organization's account; it says what class of mail it is. */
export interface OwnMail {
  mailClass: MailClass;
  to: string;
  subject: string;
  text: string;
  html: string;
  messageId?: string; // with its angle brackets
  replyTo?: string;
  headers?: Record<string, string>;
}

/**
 * What became of a mail. `refused`: the server said no, for good or for now; `unreached`: no session came about, so it
 * has nothing; `open`: the session broke off after the mail was begun, and nobody knows.
 */
export type Handover =
  | { state: 'sent' }
  | { state: 'refused'; code: string; isForGood: boolean }
  | { state: 'unreached'; code: string }
  | { state: 'open'; code: string };

export interface MailSession {
  handOver(mail: OwnMail): Promise<Handover>;
  close(): void;
}

/** A session with our own mail server; it connects with the first mail, and anew after anything went wrong. @processor mail-service */
export function mailSession(): MailSession {
  let connection: SMTPConnection | null = null;
  let mails = 0;
  const close = (): void => {
    connection?.close();
    connection = null;
    mails = 0;
  };
  const open = async (): Promise<SMTPConnection> => {
    const opened = await connect();
    opened.once('end', () => {
      if (connection === opened) connection = null;
    });
    return opened;
  };
  const handOver = async (mail: OwnMail): Promise<Handover> => {
    const raw = await compose(mail);
    try {
      connection ??= await open();
    } catch (error) {
      return { state: 'unreached', code: codeOf(error) };
    }
    const current: SMTPConnection = connection;
    try {
      const envelope = { from: config().systemMailFrom, to: [mail.to] };
      await step(current, (done) => current.send(envelope, raw, done));
      mails += 1;
      if (mails >= MAILS_A_SESSION) close();
      return { state: 'sent' };
    } catch (error) {
      close();
      return outcomeOf(error);
    }
  };
  return { handOver, close };
}

/** RFC 5321, 4.2.1: a reply is an answer (4yz for now, 5yz for good); a session that broke off leaves it open. */
function outcomeOf(error: unknown): Handover {
  const { responseCode } = error as { responseCode?: number };
  if (!responseCode) return { state: 'open', code: codeOf(error) };
  return { state: 'refused', code: String(responseCode), isForGood: responseCode >= 500 };
}

function codeOf(error: unknown): string {
  const { code = 'unknown', responseCode } = error as { code?: string; responseCode?: number };
  return String(responseCode ?? code);
}

async function compose({ mailClass, to, subject, headers, ...mail }: OwnMail): Promise<Buffer> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  return new MailComposer({
    ...mail,
    from: { name: 'LeadPulse', address: config().systemMailFrom },
    to: { name: '', address: to },
    subject: oneLine(subject),
    // RFC 3834: holiday notices do not answer what was sent automatically
    headers: { 'Auto-Submitted': 'auto-generated', [MAIL_CLASS_HEADER]: mailClass, ...headers },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

async function connect(): Promise<SMTPConnection> {
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  const url = new URL(secret('SYSTEM_SMTP_URL'));
  const connection = new Connection(serverOf(url));
  connection.on('error', () => undefined); // between two mails nobody listens, and an error nobody hears ends the process
  try {
    await step(connection, (done) => connection.connect(done));
    const auth = { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
    if (auth.user !== '') await step(connection, (done) => connection.login(auth, done));
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** `smtp[s]://user:password@host:port`; outside the emulator nothing goes over a plain connection. */
function serverOf({ protocol, hostname, port }: URL) {
  const secure = protocol === 'smtps:';
  const isLocal = process.env.FUNCTIONS_EMULATOR === 'true';
  return {
    host: hostname,
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !isLocal,
    ignoreTLS: isLocal,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    dnsTimeout: PATIENCE_MS,
  };
}

/** One step of a session; an error of the socket ends it too. */
function step(
  connection: SMTPConnection,
  act: (done: (error?: Error | null) => void) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject);
    act((error) => {
      connection.removeListener('error', reject);
      if (error) reject(error);
      else resolve();
    });
  });
}
