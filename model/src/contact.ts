import { z } from 'zod';
import { channelSchema } from './account.js';
import { contract } from './contract.js';
import { LIMITS } from './limits.js';
import { momentSchema } from './moment.js';
import { STAGES } from './stages.js';

export const stageSchema = z.enum(STAGES);

export const inboxStatusSchema = z.enum(['open', 'snoozed', 'closed']);

/** What a lead wrote that may be an opt-out: until a member decides, nothing is sent to them on its channel. */
export const optOutQuestionSchema = z.strictObject({
  messageId: z.string(),
  address: z.string().max(LIMITS.email), // that it came from
  words: z.string().max(LIMITS.preview), // that left the doubt
  at: momentSchema,
});
export type OptOutQuestion = z.infer<typeof optOutQuestionSchema>;

/** Where Google Voice takes an answer to a number, by which of our accounts. Google makes the address up, so it cannot be guessed. */
const voiceAddressSchema = z.strictObject({
  accountId: z.string(),
  number: z.string().max(LIMITS.phone), // theirs
  address: z.string().max(LIMITS.email),
});
export type VoiceAddress = z.infer<typeof voiceAddressSchema>;

export const lastMessageSchema = z.strictObject({
  messageId: z.string(),
  at: momentSchema,
  channel: channelSchema,
  direction: z.enum(['in', 'out']),
  preview: z.string().max(LIMITS.preview),
});
export type LastMessage = z.infer<typeof lastMessageSchema>;

const customSchema = z.record(z.string().max(LIMITS.customKey), z.string().max(LIMITS.customValue));
const tagsSchema = z.array(z.string().trim().min(1).max(LIMITS.tag)).max(LIMITS.tagsPerContact);

/**
 * `orgs/{orgId}/contacts/{contactId}`: a contact is its conversation. Agents write company, tags, stage, assigneeUid,
 * custom, inbox and, with a message of their own, lastMessage and waitingSince; `saveContact` writes the identity
 * (name, emails, phones and what is derived from them); the inbound walk writes the rest.
 */
export const contactSchema = z.strictObject({
  name: z.string().max(LIMITS.personName),
  nameKey: z.string(), // lower-cased name, or the first address: the order of the contact list
  company: z.string().max(LIMITS.company),
  emails: z.array(z.string().max(LIMITS.email)).max(LIMITS.handlesPerContact),
  phones: z.array(z.string().max(LIMITS.phone)).max(LIMITS.handlesPerContact),
  tags: tagsSchema,
  stage: stageSchema,
  assigneeUid: z.string().nullable(),
  source: z.enum(['manual', 'inbound', 'import', 'demo']),
  custom: customSchema,
  inbox: z.strictObject({
    status: inboxStatusSchema,
    unread: z.int().min(0),
    snoozedUntil: momentSchema.nullable(),
  }),
  optOut: z.strictObject({ sms: z.boolean(), email: z.boolean() }),
  optOutQuestion: z
    .strictObject({ sms: optOutQuestionSchema.optional(), email: optOutQuestionSchema.optional() })
    .optional(),
  voiceRelays: z.array(voiceAddressSchema).max(LIMITS.voiceRelays).optional(), // where answers by Google Voice go
  consentHead: z.strictObject({ sequence: z.int(), hash: z.string() }).optional(), // the last of `consents`
  lastMessage: lastMessageSchema.nullable(),
  lastInboundAt: momentSchema.nullable(),
  waitingSince: momentSchema.nullable(),
  search: z.array(z.string()),
  duplicateOf: z.string().nullable(), // another contact that holds one of these addresses
  timeZone: z.string().nullable(), // an IANA zone that somebody set; null = told from the number
  createdAt: momentSchema,
  createdBy: z.string(), // a uid, or 'inbound'
});
export type Contact = z.infer<typeof contactSchema>;

/**
 * Creates (`contactId` null) or edits a contact's identity in one transaction with the unique index of addresses.
 * An address another contact holds is kept and flagged (`duplicateOf`), not lost. Phones are read by the
 * organization's default country and stored as E.164, emails lower-cased.
 */
export const saveContactContract = contract('saveContact', {
  input: z.strictObject({
    orgId: z.string().min(1).max(128),
    contactId: z.string().min(1).max(128).nullable(),
    requestId: z.string().min(8).max(64), // the same request twice creates one contact
    fields: z.strictObject({
      name: z.string().trim().max(LIMITS.personName),
      company: z.string().trim().max(LIMITS.company),
      emails: z.array(z.string().trim().max(LIMITS.email)).max(LIMITS.handlesPerContact),
      phones: z.array(z.string().trim().max(40)).max(LIMITS.handlesPerContact),
      tags: tagsSchema,
      stage: stageSchema,
      assigneeUid: z.string().max(128).nullable(),
    }),
  }),
  output: z.strictObject({ contactId: z.string(), duplicateOf: z.string().nullable() }),
});

/** `orgs/{orgId}/contacts/{contactId}/notes/{noteId}` */
export const noteSchema = z.strictObject({
  body: z.string().min(1).max(LIMITS.note),
  authorUid: z.string(),
  at: momentSchema,
  mentions: z.array(z.string()).max(20),
});
export type Note = z.infer<typeof noteSchema>;
