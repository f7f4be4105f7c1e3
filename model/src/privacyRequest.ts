import { z } from 'zod';
import { contract } from './contract.js';
import { momentSchema } from './moment.js';

/** What a person can ask for; a person answers it. */
export const PRIVACY_ASKS = ['access', 'correction', 'erasure', 'objection'] as const;
/** What the product does by itself, from the first step to the receipt. */
export const PRIVACY_JOBS = ['erase-contact', 'erase-account', 'remove-child'] as const;
export const PRIVACY_KINDS = [...PRIVACY_ASKS, ...PRIVACY_JOBS] as const;
export type PrivacyKind = (typeof PRIVACY_KINDS)[number];
export type PrivacyJobKind = (typeof PRIVACY_JOBS)[number];

/** Under which law something is asked; it decides how long an answer may take. */
export const PRIVACY_LAWS = ['general', 'california'] as const;
export type PrivacyLaw = (typeof PRIVACY_LAWS)[number];

const DAY_MS = 24 * 60 * 60_000;
/** GDPR Art. 12(3): one month; California, CCPA regulations 7021(b): 45 calendar days. */
export const ANSWER_DAYS: Record<PrivacyLaw, number> = { general: 30, california: 45 };
/** Records of requests stay so long: CCPA regulations 7101 ask for 24 months. */
export const RECEIPT_DAYS = 730;

export const countsSchema = z.record(z.string(), z.int().min(0));

/** What a running job needs; gone with its last step, because it names the person. */
export const privacyJobSchema = z.strictObject({
  alias: z.string(), // stands for the person wherever their work stays
  uid: z.string().nullable(),
  email: z.string().nullable(),
  contactId: z.string().nullable(),
  orgs: z.array(z.string()), // organizations that go with the person
  owned: z.array(z.string()), // organizations with other owners
  leaseUntil: momentSchema,
});
export type PrivacyJob = z.infer<typeof privacyJobSchema>;

/**
 * `privacyRequests/{id}`, of a person, and `orgs/{orgId}/privacyRequests/{id}`, of a lead. The receipt is what stays: its
 * number is the id, its counts say how much was done, and nothing in it names anybody.
 */
export const privacyRequestSchema = z.strictObject({
  kind: z.enum(PRIVACY_KINDS),
  state: z.enum(['open', 'running', 'done', 'declined']),
  law: z.enum(PRIVACY_LAWS),
  subjectUid: z.string().nullable(), // who may read it; null: nobody any more, or a lead without an account
  contactId: z.string().nullable(), // the lead whom it is about
  note: z.string().max(2000),
  answer: z.string().max(2000),
  at: momentSchema,
  dueAt: momentSchema,
  doneAt: momentSchema.nullable(),
  remindedAt: momentSchema.nullable(),
  counts: countsSchema,
  job: privacyJobSchema.nullable(),
  expireAt: momentSchema.nullable(), // TTL, from its end on
});
export type PrivacyRequest = z.infer<typeof privacyRequestSchema>;

export function answerDueAtMs(law: PrivacyLaw, askedAtMs: number): number {
  return askedAtMs + ANSWER_DAYS[law] * DAY_MS;
}

export function receiptExpireAtMs(doneAtMs: number): number {
  return doneAtMs + RECEIPT_DAYS * DAY_MS;
}

const idSchema = z.string().min(1).max(128);

/** Erases a contact with everything below it. `suppress`: its addresses get no message again, kept as keyed hashes. */
export const eraseContactContract = contract('eraseContact', {
  input: z.strictObject({ orgId: idSchema, contactId: idSchema, suppress: z.boolean() }),
  output: z.strictObject({ requestId: z.string() }),
});

/** Erases the caller: every seat at once, then all that names them, and the organizations that they alone are in. */
export const eraseMyAccountContract = contract('eraseMyAccount', {
  input: z.strictObject({ confirmEmail: z.string().max(254) }),
  output: z.strictObject({ requestId: z.string() }),
});

const askSchema = z.enum(PRIVACY_ASKS);
const lawSchema = z.enum(PRIVACY_LAWS);
const noteSchema = z.string().trim().max(2000);

/** So many requests of one person, or about one lead, may be open at a time. */
export const MOST_OPEN_REQUESTS = 5;

/** A person asks for something about their own data; somebody at LeadPulse answers within `dueAtMs`. */
export const requestPrivacyContract = contract('requestPrivacy', {
  input: z.strictObject({ kind: askSchema, law: lawSchema, note: noteSchema }),
  output: z.strictObject({ requestId: z.string(), dueAtMs: z.number() }),
});

/** An organization notes what a lead asked for; it has to answer itself. */
export const recordRequestContract = contract('recordRequest', {
  input: z.strictObject({
    orgId: idSchema,
    contactId: idSchema,
    kind: askSchema,
    law: lawSchema,
    note: noteSchema,
  }),
  output: z.strictObject({ requestId: z.string(), dueAtMs: z.number() }),
});

/** An organization notes how it answered a lead. */
export const answerRequestContract = contract('answerRequest', {
  input: z.strictObject({
    orgId: idSchema,
    requestId: idSchema,
    state: z.enum(['done', 'declined']),
    answer: noteSchema,
  }),
  output: z.strictObject({}),
});

/** How long before its end somebody is told that a request is still open. */
export const REMINDER_DAYS = 5;

/** A request that a person has to answer, as it begins. */
export function newAsk(
  asked: { kind: (typeof PRIVACY_ASKS)[number]; law: PrivacyLaw; note: string },
  whose: { subjectUid: string | null; contactId: string | null },
): Omit<PrivacyRequest, 'at' | 'dueAt'> {
  return {
    ...asked,
    ...whose,
    state: 'open',
    answer: '',
    doneAt: null,
    remindedAt: null,
    counts: {},
    job: null,
    expireAt: null,
  };
}
