import { createHash } from 'node:crypto';
import type { Ports } from '../ports.js';
import { HOST } from '../ports.js';

export const MAIL_DOMAIN = 'mail.leadpulse.test';
export const SYSTEM_MAIL_FROM = 'no-reply@leadpulse.test';

function localKey(name: string): string {
  return createHash('sha256').update(`leadpulse local ${name}`).digest('base64');
}

/** Secrets of local worlds: the same on every machine and worth nothing. Production has its own in Secret Manager. */
export const LOCAL_SECRETS = {
  SANDBOX_SECRET: localKey('sandbox'),
  MAIL_WEBHOOK_SECRET: localKey('mail webhook'),
  SUPPRESSION_KEY: localKey('suppression'),
  SEALING_KEY: localKey('sealing'),
} as const;

/** The secrets of one world: those of all, and the mail server for our own mails, which is the sink. */
export function secretsOf(ports: Ports): Record<string, string> {
  return { ...LOCAL_SECRETS, SYSTEM_SMTP_URL: `smtp://${HOST}:${ports.smtp}` };
}

/** What the functions of a world are told about it. */
export function functionsEnvironment(
  ports: Ports,
  dir: string,
  extra: Record<string, string>,
): Record<string, string> {
  const sandboxUrl = `http://${HOST}:${ports.sandbox}`;
  return {
    SITE_URL: `http://${HOST}:${ports.hosting}`,
    MAIL_DOMAIN,
    SYSTEM_MAIL_FROM,
    SANDBOX_URL: sandboxUrl,
    MAIL_EVIDENCE_URL: `${sandboxUrl}/mail/evidence`,
    FAULTS_DIR: `${dir}/faults`,
    ...extra,
  };
}

/** The text of a dotenv file. */
export function dotenv(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}\n`)
    .join('');
}
