import { z } from 'zod';
import { channelSchema } from './account.js';
import { contract } from './contract.js';
import { LIMITS } from './limits.js';
import { momentSchema } from './moment.js';

/**
 * requested: asked for by a member, its undo window (if any) running. scheduled: waits for `sendAt` (send later, quiet
 * hours, a retry). sending: leased by one sender. uncertain: a crash left open whether the provider has it.
 */
export const MESSAGE_STATES = [
  'requested',
  'scheduled',
  'sending',
  'sent',
  'delivered',
  'failed',
  'blocked',
  'canceled',
  'uncertain',
  'received',
] as const;
export const messageStateSchema = z.enum(MESSAGE_STATES);
export type MessageState = z.infer<typeof messageStateSchema>;

/** Why the gate answered as it did: `code` is stable, `text` is for people. */
export const reasonSchema = z.strictObject({ code: z.string(), text: z.string() });
export type Reason = z.infer<typeof reasonSchema>;

export const decisionSchema = z.strictObject({
  allowed: z.boolean(),
  reasons: z.array(reasonSchema),
  at: momentSchema,
});

/** `purpose` is not a member's to write: a confirmation may follow an opt-out once, nothing else may. */
export const purposeSchema = z.enum(['conversation', 'opt-out-confirmation', 'opt-in-confirmation', 'help']);
export type Purpose = z.infer<typeof purposeSchema>;

/** What came with a message. The bytes stay in the mailbox, or with the provider. */
export const messageAttachmentSchema = z.strictObject({
  partId: z.string().max(40), // as IMAP numbers the parts: '2', '1.2'; a provider's own id
  name: z.string().max(LIMITS.attachmentName),
  type: z.string().max(LIMITS.attachmentName),
  size: z.int().min(0), // bytes; 0: not told
  isInline: z.boolean(), // shown within the text, such as a logo
});
export type MessageAttachment = z.infer<typeof messageAttachmentSchema>;

/** Asked for in place of a part's id: the HTML of a mail, as it was sent. No provider names a part so. */
export const AS_SENT = 'as-sent';

/**
 * `orgs/{orgId}/contacts/{contactId}/messages/{messageId}`. A member creates the first block with state 'requested'
 * (`references`, `subject`, `sendAt`, `undoSeconds` as needed); functions write the rest. `at` orders the timeline:
 * when a message out was requested, when one in was received.
 */
export const messageSchema = z.strictObject({
  channel: channelSchema,
  direction: z.enum(['in', 'out']),
  accountId: z.string(),
  from: z.string().max(LIMITS.email),
  to: z.string().max(LIMITS.email),
  subject: z.string().max(LIMITS.subject).optional(),
  body: z.string().max(LIMITS.emailBody),
  references: z.array(z.string().max(LIMITS.referenceId)).max(LIMITS.references).optional(), // Message-IDs of the thread, oldest first
  state: messageStateSchema,
  at: momentSchema,
  requestedBy: z.string().optional(), // a uid, or 'system'
  requestedAt: momentSchema.optional(),
  undoSeconds: z.int().min(0).max(LIMITS.undoSeconds).optional(), // absent: the organization's setting
  sendAt: momentSchema.nullable().optional(), // send later; absent or null: after the undo window

  purpose: purposeSchema.optional(), // absent: conversation
  decision: decisionSchema.optional(),
  attempts: z.int().min(0).optional(),
  leaseUntil: momentSchema.nullable().optional(),
  leaseId: z.string().optional(), // of the sender that took it last
  hasCallBegun: z.boolean().optional(), // of a mail: false from its lease until just before its server is called
  providerId: z.string().optional(), // the provider's id; for email the Message-ID
  previousProviderId: z.string().optional(), // of the attempt before a person sent it again
  sentAt: momentSchema.optional(),
  sentIn: z.string().optional(), // the month it counts in, by `sentInKey`; stays when it is sent once more
  deliveredAt: momentSchema.optional(),
  canceledAt: momentSchema.optional(),
  canceledBy: z.string().optional(),
  error: z.strictObject({ code: z.string(), message: z.string() }).nullable().optional(),
  attachments: z.array(messageAttachmentSchema).max(LIMITS.attachments).optional(), // on an inbound message
  hasHtml: z.boolean().optional(), // of a mail that was read: it can be fetched as it was sent
  optOutWord: z.string().optional(), // on an inbound message: the words that were read as an opt-out
});
export type Message = z.infer<typeof messageSchema>;

/** Sends a failed, blocked or uncertain message once more; the document, and so its Message-ID, stays the same. */
export const retryMessageContract = contract('retryMessage', {
  input: z.strictObject({
    orgId: z.string().min(1).max(128),
    contactId: z.string().min(1).max(128),
    messageId: z.string().min(1).max(128),
    evenIfUncertain: z.boolean(), // the person saw that it may arrive twice
  }),
  output: z.strictObject({}),
});
