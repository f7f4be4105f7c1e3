import type { Billing, BillingNotice } from '@leadpulse/model';
import { billingSchema, dueNotices, nextAction, orgSchema } from '@leadpulse/model';
import type { Transaction } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { z } from 'zod';
import { db } from '../platform/firestore.js';
import { membersOf, orgRef } from '../platform/refs.js';
import { sendSystemMail } from '../platform/systemMail.js';
import { billingMail } from './billingMail.js';
import { billingRef } from './billingPage.js';

/** Sends each due account mail to every owner, once: claimed before, marked after; a dead claim is taken up later. */
export async function sendDueNotices(orgId: string): Promise<void> {
  const claimed = await db().runTransaction((tx) => claim(tx, orgId));
  if (!claimed) return;
  for (const kind of claimed.kinds) await sendOne(orgId, kind, claimed.page);
}

async function claim(
  tx: Transaction,
  orgId: string,
): Promise<{ kinds: BillingNotice[]; page: Billing } | null> {
  const snapshot = await tx.get(billingRef(orgId));
  if (!snapshot.exists) return null;
  const page = billingSchema.parse(snapshot.data());
  const nowMs = Date.now();
  const kinds = dueNotices(page.notices, nowMs);
  if (kinds.length === 0) return null;
  tx.update(snapshot.ref, changed(page, kinds, { claimedAtMs: nowMs }, nowMs));
  return { kinds, page };
}

async function sendOne(orgId: string, kind: BillingNotice, page: Billing): Promise<void> {
  const org = await orgRef(orgId).get();
  const { name, timeZone } = z
    .object({ name: orgSchema.shape.name, timeZone: orgSchema.shape.timeZone })
    .parse(org.data());
  const { docs } = await membersOf(orgId).where('role', '==', 'owner').select('email', 'isClosed').get();
  const owners = docs
    .filter((seat) => seat.get('isClosed') !== true)
    .map((seat) => String(seat.get('email')));
  const sent = await Promise.all(
    owners.map((to) =>
      sendSystemMail(billingMail(kind, { to, orgId, orgName: name, timeZone, page }), 'advanceBilling'),
    ),
  );
  if (sent.includes('failed') && !sent.includes('sent')) return; // the claim runs out, and it is tried again
  await db().runTransaction((tx) => mark(tx, orgId, kind, page.notices[kind]?.reason));
}

/** Marks what was told as sent; if it came to have another reason meanwhile, that one is still to be told. */
async function mark(
  tx: Transaction,
  orgId: string,
  kind: BillingNotice,
  reason: string | undefined,
): Promise<void> {
  const snapshot = await tx.get(billingRef(orgId));
  if (!snapshot.exists) return;
  const page = billingSchema.parse(snapshot.data());
  if (page.notices[kind]?.reason !== reason) return;
  const nowMs = Date.now();
  tx.update(snapshot.ref, changed(page, [kind], { sentAtMs: nowMs }, nowMs));
}

/** The fields that a claim or a mark changes, with the time of what is next. */
function changed(
  page: Billing,
  kinds: readonly BillingNotice[],
  change: { claimedAtMs: number } | { sentAtMs: number },
  nowMs: number,
): Pick<Billing, 'notices' | 'nextActionAt'> {
  const notices = { ...page.notices };
  for (const kind of kinds) {
    const notice = notices[kind];
    if (notice) notices[kind] = { ...notice, ...change };
  }
  const next = nextAction({ ...page, notices }, nowMs);
  return { notices, nextActionAt: next === null ? null : Timestamp.fromMillis(next) };
}
