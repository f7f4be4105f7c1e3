import { parseArgs } from 'node:util';
import { resealCredentials } from '../functions/src/messaging/resealCredentials.js';
import { newestKeyId } from '../functions/src/platform/seal.js';
import { pointAt } from './pointAt.js';

const USAGE = `npm run credentials:rotate                       the running local world (PORT_BASE, or 5300)
npm run credentials:rotate -- --project PROJECT  a deployed project, with your gcloud credentials and its SEALING_KEY`;

/** Seals the credentials of all accounts with the first key of SEALING_KEY; the exit code tells whether all are. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { project: { type: 'string' } } });
  pointAt(values.project, ['SEALING_KEY']);
  process.stdout.write(`newest key: ${newestKeyId() ?? 'none'}\n`);
  const counts = await resealCredentials(({ sealed, already }) =>
    process.stdout.write(`  ${sealed} sealed anew, ${already} were already\n`),
  );
  const { sealed, already, changed, unreadable } = counts;
  process.stdout.write(
    `sealed anew ${sealed}, already ${already}, changed meanwhile ${changed}, unreadable ${unreadable}\n`,
  );
  if (unreadable === 0) return;
  process.stdout.write(
    'Unreadable: their key is not in SEALING_KEY. Those accounts have to be connected again.\n',
  );
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
  process.exitCode = 1;
});
