import type { Sees, Stage } from '@leadpulse/model';
import { readFileSync } from 'node:fs';
import { portsOf } from '../../../local/ports.js';
import type { Outgoing, ThreadPlace } from '../../../web/src/features/inbox/requestMessage.js';
import { documentsNamedByRules, namedSince } from '../counting/rulesReads.js';
import { bundleForNode } from '../spa.js';
import type { Visit } from './extraReads.js';

/** What one person does in the inbox, one request after the other, by the SPA's own queries and writes. */
export interface Errand {
  email: string;
  password: string;
  sees: Sees;
  place: ThreadPlace;
  outgoing: Outgoing;
  stage: Stage;
}

const [base, file] = process.argv.slice(2) as [string, string];
const { email, password, sees, place, outgoing, stage } = JSON.parse(readFileSync(file, 'utf8')) as Errand;
const ports = portsOf(Number(base));
const { requestMessage } = (await import(
  await bundleForNode('features/inbox/requestMessage.ts', ports.hosting)
)) as { requestMessage: (place: ThreadPlace, outgoing: Outgoing) => Promise<void> };
const { getApp } = await import('firebase/app');
const auths = await import('firebase/auth');
const { doc, getDocFromServer, getDocsFromServer, getFirestore, updateDoc } =
  await import('firebase/firestore');
const { FIRST_THREADS, messagesQuery, notesQuery, queueQuery } =
  await import('../../../web/src/features/inbox/inboxQueries.js');
const auth = auths.initializeAuth(getApp(), { persistence: auths.inMemoryPersistence });
auths.connectAuthEmulator(auth, `http://127.0.0.1:${ports.auth}`, { disableWarnings: true });
await auths.signInWithEmailAndPassword(auth, email, password);

const db = getFirestore();
const { orgId, contactId, uid } = place;
const contact = `orgs/${orgId}/contacts/${contactId}`;
const first = { after: null, until: null, limit: 30 };
const asked = queueQuery(db, { orgId, uid, sees }, 'all', FIRST_THREADS);
const requests: [Visit['operation'], () => Promise<unknown>][] = [
  ['open the inbox', () => getDocFromServer(doc(db, `users/${uid}`))],
  ['open the inbox', () => getDocsFromServer(asked)],
  ['open a thread', () => getDocFromServer(doc(db, contact))],
  ['open a thread', () => getDocsFromServer(messagesQuery(db, contact, first))],
  ['open a thread', () => getDocsFromServer(notesQuery(db, contact, first))],
  ['send', () => requestMessage(place, outgoing)],
  ['edit', () => updateDoc(doc(db, contact), { stage })],
];
const visits: Visit[] = [];
let before = await documentsNamedByRules(ports);
for (const [operation, request] of requests) {
  await request();
  const after = await documentsNamedByRules(ports);
  const named = namedSince(before, after);
  before = after;
  visits.push({ operation, named: named.map((path) => path.slice(path.indexOf('orgs/'))) });
}
process.stdout.write(JSON.stringify(visits), () => process.exit(0));
