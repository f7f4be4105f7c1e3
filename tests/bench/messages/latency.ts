import { setTimeout as wait } from 'node:timers/promises';
import type { DocumentReference } from 'firebase-admin/firestore';
import { adminDb } from '../../../local/worldClient.js';
import { silentContact } from '../../proof/contactData.js';
import type { Practice, ProofChannel } from '../../proof/practice.js';
import { median, relative, say, type Metric } from '../report.js';

const WARM_UP = 60; // pairs after which the engines have compiled what they will
const PAIRS = 25;
const PAUSE_MS = 550; // the sandbox's receipt of a message stays out of the next one's time
const TARGET = 2;
const LIMIT_MS = 30_000;
let prepared = 0;
const ON_ITS_WAY = new Set(['sent', 'delivered']);

/** From the request to `sent` with no undo window, over a bare trigger that updates its document; one after the other. */
export async function measureLatency(practice: Practice): Promise<Metric[]> {
  const ours: number[] = [];
  const floor: number[] = [];
  for (let pair = 0; pair < WARM_UP + PAIRS; pair++) {
    const pauseMs = pair < WARM_UP ? 0 : PAUSE_MS;
    const times = [await timeOurs(practice, pair, pauseMs), await timeFloor(pair, pauseMs)] as const;
    if (pair < WARM_UP) continue;
    ours.push(times[0]);
    floor.push(times[1]);
  }
  say(
    `  sent after ${median(ours).toFixed(0)} ms, the floor after ${median(floor).toFixed(0)} ms (medians of ${PAIRS})`,
  );
  return [
    relative({
      name: 'request to sent, no undo window, over a bare trigger and update',
      unit: 'ms',
      ours: median(ours),
      against: median(floor),
      target: TARGET,
    }),
  ];
}

async function timeOurs(practice: Practice, pair: number, pauseMs: number): Promise<number> {
  const { ref, message } = await prepareMessage(practice, 'sandbox', `latency${pair}`);
  await wait(pauseMs);
  return timeUntilSent(ref, message);
}

/** A message to be written, of a contact that names it already, as in the composer's batch; that write is left out. */
export async function prepareMessage(
  { orgId, uid, senders }: Practice,
  kind: ProofChannel,
  id: string,
): Promise<{ ref: DocumentReference; message: Record<string, unknown> }> {
  prepared += 1;
  const contact = silentContact(50_000 + prepared);
  const contactRef = adminDb().doc(`orgs/${orgId}/contacts/${id}`);
  const ref = contactRef.collection('messages').doc(id);
  const isText = kind !== 'smtp' && kind !== 'gmail';
  const channel = isText ? 'sms' : 'email';
  const body = `How long does message ${id} take?`;
  const at = new Date();
  const lastMessage = { messageId: ref.id, at, channel, direction: 'out', preview: body };
  await contactRef.set({ ...contact, lastInboundAt: at, lastMessage });
  const message = {
    channel,
    direction: 'out',
    accountId: senders[kind].accountId,
    from: senders[kind].address,
    to: isText ? contact.phones[0] : contact.emails[0],
    ...(!isText && { subject: 'A question' }),
    body,
    state: 'requested',
    at,
    requestedBy: uid,
    requestedAt: at,
    undoSeconds: 0,
  };
  return { ref, message };
}

async function timeFloor(pair: number, pauseMs: number): Promise<number> {
  await wait(pauseMs);
  return timeUntilSent(adminDb().doc(`floor/latency${pair}`), { state: 'requested' });
}

/** Listens first, so that both sides pay the same for being watched. */
export async function timeUntilSent(ref: DocumentReference, data: Record<string, unknown>): Promise<number> {
  let began = 0;
  let stop: () => void = () => undefined;
  const sent = new Promise<number>((resolveSent, reject) => {
    const listening = new Promise<void>((resolve) => {
      stop = ref.onSnapshot((snapshot) => {
        resolve();
        if (ON_ITS_WAY.has(String(snapshot.get('state')))) resolveSent(performance.now() - began);
      }, reject);
    });
    listening
      .then(() => {
        began = performance.now();
        return ref.create(data);
      })
      .catch(reject);
  });
  const time = await Promise.race([sent, wait(LIMIT_MS, null)]);
  stop();
  if (time === null) throw new Error(`${ref.path} was not sent in ${LIMIT_MS / 1000} s.`);
  return time;
}
