import { readFileSync } from 'node:fs';
import { portsOf } from '../../../local/ports.js';
import type { Outgoing, ThreadPlace } from '../../../web/src/features/inbox/requestMessage.js';
import { countFirestore } from '../counting/grpcHook.js';
import { add, NOTHING, type Operations } from '../counting/operations.js';
import { documentsNamedByRules, namedSince } from '../counting/rulesReads.js';
import { bundleForNode } from '../spa.js';

/** Sends messages by the SPA's own code, as one signed-in person, and prints what the batches cost. */
export interface Letter {
  place: ThreadPlace;
  outgoing: Outgoing;
}

const [base, email, password, file] = process.argv.slice(2) as [string, string, string, string];
const WIDTH = 4;
let counted: Operations = NOTHING;
countFirestore((_call, operations) => (counted = add(counted, operations)));

const ports = portsOf(Number(base));
const { requestMessage } = (await import(
  await bundleForNode('features/inbox/requestMessage.ts', ports.hosting)
)) as { requestMessage: (place: ThreadPlace, outgoing: Outgoing) => Promise<void> };
const { getApp } = await import('firebase/app');
const auths = await import('firebase/auth');
const auth = auths.initializeAuth(getApp(), { persistence: auths.inMemoryPersistence });
auths.connectAuthEmulator(auth, `http://127.0.0.1:${ports.auth}`, { disableWarnings: true });
await auths.signInWithEmailAndPassword(auth, email, password);

const letters = JSON.parse(readFileSync(file, 'utf8')) as Letter[];
const queue = letters.values();
const send = async ({ place, outgoing }: Letter): Promise<void> => requestMessage(place, outgoing);
const before = await documentsNamedByRules(ports);
const { value: first } = queue.next();
if (first) await send(first);
const byRules = namedSince(before, await documentsNamedByRules(ports)).length;
const lane = async (): Promise<void> => {
  for (const letter of queue) await send(letter);
};
await Promise.all(Array.from({ length: WIDTH }, lane));
const each = { writes: counted.writes / letters.length, reads: counted.reads / letters.length + byRules };
process.stdout.write(JSON.stringify(each), () => process.exit(0));
