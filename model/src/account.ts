import { z } from 'zod';
import { gmailSyncSchema } from './google.js';
import { LIMITS } from './limits.js';
import { mailboxSyncSchema } from './mailboxSync.js';
import { momentSchema } from './moment.js';

export const CHANNELS = ['sms', 'email'] as const;
export const channelSchema = z.enum(CHANNELS);
export type Channel = z.infer<typeof channelSchema>;

export const ACCOUNT_KINDS = ['sandbox', 'smtp', 'imap', 'gmail', 'googleVoice', 'twilio'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** paused: sends nothing until somebody resumes it; what comes in is taken. error: the provider refuses its credentials. */
const accountStateSchema = z.enum(['active', 'paused', 'error', 'disconnected']);

/** `orgs/{orgId}/accounts/{accountId}`: one address of one channel. Its credentials lie sealed in `secrets/`. */
export const accountSchema = z.strictObject({
  kind: z.enum(ACCOUNT_KINDS),
  channel: channelSchema,
  address: z.string().max(LIMITS.email),
  displayName: z.string().min(1).max(LIMITS.personName),
  state: accountStateSchema,
  health: z.strictObject({
    lastInboundAt: momentSchema.nullable(),
    lastOutboundAt: momentSchema.nullable(),
    lastError: z.string().nullable(),
    lastErrorAt: momentSchema.nullable().optional(), // absent: noted before there was a time beside it
    syncedTo: z.string().nullable(), // when everything that the mailbox held had been read, ISO 8601
  }),
  sync: mailboxSyncSchema.optional(), // of a mailbox that is read: how far
  gmailSync: gmailSyncSchema.optional(), // of a Gmail account; absent: it only sends
  ridesOn: z.string().optional(), // of Google Voice: the Gmail account that brings its texts and takes its answers
  createdAt: momentSchema,
});
export type Account = z.infer<typeof accountSchema>;

export const smtpSettingsSchema = z.strictObject({
  host: z.string().trim().min(1).max(253),
  port: z.int().min(1).max(65_535),
  secure: z.boolean(),
  user: z.string().max(LIMITS.email),
  password: z.string().max(500),
});
export type SmtpSettings = z.infer<typeof smtpSettingsSchema>;
