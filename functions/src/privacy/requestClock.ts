import type { PrivacyLaw } from '@leadpulse/model';
import { answerDueAtMs } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';

/** When something was asked, and until when it has to be answered. */
export function clockOf(law: PrivacyLaw): { dueAtMs: number; clock: { at: Timestamp; dueAt: Timestamp } } {
  const at = Timestamp.now();
  const dueAtMs = answerDueAtMs(law, at.toMillis());
  return { dueAtMs, clock: { at, dueAt: Timestamp.fromMillis(dueAtMs) } };
}
