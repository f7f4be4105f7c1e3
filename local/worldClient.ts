import type { Contract } from '@leadpulse/model';
import type { App } from 'firebase-admin/app';
import type { Auth } from 'firebase-admin/auth';
import { getAuth } from 'firebase-admin/auth';
import type { Firestore } from 'firebase-admin/firestore';
import { getFirestore } from 'firebase-admin/firestore';
import { deleteApp, initializeApp } from 'firebase/app';
import { connectAuthEmulator, getAuth as clientAuth, signInWithEmailAndPassword } from 'firebase/auth';
import type { Firestore as ClientFirestore } from 'firebase/firestore';
import { connectFirestoreEmulator, getFirestore as clientFirestore } from 'firebase/firestore';
import { connectFunctionsEmulator, getFunctions, httpsCallable } from 'firebase/functions';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Ports } from './ports.js';
import { HOST, portsOf, PROJECT_ID, readBase, REGION } from './ports.js';
import { signatureOf } from './sandbox/signature.js';
import { DEMO_PASSWORD } from './seed/people.js';
import { adminAppAt } from './world/admin.js';
import { LOCAL_SECRETS } from './world/environment.js';
import { fireScheduleOf } from './world/schedule.js';

const WAIT_MS = 15_000;
const POLL_MS = 100;

/** The ports of the world that a test runs against; the runner names it by its base port. */
export function worldPorts(): Ports {
  return portsOf(readBase(process.env.WORLD_BASE ?? '5400'));
}

export function siteUrl(): string {
  return `http://${HOST}:${worldPorts().hosting}`;
}

function adminApp(): App {
  return adminAppAt(worldPorts());
}

/** Firestore of this world, as functions have it: no rule applies. */
export function adminDb(): Firestore {
  return getFirestore(adminApp());
}

export function adminAuth(): Auth {
  return getAuth(adminApp());
}

/** Runs a scheduled function now; settles when the run is over, and fails as it failed. */
export function fireSchedule(functionName: string): Promise<void> {
  return fireScheduleOf(worldPorts(), functionName);
}

export interface SignedInClient {
  uid: string;
  db: ClientFirestore;
  /** Calls a deployed callable as this person. */
  call<In extends z.ZodType, Out extends z.ZodType>(
    contract: Contract<In, Out>,
    input: z.input<In>,
  ): Promise<z.output<Out>>;
  close(): Promise<void>;
}

/** A browser of a person who has an account: the web SDK under the rules. */
export async function signedInClient(email: string, password = DEMO_PASSWORD): Promise<SignedInClient> {
  const ports = worldPorts();
  const app = initializeApp({ apiKey: 'local', projectId: PROJECT_ID, authDomain: HOST }, randomUUID());
  const auth = clientAuth(app);
  connectAuthEmulator(auth, `http://${HOST}:${ports.auth}`, { disableWarnings: true });
  const db = clientFirestore(app);
  connectFirestoreEmulator(db, HOST, ports.firestore);
  const functions = getFunctions(app, REGION);
  connectFunctionsEmulator(functions, HOST, ports.functions);
  const { user } = await signInWithEmailAndPassword(auth, email, password);
  return {
    uid: user.uid,
    db,
    call: async (contract, input) =>
      contract.output.parse((await httpsCallable(functions, contract.name)(input)).data),
    close: () => deleteApp(app),
  };
}

const mailSchema = z.object({
  id: z.string(),
  subject: z.string(),
  from: z.array(z.object({ address: z.string(), name: z.string() })),
  to: z.array(z.object({ address: z.string(), name: z.string() })),
  text: z.string().default(''),
  html: z.string().default(''),
  headers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});
type ReceivedMail = z.infer<typeof mailSchema>;

export interface Mailbox {
  list(): Promise<ReceivedMail[]>;
  /** The first mail that matches; waits for it to arrive. */
  find(matches: (mail: ReceivedMail) => boolean, waitMs?: number): Promise<ReceivedMail>;
  /** The mail as it came over SMTP, all headers included. */
  source(mailId: string): Promise<string>;
}

/** What the sink has is read once: it gives mails in the order in which they came, and nobody deletes one. */
const knownMails = new Map<string, ReceivedMail[]>();

/** The mail sink of this world. */
export function mailbox(): Mailbox {
  const url = `http://${HOST}:${worldPorts().mailWeb}/api/email`;
  const known = knownMails.get(url) ?? [];
  knownMails.set(url, known);
  const list = async (): Promise<ReceivedMail[]> => {
    const { length } = known;
    const later = z.array(mailSchema).parse(await readJson(`${url}?skip=${length}`));
    if (known.length === length) known.push(...later); // nobody else has read them meanwhile
    return [...known.slice(0, length), ...later];
  };
  return {
    list,
    find: (matches, waitMs = WAIT_MS) =>
      eventually(async () => (await list()).find(matches), 'The mail did not arrive', waitMs),
    source: async (mailId) => (await fetch(`${url}/${mailId}/source`)).text(),
  };
}

const acceptedSchema = z.object({
  id: z.string(),
  channel: z.enum(['sms', 'email']),
  from: z.string(),
  to: z.string(),
  subject: z.string().optional(),
  body: z.string(),
  clientRef: z.string(),
  idempotencyKey: z.string(),
  acceptedAt: z.string(),
  posts: z.number(), // how often it was handed over; accepted once in any case
});
type AcceptedMessage = z.infer<typeof acceptedSchema>;

export interface Sandbox {
  /** What the provider accepted, of one message (`orgId/contactId/messageId`) or of all. */
  accepted(clientRef?: string): Promise<AcceptedMessage[]>;
}

/** The sandbox provider of this world. */
export function sandbox(): Sandbox {
  const url = `http://${HOST}:${worldPorts().sandbox}/v1/messages`;
  const headers = { authorization: `Bearer ${LOCAL_SECRETS.SANDBOX_SECRET}` };
  return {
    accepted: async (clientRef) => {
      const query = clientRef === undefined ? '' : `?clientRef=${encodeURIComponent(clientRef)}`;
      return z.object({ messages: z.array(acceptedSchema) }).parse(await readJson(url + query, headers))
        .messages;
    },
  };
}

/** Posts an event to our webhook as the sandbox provider would, signed. */
export function postSandboxEvent(event: Record<string, unknown>): Promise<Response> {
  return postSigned('sandbox', 'application/json', JSON.stringify(event), LOCAL_SECRETS.SANDBOX_SECRET);
}

/** Posts a raw mail to our webhook as the mail robot would, signed. */
export function postMail(raw: string): Promise<Response> {
  return postSigned('mail', 'message/rfc822', raw, LOCAL_SECRETS.MAIL_WEBHOOK_SECRET);
}

function postSigned(
  hook: 'sandbox' | 'mail',
  contentType: string,
  body: string,
  secret: string,
): Promise<Response> {
  return fetch(`${siteUrl()}/hooks/${hook}`, {
    method: 'POST',
    headers: { 'content-type': contentType, [`x-${hook}-signature`]: signatureOf(secret, body, Date.now()) },
    body,
  });
}

/** Asks again until there is an answer. */
export async function eventually<T>(
  ask: () => Promise<T | undefined>,
  complaint: string,
  waitMs = WAIT_MS,
): Promise<T> {
  const deadline = Date.now() + waitMs;
  for (;;) {
    const found = await ask();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`${complaint} within ${waitMs / 1000} s`);
    await wait(POLL_MS);
  }
}

async function readJson(url: string, headers: Record<string, string> = {}): Promise<unknown> {
  const response = await fetch(url, { headers });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}
