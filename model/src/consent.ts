import { z } from 'zod';
import { channelSchema, CHANNELS } from './account.js';
import { contract } from './contract.js';
import type { ChainHead, Digest } from './hashChain.js';
import { brokenEnd, EMPTY_HEAD, followLinks, nextLink } from './hashChain.js';
import { LIMITS } from './limits.js';
import { momentSchema } from './moment.js';

/**
 * revoke: no more messages. grant: messages again. doubt: they wrote what may be an opt-out, so sending waits for a
 * person. keep: a person read it and it was none.
 */
export const CONSENT_KINDS = ['grant', 'revoke', 'doubt', 'keep'] as const;

/** message: what they wrote to us. told: what they told a member. decision: how a member read an unclear message. */
export const CONSENT_BASES = ['message', 'told', 'decision'] as const;

/** How an opt-out can reach a member other than by a message to us. */
export const TOLD_BY = ['call', 'in-person', 'letter', 'email', 'form'] as const;
export type ToldBy = (typeof TOLD_BY)[number];

export const CONSENT_SOURCES = ['inbound', 'thread', 'provider', ...TOLD_BY] as const;

/**
 * `orgs/{orgId}/contacts/{contactId}/consents/{consentId}`: append-only, a chain (`hashChain.ts`) whose head is the
 * contact's `consentHead`. Entries of before the chain had an end have none of the optional fields; the first entry
 * that has them stands on the last that has not.
 */
export const contactConsentSchema = z.strictObject({
  channel: channelSchema,
  kind: z.enum(CONSENT_KINDS),
  basis: z.enum(CONSENT_BASES),
  evidence: z.string(), // the id of the message that said it, or ''
  source: z.enum(CONSENT_SOURCES),
  at: momentSchema,
  previousHash: z.string().nullable(), // '' in the first; null in the first of those without a hash
  sequence: z.int().min(1).optional(),
  words: z.string().max(LIMITS.consentWords).optional(), // what was said: theirs, or a member's account of it
  by: z.string().nullable().optional(), // the member who recorded or decided it; null: nobody but the lead
  byHash: z.string().optional(), // of `by`, '' without one: `by` itself may be taken out with the member's account
  hash: z.string().optional(),
});
export type ContactConsent = z.infer<typeof contactConsentSchema>;

export const chainedConsentSchema = contactConsentSchema.required().extend({ previousHash: z.string() });
export type ChainedConsent = z.infer<typeof chainedConsentSchema>;

/** What the one who writes an entry tells; the chain adds the rest. */
export type ConsentNote = Omit<ChainedConsent, 'sequence' | 'previousHash' | 'byHash' | 'hash'>;

type Unhashed = Omit<ChainedConsent, 'hash'>;

/** What is hashed of an entry; of `by` only its hash, so that the chain holds without the member's name. */
function consentText(entry: Unhashed): string {
  const { sequence, channel, kind, basis, source, evidence, words, at, byHash, previousHash } = entry;
  return JSON.stringify([
    ...[sequence, channel, kind, basis, source, evidence, words],
    ...[at.toMillis(), byHash, previousHash],
  ]);
}

/** Another one in each entry, so that the entries of an erased member cannot be put together. */
function hashOfBy(by: string | null, { sequence, hash }: ChainHead, digest: Digest): string {
  return by === null ? '' : digest(JSON.stringify([sequence + 1, hash, by]));
}

/** The entry that follows the head of a contact's chain. */
export function nextConsent(head: ChainHead, note: ConsentNote, digest: Digest): ChainedConsent {
  return nextLink(head, { ...note, byHash: hashOfBy(note.by, head, digest) }, consentText, digest);
}

/** What the next entry repeats of one that has no hash of its own. */
export function olderConsentHash(entry: ContactConsent, digest: Digest): string {
  const { channel, kind, basis, evidence, source, at, previousHash } = entry;
  return digest(JSON.stringify([channel, kind, basis, evidence, source, at.toMillis(), previousHash]));
}

/** Where the chain goes on after entries without a hash, oldest first. */
export function headAfterOlder(older: readonly ContactConsent[], digest: Digest): ChainHead {
  const last = older.at(-1);
  return last ? { sequence: older.length, hash: olderConsentHash(last, digest) } : EMPTY_HEAD;
}

/** The number of the first entry without a hash that does not stand on the one before it. */
function brokenOlder(older: readonly ContactConsent[], digest: Digest): number | null {
  const at = older.findIndex(({ previousHash }, index) => {
    const before = older[index - 1];
    return previousHash !== (before ? olderConsentHash(before, digest) : null);
  });
  return at < 0 ? null : at + 1;
}

/** That `by` is who wrote it, or a name that stands there since their account was erased (`aliasOf`). */
function isSigned({ by, byHash, sequence, previousHash }: ChainedConsent, digest: Digest): boolean {
  if (by?.startsWith('former_')) return byHash !== '';
  return byHash === hashOfBy(by, { sequence: sequence - 1, hash: previousHash }, digest);
}

export interface ConsentProof {
  entries: ContactConsent[]; // oldest first
  isIntact: boolean;
  brokenAt: number | null; // the number of the first entry that does not fit
  withoutHash: number; // how many are of before the chain had an end
}

/** Puts the entries of a contact in their order and follows the chain to its head. `head` null: nothing was chained yet. */
export function proveConsents(
  found: readonly ContactConsent[],
  head: ChainHead | null,
  digest: Digest,
): ConsentProof {
  const older = found.filter(({ sequence }) => sequence === undefined);
  older.sort((a, b) => a.at.toMillis() - b.at.toMillis());
  const newer = found.filter(({ sequence }) => sequence !== undefined);
  newer.sort((a, b) => (a.sequence ?? 0) - (b.sequence ?? 0));
  const whole = newer.flatMap((entry) => chainedConsentSchema.safeParse(entry).data ?? []);
  const from = headAfterOlder(older, digest);
  const { brokenAt, ...reached } = followLinks(from, whole, consentText, digest);
  const unsigned = whole.find((entry) => !isSigned(entry, digest))?.sequence ?? null;
  const broken = brokenOlder(older, digest) ?? brokenAt ?? unsigned ?? brokenEnd(reached, head ?? from);
  return {
    entries: [...older, ...newer],
    isIntact: broken === null,
    brokenAt: broken,
    withoutHash: older.length,
  };
}

const idSchema = z.string().min(1).max(128);
const wordsSchema = z.string().trim().min(3).max(LIMITS.consentWords);
const channelsSchema = z
  .array(channelSchema)
  .min(1)
  .max(CHANNELS.length)
  .refine((channels) => new Set(channels).size === channels.length, 'each channel once');

/** Records that a lead asked us to stop by another way than a message to us: it holds like a STOP of theirs. */
export const recordOptOutContract = contract('recordOptOut', {
  input: z.strictObject({
    orgId: idSchema,
    contactId: idSchema,
    channels: channelsSchema,
    toldBy: z.enum(TOLD_BY),
    words: wordsSchema, // what they said, and when and to whom
  }),
  output: z.strictObject({}),
});

/**
 * Records that a lead agreed to be written to (again). Consent is for the sender to prove (47 CFR 64.1200(a)(9)(i)(A) and
 * (f)(9)), and this lifts an opt-out: owners and admins only, with the evidence.
 */
export const recordOptInContract = contract('recordOptIn', {
  input: z.strictObject({
    orgId: idSchema,
    contactId: idSchema,
    channels: channelsSchema,
    toldBy: z.enum(TOLD_BY),
    words: z.string().trim().min(20).max(LIMITS.consentWords), // where the proof lies, and what they agreed to
  }),
  output: z.strictObject({}),
});

/** Decides whether what a lead wrote was an opt-out; until then nothing is sent to them on that channel. */
export const decideOptOutContract = contract('decideOptOut', {
  input: z.strictObject({
    orgId: idSchema,
    contactId: idSchema,
    channel: channelSchema,
    messageId: idSchema, // which message was read: another may be in question by now
    isOptOut: z.boolean(),
  }),
  output: z.strictObject({}),
});

const provenSchema = z.strictObject({
  sequence: z.int().min(1),
  channel: channelSchema,
  kind: z.enum(CONSENT_KINDS),
  basis: z.enum(CONSENT_BASES),
  source: z.enum(CONSENT_SOURCES),
  evidence: z.string(),
  words: z.string().nullable(), // null: of before they were kept
  by: z.string().nullable(), // a name, or null: the lead
  atMs: z.number(),
  hash: z.string().nullable(),
});
export type ProvenConsent = z.infer<typeof provenSchema>;

/** Every entry of a contact's consents, and whether the chain of them holds. */
export const proveConsentsContract = contract('proveConsents', {
  input: z.strictObject({ orgId: idSchema, contactId: idSchema }),
  output: z.strictObject({
    orgName: z.string(),
    contactName: z.string(),
    emails: z.array(z.string()),
    phones: z.array(z.string()),
    entries: z.array(provenSchema),
    isIntact: z.boolean(),
    brokenAt: z.int().nullable(),
    withoutHash: z.int(),
    checkedAtMs: z.number(),
  }),
});
export type ConsentPage = z.output<typeof proveConsentsContract.output>;
