import { z } from 'zod';
import { LIMITS } from './limits.js';
import { momentSchema } from './moment.js';
import { roleSchema, seesSchema } from './seat.js';

export const preferencesSchema = z.strictObject({
  productEmails: z.boolean(),
  promotionalEmails: z.boolean(),
  telemetry: z.boolean(),
  cookies: z.enum(['unasked', 'necessary', 'all']),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/**
 * `users/{uid}`. `orgs` is a projection of the person's seats for the switcher and the first screen, written by
 * functions in the transaction that writes the seat; the rules never trust it.
 */
export const userSchema = z.strictObject({
  displayName: z.string().min(1).max(LIMITS.personName),
  email: z.string().max(LIMITS.email),
  preferences: preferencesSchema,
  acceptedPolicy: z.strictObject({ version: z.string(), at: momentSchema }),
  seenPolicy: z.strictObject({ version: z.string(), at: momentSchema }).optional(), // the notice of a newer one was shown
  orgs: z.record(
    z.string(),
    z.strictObject({
      name: z.string(),
      role: roleSchema,
      sees: seesSchema,
      timeZone: z.string(),
      purgeAt: momentSchema.nullable().optional(), // the organization was deleted and goes for good then
    }),
  ),
});
export type User = z.infer<typeof userSchema>;

/** `users/{uid}/consents/{id}`: append-only; every choice with its moment, and the policy that held then. */
export const userConsentSchema = z.strictObject({
  what: z.enum([
    'privacy-policy',
    'policy-notice',
    'promotional-emails',
    'product-emails',
    'usage-counts',
    'storage',
  ]),
  given: z.boolean(),
  textVersion: z.string(),
  at: momentSchema,
  source: z.enum(['sign-up', 'policy-notice', 'going-on', 'preferences', 'unsubscribe-link', 'support']),
  note: z.string().max(LIMITS.consentNote).optional(), // of support: how it came to us; the person can read it
});
export type UserConsent = z.infer<typeof userConsentSchema>;
