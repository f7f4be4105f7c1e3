import { z } from 'zod';
import { LIMITS } from './limits.js';
import { momentSchema } from './moment.js';
import { BROWSER_FAMILIES, FEATURES, SLOTS_PER_DAY } from './telemetry.js';

const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day, yyyy-mm-dd');
const wholeSchema = z.int().min(0);

/** `orgs/{o}/telemetry/{batchId}`: what one browser counted; gone as soon as it is added up. */
export const telemetryBatchSchema = z.strictObject({
  day: daySchema,
  slot: wholeSchema.max(SLOTS_PER_DAY - 1),
  browser: z.enum(BROWSER_FAMILIES),
  counts: z
    .partialRecord(z.enum(FEATURES), z.int().min(1).max(LIMITS.usesPerBatch))
    .refine((counts) => Object.keys(counts).length > 0, 'at least one feature'),
  at: momentSchema,
});

/** Messages of a day, by way and direction, and the hours (UTC) in which leads wrote. */
const messageTallySchema = z.strictObject({
  textsIn: wholeSchema,
  textsOut: wholeSchema,
  emailsIn: wholeSchema,
  emailsOut: wholeSchema,
  hoursIn: z.array(wholeSchema).length(24),
});
export type MessageTally = z.infer<typeof messageTallySchema>;

/** The answers given on a day, by how long the lead had waited. */
const answerTallySchema = z.strictObject({
  within5m: wholeSchema,
  within1h: wholeSchema,
  within4h: wholeSchema,
  within24h: wholeSchema,
  later: wholeSchema,
});
export type AnswerTally = z.infer<typeof answerTallySchema>;

/**
 * `orgs/{o}/usage/{day}`; F only. `counts`, `browsers` and `batches` come from the browsers of those who allow it, the rest
 * from the organization's own messages and seats, once a day.
 */
export const usageDaySchema = z.strictObject({
  day: daySchema,
  counts: z.partialRecord(z.enum(FEATURES), wholeSchema).optional(),
  browsers: z.partialRecord(z.enum(BROWSER_FAMILIES), wholeSchema).optional(),
  batches: wholeSchema.optional(),
  messages: messageTallySchema.optional(),
  answers: answerTallySchema.optional(),
  activeMembers: wholeSchema.optional(), // not told where it was counted too late
  talliedAt: momentSchema.optional(),
  expireAt: momentSchema,
});
export type UsageDay = z.infer<typeof usageDaySchema>;

/** How long an organization's days are kept. */
export const USAGE_KEPT_DAYS = 400;

/** `usageAggregates/{day}`: sums over organizations in which none can be told; F only, nobody reads. */
export const usageAggregateSchema = z.strictObject({
  day: daySchema,
  counts: z.partialRecord(z.enum(FEATURES), wholeSchema),
  browsers: z.partialRecord(z.enum(BROWSER_FAMILIES), wholeSchema),
  at: momentSchema,
});
