import { z } from 'zod';
import { channelSchema, smtpSettingsSchema } from './account.js';
import { contract } from './contract.js';
import { LIMITS } from './limits.js';
import { mailboxSettingsSchema } from './mailboxSettings.js';
import { twilioKeysSchema, twilioNumberSchema } from './twilio.js';

const id = z.string().min(1).max(128);
const displayName = z.string().trim().min(1).max(LIMITS.personName);

/** What a person gives for an account of each kind; `functions/src/messaging/connecting` has a file for each. */
const sandboxWanted = z.strictObject({ kind: z.literal('sandbox'), channel: channelSchema, displayName });
const smtpWanted = z.strictObject({
  kind: z.literal('smtp'),
  displayName,
  address: z.email().max(LIMITS.email),
  smtp: smtpSettingsSchema,
});
const imapWanted = z.strictObject({
  kind: z.literal('imap'),
  displayName,
  address: z.email().max(LIMITS.email),
  mailbox: mailboxSettingsSchema,
});
const twilioWanted = z.strictObject({
  kind: z.literal('twilio'),
  displayName,
  number: twilioNumberSchema,
  twilio: twilioKeysSchema,
});

/** A Gmail account is connected at Google (`startGoogle`); a number of Google Voice rides on one. */
const googleVoiceWanted = z.strictObject({
  kind: z.literal('googleVoice'),
  displayName,
  number: twilioNumberSchema,
  gmailAccountId: id,
});

export const wantedAccountSchema = z.discriminatedUnion('kind', [
  sandboxWanted,
  smtpWanted,
  imapWanted,
  twilioWanted,
  googleVoiceWanted,
]);
export type WantedAccount = z.output<typeof wantedAccountSchema>;

/** Adds a channel account; what a provider can be asked is tried before anything is stored. */
export const connectAccountContract = contract('connectAccount', {
  input: z.strictObject({ orgId: id, account: wantedAccountSchema }),
  output: z.strictObject({ accountId: z.string() }),
});

/**
 * Stops an account from sending and receiving, and wipes its credentials; its history stays. `isLeftAtProvider`: the
 * provider could not be told, so a person has to take out there what leads to us.
 */
export const disconnectAccountContract = contract('disconnectAccount', {
  input: z.strictObject({ orgId: id, accountId: id }),
  output: z.strictObject({ isLeftAtProvider: z.boolean() }),
});

/** Holds an account back from sending, or lets it send again; what comes in is taken all the while. */
export const pauseAccountContract = contract('pauseAccount', {
  input: z.strictObject({ orgId: id, accountId: id, isPaused: z.boolean() }),
  output: z.strictObject({}),
});

/** Sends one test message by an account: a text to a number of one's own, an email to one's own address. */
export const testAccountContract = contract('testAccount', {
  input: z.strictObject({
    orgId: id,
    accountId: id,
    to: z.string().max(LIMITS.phone).nullable(), // E.164; null: the caller's own email address
  }),
  output: z.strictObject({}),
});

/** The numbers of a Twilio account, for a person to choose one; the keys are tried and not stored. */
export const listTwilioNumbersContract = contract('listTwilioNumbers', {
  input: z.strictObject({ orgId: id, twilio: twilioKeysSchema }),
  output: z.strictObject({
    accountName: z.string(),
    isTrial: z.boolean(), // Twilio sends only to numbers that the trial account has verified
    numbers: z.array(
      z.strictObject({
        number: twilioNumberSchema,
        name: z.string(),
        canText: z.boolean(),
        serviceName: z.string().nullable(), // of the Messaging Service whose pool holds it
      }),
    ),
  }),
});

/**
 * Reads a mailbox now instead of with the next round. `busy`: somebody reads it already; `more`: so much was there that
 * the rest follows by itself.
 */
export const syncNowContract = contract('syncNow', {
  input: z.strictObject({ orgId: id, accountId: id }),
  output: z.strictObject({ outcome: z.enum(['complete', 'more', 'busy']) }),
});
