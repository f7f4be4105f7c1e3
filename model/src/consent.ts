import { z } from 'zod';
import { channelSchema } from './account.js';
import { momentSchema } from './moment.js';

/**
 * `orgs/{orgId}/contacts/{contactId}/consents/{consentId}`: append-only. `previousHash` chains the entries of a contact,
 * so that one taken out or changed later shows.
 */
export const contactConsentSchema = z.strictObject({
  channel: channelSchema,
  kind: z.enum(['grant', 'revoke']),
  basis: z.enum(['message']),
  evidence: z.string(), // the id of the message that said it
  source: z.enum(['inbound', 'provider']), // provider: they told it, and it refused a message of ours
  at: momentSchema,
  previousHash: z.string().nullable(),
});
export type ContactConsent = z.infer<typeof contactConsentSchema>;
