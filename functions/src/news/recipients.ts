import type { Recipient, Skip } from '@leadpulse/model';
import {
  mailingSchema,
  mailOptOutSchema,
  normalizeEmail,
  recipientSchema,
  RECIPIENT_KEPT_DAYS,
  userSchema,
} from '@leadpulse/model';
import type { DocumentSnapshot, Transaction } from 'firebase-admin/firestore';
import { FieldValue, Timestamp } from 'firebase-admin/firestore';
import { db, hasChanged, runInTurn } from '../platform/firestore.js';
import { mailOptOutId } from '../platform/keyedHash.js';
import type { Handover } from '../platform/ownMail.js';
import { mailingRef, recipientsOf, userRef } from '../platform/refs.js';
import { readLedger } from './chooseMail.js';
import type { Mailing } from './mailings.js';

const DAY_MS = 24 * 60 * 60_000;

/** The run that claims is not the one that the mailing names any more: another has taken over. */
export class RunLost extends Error {}

interface Addressee {
  uid: string;
  address: string;
}

/**
 * Reads whether a person wants the mail and claims them, in one step: an opt-out before it is heeded, and of two runs one
 * claims. What is claimed is handed over at once or never.
 */
export function claimRecipient(
  mailing: Mailing,
  runner: string,
  addressee: Addressee,
): Promise<Skip | 'send'> {
  return runInTurn(async (tx) => {
    const running = await tx.get(mailingRef(mailing.id));
    if (mailingSchema.parse(running.data()).runner?.id !== runner) throw new RunLost();
    const { planned, before } = await planFor(tx, mailing, addressee);
    if (planned !== 'send') return planned;
    const { uid } = addressee;
    const now = Timestamp.now();
    const claim: Recipient = {
      ...{ uid, state: 'claimed', runner, tries: (before?.tries ?? 0) + 1, code: null, at: now },
      expireAt: Timestamp.fromMillis(now.toMillis() + RECIPIENT_KEPT_DAYS * DAY_MS),
    };
    tx.set(recipientsOf(mailing.id).doc(uid), claim);
    return 'send';
  });
}

/** What a run would do with a person now; writes nothing. */
export function foreseeRecipient(mailing: Mailing, addressee: Addressee): Promise<Skip | 'send'> {
  return db().runTransaction(async (tx) => (await planFor(tx, mailing, addressee)).planned, {
    readOnly: true,
  });
}

async function planFor(tx: Transaction, { id, plan }: Mailing, { uid, address }: Addressee) {
  const [page, copy, stopped] = await tx.getAll(
    userRef(uid),
    recipientsOf(id).doc(uid),
    db().doc(`mailOptOuts/${mailOptOutId(normalizeEmail(address))}`),
  );
  const before = copy?.exists ? recipientSchema.parse(copy.data()) : null;
  const planned = plan({
    page: readPage(page),
    ledger: await readLedger(tx, uid),
    optOut: stopped?.exists ? mailOptOutSchema.parse(stopped.data()) : null,
    before,
  });
  return { planned, before };
}

function readPage(page: DocumentSnapshot | undefined) {
  return page?.exists
    ? userSchema.pick({ preferences: true, acceptedPolicy: true }).strip().parse(page.data())
    : null;
}

const STATES = { sent: 'sent', unreached: 'waiting', open: 'uncertain' } as const;

/** Writes what became of a claimed mail. */
export async function settleRecipient({ id }: Mailing, uid: string, handover: Handover): Promise<void> {
  const state =
    handover.state === 'refused' ? (handover.isForGood ? 'refused' : 'waiting') : STATES[handover.state];
  const code = 'code' in handover ? handover.code : null;
  const untried = handover.state === 'unreached' && { tries: FieldValue.increment(-1) }; // it was not the recipient's server
  try {
    await recipientsOf(id)
      .doc(uid)
      .update({ state, code, at: Timestamp.now(), ...untried });
  } catch (error) {
    if (!hasChanged(error)) throw error; // they erased their account meanwhile, and the copy's record with it
  }
}

/** Claims that a dead run left: their mail may be out or not, so they are told as uncertain and never sent again. */
export async function settleLeftClaims({ id }: Mailing): Promise<void> {
  const { docs } = await recipientsOf(id).where('state', '==', 'claimed').get();
  for (const { ref, updateTime } of docs) {
    await ref.update(
      { state: 'uncertain', code: 'run-died', at: Timestamp.now() },
      { lastUpdateTime: updateTime },
    );
  }
}

export type Tally = Record<Recipient['state'], number>;

/** How many recipients of a mailing stand where. */
export async function tallyRecipients({ id }: Mailing): Promise<Tally> {
  const counts = recipientSchema.shape.state.options.map(async (state) => {
    const { count } = (await recipientsOf(id).where('state', '==', state).count().get()).data();
    return [state, count] as const;
  });
  return Object.fromEntries(await Promise.all(counts)) as Tally;
}
