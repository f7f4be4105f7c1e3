import { CURRENT_POLICY } from '@leadpulse/policy/versions';
import { parseArgs } from 'node:util';
import { policyMailing } from '../functions/src/news/mailings.js';
import { sendMailing } from './mailingReport.js';
import { pointAt } from './pointAt.js';
import { runStaff } from './staff.js';

const USAGE = `npm run policy:announce [-- --dry-run] [--project PROJECT]
  mails every account holder once that the policy in force is new, if its version says that the change is material`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { project: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
  });
  const { version, isMaterial } = CURRENT_POLICY;
  if (!isMaterial) {
    process.stdout.write(
      `Version ${version} changes nothing material: the notice in the app tells of it, no mail goes out.\n`,
    );
    return 0;
  }
  pointAt(values.project, ['SYSTEM_SMTP_URL', 'SUPPRESSION_KEY']);
  return sendMailing(policyMailing(CURRENT_POLICY), values['dry-run']);
}

await runStaff(USAGE, main);
