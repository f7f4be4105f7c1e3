import { z } from 'zod';

const optionalUrl = z.union([z.literal(''), z.url()]).default('');

const configSchema = z.object({
  MAIL_DOMAIN: z.string().regex(/^[a-z0-9.-]+$/, 'a domain name, for the Message-IDs of our mails'),
  SANDBOX_URL: optionalUrl, // empty in production: no sandbox accounts
  MAIL_EVIDENCE_URL: optionalUrl, // where it can be asked whether a mail was accepted
  LEASE_SECONDS: z.coerce.number().int().min(1).max(600).default(90),
  FAULTS_DIR: z.string().default(''), // heeded in the emulator only
});

export interface Config {
  readonly mailDomain: string;
  readonly sandboxUrl: string;
  readonly mailEvidenceUrl: string;
  readonly leaseMs: number;
  readonly faultsDir: string;
}

let cached: Config | undefined;

/** The environment, read and checked once, when the first request needs it. */
export function config(): Config {
  if (!cached) {
    const env = configSchema.parse(process.env);
    cached = {
      mailDomain: env.MAIL_DOMAIN,
      sandboxUrl: env.SANDBOX_URL.replace(/\/$/, ''),
      mailEvidenceUrl: env.MAIL_EVIDENCE_URL,
      leaseMs: env.LEASE_SECONDS * 1000,
      faultsDir: process.env.FUNCTIONS_EMULATOR === 'true' ? env.FAULTS_DIR : '',
    };
  }
  return cached;
}

/** The secrets in Secret Manager; a function sees one only if it lists it in its `secrets`. */
export type SecretName = 'SANDBOX_SECRET' | 'MAIL_WEBHOOK_SECRET' | 'SUPPRESSION_KEY' | 'SEALING_KEY';

export function secret(name: SecretName): string {
  const value = process.env[name];
  if (!value) throw new Error(`The secret ${name} is not set for this function`);
  return value;
}
