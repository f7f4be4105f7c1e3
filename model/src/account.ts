import { z } from 'zod';
import { contract } from './contract.js';
import { LIMITS } from './limits.js';
import { momentSchema } from './moment.js';

export const CHANNELS = ['sms', 'email'] as const;
export const channelSchema = z.enum(CHANNELS);
export type Channel = z.infer<typeof channelSchema>;

export const ACCOUNT_KINDS = ['sandbox', 'smtp', 'gmail', 'googleVoice', 'twilio'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** `orgs/{orgId}/accounts/{accountId}`: one address of one channel. Its credentials lie sealed in `secrets/`. */
export const accountSchema = z.strictObject({
  kind: z.enum(ACCOUNT_KINDS),
  channel: channelSchema,
  address: z.string().max(LIMITS.email),
  displayName: z.string().min(1).max(LIMITS.personName),
  state: z.enum(['active', 'disconnected', 'error']),
  health: z.strictObject({
    lastInboundAt: momentSchema.nullable(),
    lastOutboundAt: momentSchema.nullable(),
    lastError: z.string().nullable(),
    syncedTo: z.string().nullable(),
  }),
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

const displayName = z.string().trim().min(1).max(LIMITS.personName);

/** Adds a channel account; for a mailbox the connection is tried before anything is stored. */
export const connectAccountContract = contract('connectAccount', {
  input: z.strictObject({
    orgId: z.string().min(1).max(128),
    account: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('sandbox'), channel: channelSchema, displayName }),
      z.strictObject({
        kind: z.literal('smtp'),
        displayName,
        address: z.email().max(LIMITS.email),
        smtp: smtpSettingsSchema,
      }),
    ]),
  }),
  output: z.strictObject({ accountId: z.string() }),
});

/** Stops an account from sending and forgets its credentials; its history stays. */
export const disconnectAccountContract = contract('disconnectAccount', {
  input: z.strictObject({ orgId: z.string().min(1).max(128), accountId: z.string().min(1).max(128) }),
  output: z.strictObject({}),
});
