import { z } from 'zod';

/** What the control API under `/_control/` takes and gives; all of it JSON. */
export const advanceSchema = z.strictObject({
  days: z.number().min(0).optional(),
  seconds: z.number().int().min(0).optional(),
  to: z.number().int().optional(), // Unix seconds
  nextBilling: z.literal(true).optional(), // to the next end of a trial or period, and an hour more for its invoice
  customer: z.string().optional(), // only for this customer; everybody else stays in their time
});
export const holdSchema = z.strictObject({ customer: z.string().optional() });
export const holdTimeSchema = z.strictObject({ customer: z.string() });
export const sendSchema = z.strictObject({ id: z.string() });
export const latencySchema = z.strictObject({ minMs: z.number().min(0), maxMs: z.number().min(0) });
export const failureSchema = z.strictObject({
  method: z.enum(['GET', 'POST', 'DELETE']),
  path: z.string(), // a part of the path, such as `/v1/subscriptions/sub_1`
  status: z.number().int().min(400).max(599).default(500),
  times: z.number().int().min(1).default(1),
  when: z.enum(['before', 'after']).default('before'),
  how: z.enum(['answer', 'reset', 'hang', 'garble']).default('answer'), // the connection is cut, or nothing comes, or nonsense
  customer: z.string().optional(), // only calls with this `customer` in their parameters
});
export const disputeSchema = z.strictObject({ customer: z.string() });
export const cardSchema = z.strictObject({
  customer: z.string(),
  card: z.enum(['good', 'declined', 'needs_authentication', 'none']),
});
export const checkoutSchema = z.strictObject({
  session: z.string(),
  card: z.enum(['4242', '0002', '3155', '0341', '3184', 'none']).default('4242'),
  isConfirmed: z.boolean().default(false),
  email: z.string().optional(),
  businessName: z.string().optional(),
  taxId: z.string().optional(),
});
export const settingsSchema = z.strictObject({
  afterRetries: z.enum(['unpaid', 'canceled']).optional(),
  draftSeconds: z.number().int().min(0).optional(),
});
