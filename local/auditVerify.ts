import { parseArgs } from 'node:util';
import { verifyChain } from '../functions/src/org/verifyChain.js';
import { db } from '../functions/src/platform/firestore.js';
import { pointAt } from './pointAt.js';

const USAGE = `npm run audit:verify [-- ORG_ID...]                     the running local world (PORT_BASE, or 5300)
npm run audit:verify -- --project PROJECT [ORG_ID...]  a deployed project, with your gcloud credentials`;

interface Asked {
  project: string | undefined;
  orgIds: string[];
}

function readArguments(): Asked {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { project: { type: 'string' } },
  });
  return { project: values.project, orgIds: positionals };
}

/** Says of each audit log whether its chain holds; the exit code tells whether all do. */
async function main(): Promise<void> {
  const { project, orgIds } = readArguments();
  pointAt(project);
  const wanted = orgIds.length > 0 ? orgIds : await everyOrg();
  for (const orgId of wanted) {
    const read = await db().runTransaction((tx) => verifyChain(tx, orgId), { readOnly: true });
    if (!read.isIntact) process.exitCode = 1;
    const verdict = read.isIntact ? 'intact' : `BROKEN at entry ${read.brokenAt ?? ''}`;
    process.stdout.write(`${read.isIntact ? '✓' : '✗'} ${orgId}  ${read.entries} entries  ${verdict}\n`);
  }
  process.stdout.write(`audit logs read: ${wanted.length}\n`);
}

/** Also those whose own document is gone. */
async function everyOrg(): Promise<string[]> {
  return (await db().collection('orgs').listDocuments()).map(({ id }) => id);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
  process.exitCode = 1;
});
