import type { Skip } from '@leadpulse/model';
import { mailingSchema, planRun } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import { randomUUID } from 'node:crypto';
import { config } from '../platform/config.js';
import { db } from '../platform/firestore.js';
import type { MailSession } from '../platform/ownMail.js';
import { mailSession } from '../platform/ownMail.js';
import { mailingRef } from '../platform/refs.js';
import { audienceOf, confirmedAddress } from './audience.js';
import type { Mailing } from './mailings.js';
import type { Tally } from './recipients.js';
import { claimRecipient, RunLost, settleLeftClaims, settleRecipient, tallyRecipients } from './recipients.js';

const UNREACHED_IN_A_ROW = 3; // then the mail server is away, and asking on is of no use

export type Stop =
  | 'finished'
  | 'already-finished'
  | 'some-wait'
  | 'server-away'
  | 'lost'
  | { busyMs: number };

export interface RunReport {
  stop: Stop;
  tally: Tally;
  skipped: Partial<Record<Skip | 'unconfirmed', number>>;
}

/**
 * Sends a mailing to everybody who is due, one after the other, and can be killed anywhere: run again it goes on, and
 * nobody is sent it twice. `tell` hears of each step: how many were looked at, how many were handed over.
 */
export async function runMailing(
  mailing: Mailing,
  tell: (looked: number, sent: number) => void,
): Promise<RunReport> {
  const runner = randomUUID();
  const skipped: RunReport['skipped'] = {};
  const open = await takeRun(mailing, runner);
  if (open !== 'run') {
    const stop = open === 'finished' ? 'already-finished' : open;
    return { stop, skipped, tally: await tallyRecipients(mailing) };
  }
  const beat = setInterval(() => void renew(mailing, runner).catch(() => undefined), config().leaseMs / 3);
  const session = mailSession();
  let stop: Stop;
  try {
    await settleLeftClaims(mailing);
    stop = await walk({ mailing, runner, session, skipped, tell });
  } finally {
    clearInterval(beat);
    session.close();
  }
  const tally = await tallyRecipients(mailing);
  if (stop === 'finished' && tally.waiting > (skipped['given-up'] ?? 0)) stop = 'some-wait';
  if (stop !== 'lost') await endRun(mailing, runner, stop === 'finished');
  return { stop, skipped, tally };
}

interface Walk {
  mailing: Mailing;
  runner: string;
  session: MailSession;
  skipped: RunReport['skipped'];
  tell: (looked: number, sent: number) => void;
}

async function walk({ mailing, runner, session, skipped, tell }: Walk): Promise<Stop> {
  let [looked, sent, unreached] = [0, 0, 0];
  for await (const uid of audienceOf(mailing)) {
    looked += 1;
    const outcome = await deliver(mailing, runner, session, uid);
    if (outcome === 'lost') return 'lost';
    if (outcome === 'sent') sent += 1;
    unreached = outcome === 'unreached' ? unreached + 1 : 0;
    if (unreached >= UNREACHED_IN_A_ROW) return 'server-away';
    if (outcome !== 'sent' && outcome !== 'unreached' && outcome !== 'not-sent') {
      skipped[outcome] = (skipped[outcome] ?? 0) + 1;
    }
    tell(looked, sent);
  }
  return 'finished';
}

type Outcome = 'sent' | 'not-sent' | 'unreached' | 'lost' | Skip | 'unconfirmed';

/** One person: their address as the sign-in knows it, the claim, the mail, what became of it. */
async function deliver(
  mailing: Mailing,
  runner: string,
  session: MailSession,
  uid: string,
): Promise<Outcome> {
  const address = await confirmedAddress(uid);
  if (address === null) return 'unconfirmed';
  const planned = await claimRecipient(mailing, runner, { uid, address }).catch((error: unknown) => {
    if (error instanceof RunLost) return 'lost' as const;
    throw error;
  });
  if (planned !== 'send') return planned;
  const handover = await session.handOver(mailing.mailTo(uid, address));
  await settleRecipient(mailing, uid, handover);
  if (handover.state === 'sent' || handover.state === 'unreached') return handover.state;
  return 'not-sent';
}

function takeRun({ id, mailClass, subject }: Mailing, runner: string): Promise<ReturnType<typeof planRun>> {
  return db().runTransaction(async (tx) => {
    const snapshot = await tx.get(mailingRef(id));
    const before = snapshot.exists ? mailingSchema.parse(snapshot.data()) : null;
    const now = Timestamp.now();
    const planned = planRun(before, now.toMillis());
    if (planned !== 'run') return planned;
    const startedAt = before?.startedAt ?? now;
    tx.set(snapshot.ref, { mailClass, subject, startedAt, runner: leaseOf(runner), finishedAt: null });
    return planned;
  });
}

function renew({ id }: Mailing, runner: string): Promise<void> {
  return db().runTransaction(async (tx) => {
    const snapshot = await tx.get(mailingRef(id));
    const isOurs = mailingSchema.parse(snapshot.data()).runner?.id === runner;
    if (isOurs) tx.update(snapshot.ref, { runner: leaseOf(runner) });
  });
}

function endRun({ id }: Mailing, runner: string, isFinished: boolean): Promise<void> {
  return db().runTransaction(async (tx) => {
    const snapshot = await tx.get(mailingRef(id));
    if (mailingSchema.parse(snapshot.data()).runner?.id !== runner) return;
    tx.update(snapshot.ref, { runner: null, finishedAt: isFinished ? Timestamp.now() : null });
  });
}

function leaseOf(id: string): { id: string; until: Timestamp } {
  return { id, until: Timestamp.fromMillis(Date.now() + config().leaseMs) };
}
