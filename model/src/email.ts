import { z } from 'zod';
import { LIMITS } from './limits.js';
import { Refusal } from './refusal.js';

const emailSchema = z.email().max(LIMITS.email);

/** An address as it is stored and compared: trimmed and lower-cased. */
export function normalizeEmail(text: string, field = 'email'): string {
  const email = text.normalize('NFKC').trim().toLowerCase();
  if (!emailSchema.safeParse(email).success) {
    throw new Refusal('invalid-argument', 'email-invalid', {
      field,
      allowed: 'an email address such as jane@example.com',
    });
  }
  return email;
}
