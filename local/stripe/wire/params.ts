import type Stripe from 'stripe';
import { z } from 'zod';
import type { ApiError } from './errors.js';
import { invalid } from './errors.js';

/** Pieces of parameters; on the wire everything is text, and empty text unsets. */
export const whole = z
  .string()
  .regex(/^-?\d+$/, 'must be an integer')
  .transform(Number);
export const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
export const metadata = z.union([z.literal(''), z.record(z.string(), z.string())]);

export const trialSettings = z
  .strictObject({
    end_behavior: z.strictObject({ missing_payment_method: z.enum(['cancel', 'create_invoice', 'pause']) }),
  })
  .transform(({ end_behavior: end }): Stripe.Subscription.TrialSettings => ({
    end_behavior: { billing_cycle_anchor: null, missing_payment_method: end.missing_payment_method },
  }));

/** Merges as Stripe does: an empty value removes its key, empty metadata removes all. */
export function mergedMetadata(
  old: Stripe.Metadata,
  given: z.infer<typeof metadata> | undefined,
): Stripe.Metadata {
  if (given === undefined) return old;
  if (given === '') return {};
  return Object.fromEntries(Object.entries({ ...old, ...given }).filter(([, value]) => value !== ''));
}

/** Reads parameters strictly: one that is not known is refused, with Stripe's words and the name it has on the wire. */
export function readParams<T extends z.ZodType>(schema: T, params: unknown): z.infer<T> {
  const parsed = schema.safeParse(params, { reportInput: true });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw issue ? refusalOf(issue) : invalid('The parameters could not be read.');
}

function refusalOf(issue: z.core.$ZodIssue): ApiError {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    const name = wireName([...path, ...issue.keys.slice(0, 1)]);
    return invalid(`Received unknown parameter: ${name}`, name, 'parameter_unknown');
  }
  const name = wireName(path);
  if (issue.input === undefined)
    return invalid(`Missing required param: ${name}.`, name, 'parameter_missing');
  return invalid(`Invalid ${name}: ${issue.message}`, name);
}

function wireName([first, ...rest]: string[]): string {
  return `${first ?? ''}${rest.map((part) => `[${part}]`).join('')}`;
}
