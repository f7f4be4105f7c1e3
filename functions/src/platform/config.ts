import { z } from 'zod';

const optionalUrl = z.union([z.literal(''), z.url()]).default('');

const configSchema = z.object({
  SITE_URL: z.url(),
  MAIL_DOMAIN: z.string().regex(/^[a-z0-9.-]+$/, 'a domain name, for the Message-IDs of our mails'),
  SYSTEM_MAIL_FROM: z.union([z.literal(''), z.email()]).default(''), // else no-reply at MAIL_DOMAIN
  COMPANY_ADDRESS: z.string().max(300).default(''), // where we can be reached by post; no news without it (CAN-SPAM)
  SANDBOX_URL: optionalUrl, // empty in production: no sandbox accounts
  STRIPE_API_URL: optionalUrl, // empty in production: Stripe's own
  TWILIO_API_URL: optionalUrl, // empty in production: Twilio's own
  GOOGLE_API_URL: optionalUrl, // empty in production: Google's own
  GOOGLE_CLIENT_ID: z.string().max(200).default(''), // empty: no Gmail accounts
  GMAIL_TOPIC: z.string().max(300).default(''), // projects/PROJECT/topics/gmail-push, where Gmail tells of changes
  MAIL_EVIDENCE_URL: optionalUrl, // where it can be asked whether a mail was accepted
  LEASE_SECONDS: z.coerce.number().int().min(1).max(600).default(90),
  FAULTS_DIR: z.string().default(''), // heeded in the emulator only
});

export interface Config {
  readonly siteUrl: string;
  readonly mailDomain: string;
  readonly systemMailFrom: string;
  readonly companyAddress: string;
  readonly sandboxUrl: string;
  readonly stripeApiUrl: string;
  readonly twilioApiUrl: string;
  readonly googleApiUrl: string;
  readonly googleClientId: string;
  readonly gmailTopic: string;
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
      siteUrl: env.SITE_URL.replace(/\/$/, ''),
      mailDomain: env.MAIL_DOMAIN,
      systemMailFrom: env.SYSTEM_MAIL_FROM || `no-reply@${env.MAIL_DOMAIN}`,
      companyAddress: env.COMPANY_ADDRESS,
      sandboxUrl: env.SANDBOX_URL.replace(/\/$/, ''),
      stripeApiUrl: env.STRIPE_API_URL.replace(/\/$/, ''),
      twilioApiUrl: env.TWILIO_API_URL.replace(/\/$/, ''),
      googleApiUrl: env.GOOGLE_API_URL.replace(/\/$/, ''),
      googleClientId: env.GOOGLE_CLIENT_ID,
      gmailTopic: env.GMAIL_TOPIC,
      mailEvidenceUrl: env.MAIL_EVIDENCE_URL,
      leaseMs: env.LEASE_SECONDS * 1000,
      faultsDir: process.env.FUNCTIONS_EMULATOR === 'true' ? env.FAULTS_DIR : '',
    };
  }
  return cached;
}

/** The secrets in Secret Manager; a function sees one only if it lists it in its `secrets`. */
export type SecretName =
  | 'SANDBOX_SECRET'
  | 'MAIL_WEBHOOK_SECRET'
  | 'SUPPRESSION_KEY'
  | 'SEALING_KEY'
  | 'GOOGLE_CLIENT_SECRET' // of the OAuth client by which Gmail accounts are connected
  | 'MAIL_LINK_KEYS' // signs the links in news: one, or several with commas, the first signs
  | 'SYSTEM_SMTP_URL'
  | 'STRIPE_SECRET_KEY'
  | 'STRIPE_WEBHOOK_SECRETS'; // one, or several with commas while one is replaced

export function secret(name: SecretName): string {
  const value = process.env[name];
  if (!value) throw new Error(`The secret ${name} is not set for this function`);
  return value;
}
