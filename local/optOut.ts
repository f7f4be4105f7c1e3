import type { MailScope } from '@leadpulse/model';
import { mailScopeSchema } from '@leadpulse/model';
import { parseArgs } from 'node:util';
import { listsOf } from '../functions/src/news/chooseMail.js';
import type { StaffOptOut } from '../functions/src/news/optOutByStaff.js';
import { optOutByStaff } from '../functions/src/news/optOutByStaff.js';
import { pointAt } from './pointAt.js';
import { runStaff } from './staff.js';

const USAGE = `npm run optout -- --email x@example.com --list product|promotions|all --note "how it came to us" [--project PROJECT]
  records an opt-out that came to support; the person can read the note`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      email: { type: 'string' },
      list: { type: 'string' },
      note: { type: 'string' },
      project: { type: 'string' },
    },
  });
  const scope = mailScopeSchema.safeParse(values.list);
  const { email, note } = values;
  if (!scope.success || email === undefined || note === undefined)
    throw new Error('Whose opt-out, from which list, told how?');
  pointAt(values.project, ['SUPPRESSION_KEY']);
  const told = await optOutByStaff({ email, lists: listsOf(scope.data), note });
  process.stdout.write(`${wordsFor(told, scope.data)}\n`);
  return 0;
}

function wordsFor({ kind, changed }: StaffOptOut, scope: MailScope): string {
  const what = changed.join(' and ');
  if (kind === 'account') {
    if (changed.length === 0) return `Nothing to do: ${scope} was off for this account already.`;
    return `Done: ${what} is off for this account, and its ledger says so. Account notices still come.`;
  }
  if (changed.length === 0)
    return 'No account has this address, and its opt-out was recorded before. Nothing to do.';
  return `No account has this address, so no news went to it. Recorded (as a keyed hash): ${what} will not go to it, unless its owner signs up and asks for it after today.`;
}

await runStaff(USAGE, main);
