import { dayPlus, dayStart, USAGE_KEPT_DAYS } from '@leadpulse/model';
import type { DocumentReference } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { orgRef } from '../platform/refs.js';

/** `orgs/{orgId}/usage/{day}` */
export function usageDayRef(orgId: string, day: string): DocumentReference {
  return orgRef(orgId).collection('usage').doc(day);
}

/** What every writer of a day says of it. */
export function dayFields(day: string): { day: string; expireAt: Timestamp } {
  return { day, expireAt: Timestamp.fromMillis(dayStart(dayPlus(day, USAGE_KEPT_DAYS))) };
}
