import { createHash } from 'node:crypto';
import type { Ports } from '../ports.js';
import { DEMO_CLIENT, TOPIC } from '../google/demo.js';
import { HOST, PROJECT_ID } from '../ports.js';

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
  MAIL_LINK_KEYS: localKey('mail link'),
  GOOGLE_CLIENT_SECRET: DEMO_CLIENT.secret,
  STRIPE_SECRET_KEY: 'sk_test_standin',
  STRIPE_WEBHOOK_SECRETS: 'whsec_standin,whsec_standin_before', // the first signs; the other is being replaced
} as const;

/** The secrets of one world: those of all, and the mail server for our own mails, which is the sink. */
export function secretsOf(ports: Ports): Record<string, string> {
  return { ...LOCAL_SECRETS, ...realStripe(), SYSTEM_SMTP_URL: `smtp://${HOST}:${ports.smtp}` };
}

/** The keys of a real Stripe account in test mode, if the process was given any: then nothing stands in for Stripe. */
export function realStripe(): Record<'STRIPE_SECRET_KEY' | 'STRIPE_WEBHOOK_SECRETS', string> | null {
  const { STRIPE_SECRET_KEY: key = '', STRIPE_WEBHOOK_SECRETS: secrets = '' } = process.env;
  if (key === '' || key === LOCAL_SECRETS.STRIPE_SECRET_KEY) return null;
  if (!/^[rs]k_test_/.test(key)) {
    throw new Error(
      'STRIPE_SECRET_KEY is not a test key (sk_test_...); a world on this machine takes no other.',
    );
  }
  return { STRIPE_SECRET_KEY: key, STRIPE_WEBHOOK_SECRETS: secrets || LOCAL_SECRETS.STRIPE_WEBHOOK_SECRETS };
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
    COMPANY_ADDRESS: 'LeadPulse, 1 Example Street, Springfield, IL 62701, USA',
    SANDBOX_URL: sandboxUrl,
    MAIL_EVIDENCE_URL: `${sandboxUrl}/mail/evidence`,
    STRIPE_API_URL: realStripe() ? '' : `http://${HOST}:${ports.stripe}`,
    TWILIO_API_URL: `http://${HOST}:${ports.twilio}`,
    GOOGLE_API_URL: `http://${HOST}:${ports.google}`,
    GOOGLE_CLIENT_ID: DEMO_CLIENT.id,
    GMAIL_TOPIC: `projects/${PROJECT_ID}/topics/${TOPIC}`,
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
