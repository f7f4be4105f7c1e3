import { messageSchema, planSentIn } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import { z } from 'zod';
import type { MessagePath } from '../platform/refs.js';

const { purpose, sentIn } = messageSchema.shape;

/** What decides whether a message counts in the month's messages, and whether it does already. */
export const countedSchema = z.object({ purpose, sentIn });
type Counted = z.infer<typeof countedSchema>;

/** What a message carries from the update on that says a provider has it; counting it is part of that, no write of its own. */
export function handedOver(
  { orgId }: MessagePath,
  message: Counted,
  providerId: string,
  sentAt = Timestamp.now(),
): Record<string, unknown> {
  const month = planSentIn(orgId, message, sentAt.toMillis());
  return { providerId, sentAt, ...month, leaseUntil: null, error: null };
}
