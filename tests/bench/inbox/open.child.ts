import { portsOf } from '../../../local/ports.js';
import { countFirestore } from '../counting/grpcHook.js';
import { add, NOTHING, type Operations } from '../counting/operations.js';
import { documentsNamedByRules, namedSince } from '../counting/rulesReads.js';
import { signIn } from './browser.js';

/** Opens the inbox as the SPA does, in a process of its own, and prints what that made Firestore read. */
const [base, orgId, email, password] = process.argv.slice(2) as [string, string, string, string];
let counted: Operations = NOTHING;
countFirestore((_call, operations) => (counted = add(counted, operations)));

const { doc, onSnapshot } = await import('firebase/firestore');
const { FIRST_THREADS, queueQuery } = await import('../../../web/src/features/inbox/inboxQueries.js');
const ports = portsOf(Number(base));
const { db, uid } = await signIn(ports, email, password);

const start = await documentsNamedByRules(ports);
await new Promise<void>((resolve, reject) => {
  onSnapshot(
    doc(db, `users/${uid}`),
    { includeMetadataChanges: true },
    ({ metadata }) => {
      if (!metadata.fromCache) resolve();
    },
    reject,
  );
});
const afterPerson = await documentsNamedByRules(ports);
const shown = await new Promise<number>((resolve, reject) => {
  onSnapshot(
    queueQuery(db, { orgId, uid, sees: 'everything' }, 'all', FIRST_THREADS),
    { includeMetadataChanges: true },
    ({ metadata, size }) => {
      if (!metadata.fromCache) resolve(size);
    },
    reject,
  );
});
const afterThreads = await documentsNamedByRules(ports);
const byRules = [...namedSince(start, afterPerson), ...namedSince(afterPerson, afterThreads)];
process.stdout.write(JSON.stringify({ shown, documents: counted.reads, byRules: byRules.length }), () =>
  process.exit(0),
);
