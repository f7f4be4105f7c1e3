import type { CollectionReference } from 'firebase-admin/firestore';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { HOST } from '../../../local/ports.js';
import { controlOf } from '../../../local/stripe/control/client.js';
import { adminDb, mailbox, sandbox, worldPorts } from '../../../local/worldClient.js';
import { twilio } from '../../functions/twilio.js';
import type { MailHouse } from '../../mailHouse/mailHouse.js';
import { wholeDatabase } from '../privacy/wholeDatabase.js';
import { worldDirectory } from '../worldEnvironment.js';
import type { Place } from './finder.js';
import type { House } from './house.js';

/** Collections of an organization that hold nothing of what was typed; batches are caught as they are written. */
const OF_NOBODYS_WORDS = ['usage', 'auditLog', 'chains', 'useNotices'];

/** The same outside of organizations. */
const ROOTS = ['usageAggregates', 'usageRuns', 'stripeEvents', 'rateLimits'];

export interface Observation {
  /** Where nothing that was typed may stand. Stripe comes apart: it may have what the policy says. */
  silent: (houses: readonly House[]) => Promise<Place[]>;
  stripe: () => Promise<Place>;
  /** How many batches of counts were seen. */
  batches: () => number;
  end: () => void;
}

/** Looks on from now on: logs, batches while they last, calls of Stripe. */
export async function observe(): Promise<Observation> {
  const log = join(worldDirectory(), 'emulators.log');
  const [logFrom, heardBefore] = [statSync(log).size, (await heard()).length];
  const batches = new Map<string, string>();
  const end = adminDb()
    .collectionGroup('telemetry')
    .onSnapshot(({ docs }) => {
      for (const { ref, ...snapshot } of docs.map((doc) => ({ ref: doc.ref, data: doc.data() })))
        batches.set(ref.path, JSON.stringify(snapshot));
    });
  return {
    end,
    batches: () => batches.size,
    stripe: async () => ({ name: 'calls of Stripe', text: (await heard()).slice(heardBefore).join('\n') }),
    silent: async (houses) => [
      { name: 'the logs of functions', text: readFrom(log, logFrom) },
      ...[...batches].map(([path, text]) => ({ name: path, text: `${path} ${text}` })),
      ...(await Promise.all(ROOTS.map((name) => placeOf(adminDb().collection(name))))),
      ...(await Promise.all(houses.flatMap(placesOf))),
    ],
  };
}

function heard(): Promise<string[]> {
  return controlOf(`http://${HOST}:${worldPorts().stripe}`).heard();
}

function readFrom(file: string, from: number): string {
  const text = Buffer.alloc(Math.max(0, statSync(file).size - from));
  const handle = openSync(file, 'r');
  readSync(handle, text, 0, text.length, from);
  closeSync(handle);
  return text.toString('utf8');
}

function placesOf({ orgId }: House): Promise<Place>[] {
  return OF_NOBODYS_WORDS.map((name) => placeOf(adminDb().collection(`orgs/${orgId}/${name}`)));
}

async function placeOf(collection: CollectionReference): Promise<Place> {
  const { docs } = await collection.get();
  const text = docs.map((doc) => `${doc.id} ${JSON.stringify(doc.data())}`).join('\n');
  return { name: collection.path, text };
}

/** Where it belongs: the organization's own documents, its people's pages, and what went out to leads and by mail. */
export async function belongings(houses: readonly House[], { smtp }: MailHouse): Promise<Place[]> {
  const accepted = JSON.stringify([await sandbox().accepted(), await twilio().allMessages()]);
  const mails = JSON.stringify(await mailbox().list());
  const ids = new Set(houses.map(({ orgId }) => orgId));
  const documents: string[] = [];
  const pages: string[] = [];
  for await (const { path, text } of wholeDatabase()) {
    const [root, id = '', below = ''] = path.split('/');
    if (root === 'users') pages.push(text);
    if (root === 'orgs' && ids.has(id) && !OF_NOBODYS_WORDS.includes(below)) documents.push(text);
  }
  return [
    { name: 'the database', text: documents.join('\n') },
    { name: 'the pages of people', text: pages.join('\n') },
    { name: 'the providers of texts', text: accepted },
    {
      name: 'mail',
      text: [mails, ...houses.flatMap(({ server }) => server.mails), ...smtp.mails].join('\n'),
    },
  ];
}
