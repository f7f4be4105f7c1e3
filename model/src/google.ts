import { z } from 'zod';
import { contract } from './contract.js';
import { LIMITS } from './limits.js';
import { momentSchema } from './moment.js';

/** What LeadPulse asks Google for. Sending is asked first; reading only of who wants to receive here as well (021). */
export const GMAIL_SCOPES = {
  send: 'https://www.googleapis.com/auth/gmail.send',
  read: 'https://www.googleapis.com/auth/gmail.readonly',
} as const;

/** What lies sealed in `secrets/gmail`: the person's consent, as Google gave it to us. */
export const gmailCredentialsSchema = z.strictObject({
  refreshToken: z.string().min(1).max(2000),
  address: z.string().max(LIMITS.email),
  scopes: z.array(z.string().max(200)).max(20),
});
export type GmailCredentials = z.output<typeof gmailCredentialsSchema>;

/** Of a Gmail account whose mails come in here too. `health.syncedTo` holds Google's own number of the last change. */
export const gmailSyncSchema = z.strictObject({
  watchEndsAt: momentSchema, // until then Google tells of changes at once
  watchedAt: momentSchema, // when that was renewed last
  syncedAt: momentSchema, // everything that came before is here
});
export type GmailSync = z.output<typeof gmailSyncSchema>;

export const OAUTH_MINUTES = 10;

/**
 * `orgs/{orgId}/oauthStates/{sha256 of the state}`: a person has gone to Google and is expected back. It is read once and
 * is gone with that.
 */
export const oauthStateSchema = z.strictObject({
  uid: z.string(),
  accountId: z.string().nullable(), // whose consent is widened; null: a new account, or one that is connected again
  displayName: z.string().max(LIMITS.personName),
  withSync: z.boolean(),
  verifier: z.strictObject({ keyId: z.string(), iv: z.string(), tag: z.string(), data: z.string() }), // PKCE, sealed
  createdAt: momentSchema,
  expireAt: momentSchema,
});
export type OauthState = z.output<typeof oauthStateSchema>;

const id = z.string().min(1).max(128);

/** Where Google asks the person for their consent. With `accountId` the consent of that account is widened or renewed. */
export const startGoogleContract = contract('startGoogle', {
  input: z.strictObject({
    orgId: id,
    accountId: id.nullable(),
    displayName: z.string().trim().min(1).max(LIMITS.personName),
    withSync: z.boolean(), // asks to read the mailbox as well
  }),
  output: z.strictObject({ url: z.url() }),
});

/** What Google sent back with the person, `code` or `error`; only who went there can bring it, and once. */
export const finishGoogleContract = contract('finishGoogle', {
  input: z.strictObject({
    state: z.string().min(1).max(300),
    code: z.string().max(2000).nullable(),
    error: z.string().max(200).nullable(),
  }),
  output: z.strictObject({ orgId: z.string(), accountId: z.string() }),
});

/** Looks into the mailbox now, or ends that its mails come in; what came stays. */
export const syncGmailContract = contract('syncGmail', {
  input: z.strictObject({ orgId: id, accountId: id, act: z.enum(['now', 'off']) }),
  output: z.strictObject({ taken: z.int().min(0) }),
});

/** How often an organization may send somebody to Google. */
export const GOOGLE_START_RATE = { most: 100, windowMs: 24 * 60 * 60_000 } as const;
