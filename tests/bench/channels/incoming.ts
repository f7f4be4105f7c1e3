import { randomUUID } from 'node:crypto';
import { collection, limit, onSnapshot, orderBy, query } from 'firebase/firestore';
import type { SignedInClient } from '../../../local/worldClient.js';
import {
  adminDb,
  eventually,
  postMail,
  postSandboxEvent,
  signedInClient,
} from '../../../local/worldClient.js';
import { mail } from '../../functions/rawMail.js';
import type { Practice, ProofChannel } from '../../proof/practice.js';
import { CHANNELS, mailboxes, standIn } from '../../proof/practice.js';
import type { Ledger } from '../counting/ledger.js';
import { costOfAll } from '../counting/ledger.js';
import { settled } from '../messages/cost.js';
import { median, relative, round, say, type Metric } from '../report.js';

const WARM_UP = 40;
const ROUNDS = 20;
const LIMIT_MS = 30_000;
const NEWEST = 10;

interface Figures {
  ms: number;
  microDollars: number;
}

interface Letter {
  from: { phone: string; email: string };
  body: string;
}

/** A mail is parsed; Gmail tells only that something came, is asked what, and then for the mail. */
const TARGETS: Record<Exclude<ProofChannel, 'sandbox'>, Figures> = {
  smtp: { ms: 2, microDollars: 1.2 },
  twilio: { ms: 1.5, microDollars: 1.2 },
  gmail: { ms: 4, microDollars: 2 },
};

/** From a lead's message to the sight of it in the browser of a person who listens, and what it bills, for each channel. */
export async function measureIncoming(practice: Practice, ledger: Ledger): Promise<Metric[]> {
  const person = await signedInClient(practice.email, practice.password);
  const found = new Map<ProofChannel, Figures>();
  for (const [at, kind] of CHANNELS.entries()) {
    found.set(kind, await measureOne({ practice, ledger, person, kind, number: at }));
  }
  await person.close();
  const figuresOf = (kind: string): Figures => found.get(kind as ProofChannel) ?? { ms: 0, microDollars: 0 };
  for (const kind of CHANNELS) {
    const { ms, microDollars } = figuresOf(kind);
    say(`  ${kind}: seen after ${ms.toFixed(0)} ms, ${round(microDollars)} micro-dollars a message`);
  }
  const sandbox = figuresOf('sandbox');
  return Object.entries(TARGETS).flatMap(([kind, target]) => {
    const ours = figuresOf(kind);
    return [
      relative({
        name: `a message in by ${kind} until another sees it, over the channel of practice`,
        ...{ unit: 'ms', ours: ours.ms, against: sandbox.ms, target: target.ms },
      }),
      relative({
        name: `a message in by ${kind}, over the channel of practice`,
        unit: 'micro-dollars',
        ...{ ours: ours.microDollars, against: sandbox.microDollars, target: target.microDollars },
      }),
    ];
  });
}

interface Setting {
  practice: Practice;
  ledger: Ledger;
  person: SignedInClient;
  kind: ProofChannel;
  number: number;
}

async function measureOne({ practice, ledger, person, kind, number }: Setting): Promise<Figures> {
  const from = { phone: `+1312800${String(number).padStart(4, '0')}`, email: `lead.${number}@example.com` };
  await WAYS[kind](practice, { from, body: 'Hello' });
  const isText = kind === 'sandbox' || kind === 'twilio';
  const contacts = adminDb()
    .collection(`orgs/${practice.orgId}/contacts`)
    .where(isText ? 'phones' : 'emails', 'array-contains', isText ? from.phone : from.email);
  const contactId = await eventually(async () => (await contacts.get()).docs[0]?.id, 'No contact was made');
  const times: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    if (round === WARM_UP) {
      await settled(ledger);
      ledger.empty();
    }
    const letter = { from, body: `Number ${round}, ${kind}` };
    const time = await timeUntilSeen({ practice, person, kind }, contactId, letter);
    if (round >= WARM_UP) times.push(time);
  }
  await settled(ledger);
  return { ms: median(times), microDollars: costOfAll(ledger) / ROUNDS };
}

/** Listens first, as an open thread does. */
async function timeUntilSeen(
  { practice, person, kind }: Pick<Setting, 'practice' | 'person' | 'kind'>,
  contactId: string,
  letter: Letter,
): Promise<number> {
  const path = `orgs/${practice.orgId}/contacts/${contactId}/messages`;
  const messages = query(collection(person.db, path), orderBy('at', 'desc'), limit(NEWEST));
  let stop: () => void = () => undefined;
  let listening: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => (listening = resolve));
  const seen = new Promise<number>((resolve, reject) => {
    stop = onSnapshot(
      messages,
      ({ docs }) => {
        listening();
        if (docs.some((doc) => String(doc.get('body')).includes(letter.body))) resolve(performance.now());
      },
      reject,
    );
    setTimeout(() => reject(new Error(`A message by ${kind} was not seen.`)), LIMIT_MS).unref();
  });
  await ready;
  const began = performance.now();
  await WAYS[kind](practice, letter);
  const ended = await seen;
  stop();
  return ended - began;
}

/** How a lead's message reaches us. */
const WAYS: Record<ProofChannel, (practice: Practice, letter: Letter) => Promise<unknown>> = {
  sandbox: ({ senders }, { from, body }) =>
    postSandboxEvent({
      type: 'message.received',
      id: randomUUID(),
      channel: 'sms',
      from: from.phone,
      to: senders.sandbox.address,
      body,
      receivedAt: new Date().toISOString(),
    }),
  smtp: ({ senders }, { from, body }) => postMail(mail(senders.smtp, from.email, body)),
  twilio: ({ senders }, { from, body }) =>
    standIn().text({ from: from.phone, to: senders.twilio.address, body }),
  gmail: ({ senders }, { from, body }) =>
    mailboxes().mail({ mailbox: senders.gmail.address, from: from.email, subject: 'A question', body }),
};
