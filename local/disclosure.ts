import type { Disclosure } from '@leadpulse/model';
import { disclosureSchema } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import { parseArgs } from 'node:util';
import { db } from '../functions/src/platform/firestore.js';
import { readDisclosures, recordDisclosure, subjectKey } from './disclosureLog.js';
import { pointAt } from './pointAt.js';

const USAGE = `npm run disclosure -- record --authority NAME --country US --law LAW --reference NUMBER --received 2026-11-26
    --user UID --org ID (each as often as needed) --outcome given|partly|refused|nothing-held
    --given account|members|contacts|messages|billing|audit-log (as often as needed) --told told|later|forbidden --by YOUR_NAME
npm run disclosure -- list                      every entry, and whether the log is as it was written
npm run disclosure -- list --user UID --org ID  only entries about these
Add --project PROJECT for a deployed project, with your gcloud credentials; else the running local world (PORT_BASE, or 5300).`;

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ project: text, authority: text, country: text, law: text, reference: text, received: text },
    ...{ outcome: text, told: text, by: text, user: texts, org: texts, given: texts },
  },
});

function subjects(): string[] {
  const users = (values.user ?? []).map((uid) => subjectKey('user', uid));
  return [...users, ...(values.org ?? []).map((orgId) => subjectKey('org', orgId))];
}

const noteSchema = disclosureSchema.omit({ sequence: true, previousHash: true, hash: true });

async function record(): Promise<void> {
  const { authority, country, law, reference, received: receivedOn, outcome, told, by: decidedBy } = values;
  const asked = { authority, country, law, reference, receivedOn, outcome, told, decidedBy };
  const note = noteSchema.safeParse({
    ...asked,
    ...{ at: Timestamp.now(), subjects: subjects(), given: values.given ?? [] },
  });
  if (!note.success) {
    const [issue] = note.error.issues;
    throw new Error(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  const entry = await recordDisclosure(db(), note.data);
  process.stdout.write(`${lineOf(entry)}\nKeep this with the file of the request: ${entry.hash}\n`);
}

async function list(): Promise<void> {
  const { entries, brokenAt } = await readDisclosures(db());
  const wanted = subjects();
  const about = entries.filter((entry) => wanted.every((key) => entry.subjects.includes(key)));
  for (const entry of about) process.stdout.write(`${lineOf(entry)}\n`);
  const verdict = brokenAt === null ? 'as it was written' : `BROKEN at entry ${brokenAt}`;
  process.stdout.write(`${about.length} of ${entries.length} entries; the log is ${verdict}\n`);
  if (brokenAt !== null) process.exitCode = 1;
}

function lineOf(entry: Disclosure): string {
  const { sequence, receivedOn, authority, country, law, reference, outcome, given, told } = entry;
  const what = given.length === 0 ? outcome : `${outcome}: ${given.join(', ')}`;
  return `${sequence}  ${receivedOn}  ${authority} (${country}), ${law}, ${reference}: ${what}; subject ${told}`;
}

async function main(): Promise<void> {
  pointAt(values.project);
  const [act] = positionals;
  if (act === 'record') await record();
  else if (act === 'list') await list();
  else throw new Error(`record or list?`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
  process.exitCode = 1;
});
