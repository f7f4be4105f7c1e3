import { privacyRequestSchema, receiptExpireAtMs } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import { getAuth } from 'firebase-admin/auth';
import { z } from 'zod';
import { beginAccountErasure } from '../functions/src/privacy/beginAccountErasure.js';
import { closeSignIn } from '../functions/src/privacy/signInAccount.js';
import { startJob } from '../functions/src/privacy/startJob.js';
import { db } from '../functions/src/platform/firestore.js';
import { privacyRequests } from '../functions/src/platform/refs.js';
import { pointAt } from './pointAt.js';

const USAGE = `npm run privacy:desk -- list                             open requests, the next one due first
npm run privacy:desk -- show ID                          what was asked
npm run privacy:desk -- answer ID done|declined "words"  what the person reads as the answer
npm run privacy:desk -- remove-child ADDRESS             erases the account of a child, with a receipt
Without --project it talks to the running local world (PORT_BASE, or 5300); with --project NAME to a deployed one.`;

const day = (at: { toMillis: () => number }): string => new Date(at.toMillis()).toISOString().slice(0, 10);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function list(): Promise<void> {
  const { docs } = await privacyRequests().where('state', '==', 'open').get();
  const requests = docs.map((doc) => ({ id: doc.id, ...privacyRequestSchema.parse(doc.data()) }));
  requests.sort((a, b) => a.dueAt.toMillis() - b.dueAt.toMillis());
  for (const { id, kind, law, dueAt } of requests) say(`${day(dueAt)}  ${id}  ${kind}  ${law}`);
  say(`open requests: ${requests.length}`);
}

async function show(requestId: string): Promise<void> {
  const snapshot = await privacyRequests().doc(requestId).get();
  if (!snapshot.exists) throw new Error(`There is no request ${requestId}.`);
  const { kind, law, state, at, dueAt, note, answer, subjectUid } = privacyRequestSchema.parse(
    snapshot.data(),
  );
  say(
    `${kind} (${law}), ${state}, asked ${day(at)}, due ${day(dueAt)}, by ${subjectUid ?? 'nobody any more'}`,
  );
  say(note === '' ? '(no words)' : note);
  if (answer !== '') say(`answered: ${answer}`);
}

async function answer(requestId: string, state: string, words: string): Promise<void> {
  const wanted = z.enum(['done', 'declined']).parse(state);
  await db().runTransaction(async (tx) => {
    const snapshot = await tx.get(privacyRequests().doc(requestId));
    if (!snapshot.exists) throw new Error(`There is no request ${requestId}.`);
    const request = privacyRequestSchema.parse(snapshot.data());
    if (request.state !== 'open') throw new Error(`The request is ${request.state} already.`);
    const doneAt = Timestamp.now();
    const expireAt = Timestamp.fromMillis(receiptExpireAtMs(doneAt.toMillis()));
    tx.update(snapshot.ref, { state: wanted, answer: words, doneAt, expireAt });
  });
  say(`${requestId} is ${wanted}.`);
}

/** Known to be a child's, an account goes like any other, at our word; that there was one is not kept. */
async function removeChild(address: string): Promise<void> {
  db(); // initializes the app
  const { uid, email = address } = await getAuth().getUserByEmail(address);
  const person = { kind: 'remove-child' as const, uid, email, confirmEmail: email };
  const ref = await db().runTransaction((tx) =>
    beginAccountErasure(tx, { ...person, signedInAtMs: Date.now() }),
  );
  await closeSignIn(uid);
  await startJob(ref);
  say(`The removal runs. Its receipt: ${ref.id}`);
}

const COMMANDS: Record<string, (...words: string[]) => Promise<void>> = {
  list,
  show,
  answer,
  'remove-child': removeChild,
};

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const at = words.indexOf('--project');
  const [, project] = at < 0 ? [] : words.splice(at, 2);
  pointAt(project);
  const [command = '', ...rest] = words;
  const run = COMMANDS[command];
  if (!run || rest.length < run.length) throw new Error(USAGE);
  await run(...rest);
}

main()
  .then(() => process.exit())
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
