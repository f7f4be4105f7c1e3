import { config, secret } from './config.js';
import { logWarning } from './log.js';
import { oneLine } from './mailText.js';

const PATIENCE_MS = 10_000;

/** A mail of LeadPulse itself, not of an organization's account. */
export interface SystemMail {
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** Hands a mail to our own mail server, once; a failure is told, never thrown, and the mail stays out of the log. @processor mail-service */
export async function sendSystemMail(mail: SystemMail, functionName: string): Promise<'sent' | 'failed'> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport(serverOf(new URL(secret('SYSTEM_SMTP_URL'))));
  const from = { name: 'LeadPulse', address: config().systemMailFrom };
  const { to: address, subject, text, html } = mail;
  try {
    await transport.sendMail({
      ...{ from, to: { name: '', address }, subject: oneLine(subject), text, html },
      headers: { 'Auto-Submitted': 'auto-generated' }, // RFC 3834: holiday notices do not answer it
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return 'sent';
  } catch (error) {
    const { code = 'unknown', responseCode } = error as { code?: string; responseCode?: number };
    logWarning('system mail failed', { function: functionName, code: String(responseCode ?? code) });
    return 'failed';
  } finally {
    transport.close();
  }
}

/** `smtp[s]://user:password@host:port`; outside the emulator nothing goes over a plain connection. */
function serverOf({ protocol, hostname, port, username, password }: URL) {
  const secure = protocol === 'smtps:';
  const isLocal = process.env.FUNCTIONS_EMULATOR === 'true';
  const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
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
    ...(username !== '' && { auth }),
  };
}
