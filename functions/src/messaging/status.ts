import type { OutboxEvent } from '@leadpulse/model';
import { messageSchema, planSentIn, planTransition } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import { z } from 'zod';
import { faultPoint } from '../platform/faultPoint.js';
import { db } from '../platform/firestore.js';
import type { MessagePath } from '../platform/refs.js';
import { messageRef } from '../platform/refs.js';
import { countedSchema } from './handedOver.js';

export interface DeliveryStatus {
  status: 'accepted' | 'delivered' | 'failed'; // accepted: the provider has it, which settles what a crash left open
  providerId: string;
  error: { code: string; message: string } | null;
}

const trackedSchema = countedSchema.extend({
  direction: z.literal('out'),
  state: messageSchema.shape.state,
  providerId: z.string().optional(),
  previousProviderId: z.string().optional(),
  sentAt: messageSchema.shape.sentAt,
});

const EVENTS: Record<DeliveryStatus['status'], OutboxEvent> = {
  accepted: 'evidence-accepted',
  delivered: 'status-delivered',
  failed: 'status-failed',
};

/** A provider tells how a message fared. It may tell twice, too late, or before we have noted that it took it. */
export async function applyStatus(path: MessagePath, told: DeliveryStatus): Promise<'applied' | 'ignored'> {
  const ref = messageRef(path);
  await faultPoint('status-before-write', path.messageId);
  const outcome = await db().runTransaction(async (tx) => {
    const snapshot = await tx.get(ref);
    const tracked = trackedSchema.safeParse(snapshot.data());
    if (!tracked.success || !isAbout(tracked.data, told)) return 'ignored';
    const state = planTransition(tracked.data.state, EVENTS[told.status]);
    if (state === null) return 'ignored';
    const now = Timestamp.now();
    const { sentAt = now } = tracked.data;
    tx.update(ref, {
      state,
      providerId: told.providerId,
      leaseUntil: null,
      sentAt,
      ...planSentIn(path.orgId, tracked.data, sentAt.toMillis()),
      error: told.status === 'failed' ? told.error : null,
      ...(told.status === 'delivered' && { deliveredAt: now }),
    });
    return 'applied';
  });
  await faultPoint('status-after-write', path.messageId);
  return outcome;
}

/** Not about an attempt before a person sent it again. */
function isAbout(tracked: z.infer<typeof trackedSchema>, { providerId }: DeliveryStatus): boolean {
  if (tracked.previousProviderId === providerId) return false;
  return tracked.providerId === undefined || tracked.providerId === providerId;
}
