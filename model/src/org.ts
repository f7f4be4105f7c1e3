import { z } from 'zod';
import { ACCESS_STATUSES } from './access.js';
import { USE_LEVELS } from './allowance.js';
import { contract } from './contract.js';
import { LIMITS } from './limits.js';
import { momentSchema } from './moment.js';
import { roleSchema, seesSchema } from './seat.js';

export const TRIAL_DAYS = 14;

/** Minutes after local midnight at the recipient: texts go out from `startMinute` until before `endMinute`. */
export const quietHoursSchema = z.strictObject({
  enabled: z.boolean(),
  startMinute: z.int().min(0).max(1439),
  endMinute: z.int().min(1).max(1440),
});

export const orgSettingsSchema = z.strictObject({
  quietHours: quietHoursSchema,
  undoSendSeconds: z.int().min(0).max(LIMITS.undoSeconds),
  retentionDays: z.int().min(30).max(3650).nullable(),
});
export type OrgSettings = z.infer<typeof orgSettingsSchema>;

/** 47 CFR 64.1200(c)(1): no solicitation before 8 am or after 9 pm at the called party's location. */
export const DEFAULT_SETTINGS: OrgSettings = {
  quietHours: { enabled: true, startMinute: 8 * 60, endMinute: 21 * 60 },
  undoSendSeconds: 10,
  retentionDays: null,
};

export const accessSchema = z.strictObject({
  status: z.enum(ACCESS_STATUSES),
  planId: z.string().nullable(),
  trialEndsAt: momentSchema.nullable(),
  currentPeriodEnd: momentSchema.nullable(),
  cancelAtPeriodEnd: z.boolean(),
  graceEndsAt: momentSchema.nullable().optional(), // while a payment is overdue
});

/** `orgs/{orgId}` */
export const orgSchema = z.strictObject({
  name: z.string().min(1).max(LIMITS.orgName),
  timeZone: z.string(),
  postalAddress: z.string().max(LIMITS.postalAddress),
  defaultCountry: z.string().length(2),
  settings: orgSettingsSchema,
  access: accessSchema,
  monthlyUse: z
    .strictObject({ month: z.string(), messages: z.enum(USE_LEVELS), contacts: z.enum(USE_LEVELS) })
    .nullable()
    .optional(), // null or none: never was any of it near its end
  accountsChangedAt: momentSchema.optional(), // when a channel account began or ceased to be fit for use
  createdAt: momentSchema,
  deletion: z
    .strictObject({ requestedBy: z.string(), at: momentSchema, purgeAt: momentSchema })
    .nullable()
    .optional(), // set while a deleted organization can still come back
});
export type Org = z.infer<typeof orgSchema>;

/** `orgs/{orgId}/members/{uid}`: the truth about who may do what. */
export const memberSchema = z.strictObject({
  role: roleSchema,
  sees: seesSchema,
  displayName: z.string().min(1).max(LIMITS.personName),
  email: z.string().max(LIMITS.email),
  joinedAt: momentSchema,
  lastActiveAt: momentSchema.nullable().optional(),
  isClosed: z.boolean().optional(), // the organization was deleted: the seat grants nothing until it is restored
});
export type Member = z.infer<typeof memberSchema>;

/** Running it twice with the same name makes one organization. */
export const createOrgContract = contract('createOrg', {
  input: z.strictObject({
    orgName: z.string().trim().min(1).max(LIMITS.orgName),
    displayName: z.string().trim().min(1).max(LIMITS.personName),
    timeZone: z.string().min(1).max(64),
    defaultCountry: z.string().regex(/^[A-Z]{2}$/, 'a two-letter country code'),
    acceptedPolicyVersion: z.string().max(20),
    promotionalEmails: z.boolean(),
  }),
  output: z.strictObject({ orgId: z.string() }),
});
