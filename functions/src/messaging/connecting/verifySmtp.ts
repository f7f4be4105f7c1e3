import type { SmtpSettings } from '@leadpulse/model';
import { Refusal } from '@leadpulse/model';
import type { SmtpProblemCode } from '../channels/smtpConnection.js';

const PATIENCE_MS = 10_000;

/** Which field a person should look at, and what would be right there. */
const ADVICE: Record<SmtpProblemCode, { field: keyof SmtpSettings; allowed: string }> = {
  'smtp-auth-failed': { field: 'password', allowed: 'the user name and (app) password of this mailbox' },
  'smtp-auth-busy': { field: 'user', allowed: 'try again in a few minutes' },
  'smtp-host-not-found': { field: 'host', allowed: 'the name of a mail server such as smtp.example.com' },
  'smtp-host-not-public': { field: 'host', allowed: 'a mail server on the public internet' },
  'smtp-refused': { field: 'port', allowed: 'a port the server listens on, most often 465 or 587' },
  'smtp-timeout': { field: 'port', allowed: 'a host and port that answer within 10 seconds' },
  'smtp-tls-failed': { field: 'secure', allowed: 'on for port 465; off for 587, where STARTTLS is used' },
  'smtp-not-a-mail-server': { field: 'port', allowed: 'a port where an SMTP server answers' },
};

/** Connects to the mailbox and signs in once; what fails is said with the field at fault. */
export async function verifySmtp(
  settings: SmtpSettings,
  nameOf = (field: string): string => `account.smtp.${field}`,
): Promise<void> {
  const { openSmtp, SmtpProblem } = await import('../channels/smtpConnection.js');
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const connection = await openSmtp(settings, { signal, timeoutMs: PATIENCE_MS });
    connection.quit();
  } catch (error) {
    if (!(error instanceof SmtpProblem)) throw error;
    const { field, allowed } = ADVICE[error.code];
    throw new Refusal('failed-precondition', error.code, { field: nameOf(field), allowed });
  }
}
