import { z } from 'zod';

/** What Twilio's console shows as Account SID and Auth Token. An API key cannot check a webhook's signature (018). */
export const twilioKeysSchema = z.strictObject({
  accountSid: z
    .string()
    .trim()
    .regex(/^AC[0-9a-fA-F]{32}$/, 'an Account SID: AC and 32 digits or letters a to f'),
  authToken: z
    .string()
    .trim()
    .regex(/^[0-9a-zA-Z]{32}$/, 'an Auth Token: 32 digits and letters'),
});
export type TwilioKeys = z.output<typeof twilioKeysSchema>;

export const twilioNumberSchema = z.string().regex(/^\+[1-9]\d{6,14}$/, 'a number such as +14155550132');

/** What lies sealed in `secrets/twilio`. `serviceSid`: the Messaging Service whose pool holds the number, if one does. */
export const twilioCredentialsSchema = z.strictObject({
  ...twilioKeysSchema.shape,
  numberSid: z.string(),
  serviceSid: z.string().nullable(),
});
export type TwilioCredentials = z.output<typeof twilioCredentialsSchema>;
