import { privacyRequestSchema, REMINDER_DAYS } from '@leadpulse/model';
import { SUPPORT_ADDRESS } from '@leadpulse/policy/contact';
import type { QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { onSchedule } from 'firebase-functions/scheduler';
import { db } from '../platform/firestore.js';
import { membersOf } from '../platform/refs.js';
import { sendSystemMail } from '../platform/systemMail.js';
import { reminderMail } from './privacyMail.js';

const DAY_MS = 24 * 60 * 60_000;
const PER_RUN = 100;

/** Tells whoever has to answer, once, that a request is nearly overdue: support for people, the owners for leads. */
export const remindRequests = onSchedule(
  { schedule: 'every 24 hours', timeoutSeconds: 540, secrets: ['SYSTEM_SMTP_URL'] },
  async () => {
    const soon = Timestamp.fromMillis(Date.now() + REMINDER_DAYS * DAY_MS);
    const { docs } = await db()
      .collectionGroup('privacyRequests')
      .where('state', '==', 'open')
      .where('remindedAt', '==', null)
      .where('dueAt', '<=', soon)
      .orderBy('dueAt')
      .limit(PER_RUN)
      .get();
    for (const request of docs) await remind(request);
  },
);

async function remind(snapshot: QueryDocumentSnapshot): Promise<void> {
  const { kind, dueAt } = privacyRequestSchema.parse(snapshot.data());
  const orgId = snapshot.ref.parent.parent?.id ?? null;
  const letter = { requestId: snapshot.id, kind, dueAtMs: dueAt.toMillis(), orgId };
  const to = orgId === null ? [SUPPORT_ADDRESS] : await ownersOf(orgId);
  const sent = await Promise.all(
    to.map((address) => sendSystemMail(reminderMail(address, letter), 'remindRequests')),
  );
  if (sent.includes('sent')) await snapshot.ref.update({ remindedAt: Timestamp.now() }); // else tomorrow's run tries again
}

async function ownersOf(orgId: string): Promise<string[]> {
  const { docs } = await membersOf(orgId).where('role', '==', 'owner').select('email', 'isClosed').get();
  return docs.filter((seat) => seat.get('isClosed') !== true).map((seat) => String(seat.get('email')));
}
