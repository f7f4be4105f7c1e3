import { MAIL_LISTS } from '@leadpulse/model';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readLetter } from '../functions/src/news/letter.js';
import { newsMailing } from '../functions/src/news/mailings.js';
import { sendMailing } from './mailingReport.js';
import { pointAt } from './pointAt.js';
import { runStaff } from './staff.js';

const USAGE = `npm run news -- --file news.md --list product|promotions [--dry-run] [--project PROJECT]
  sends a letter to those who asked for that list; the same letter again goes on where it stopped
  news.md: "# Subject", then paragraphs, "## headings", "- lists" and [words](https://…)`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      file: { type: 'string' },
      list: { type: 'string' },
      project: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const list = MAIL_LISTS.find((each) => each === values.list);
  if (!list || values.file === undefined) throw new Error('Which letter, to which list?');
  pointAt(values.project, ['SYSTEM_SMTP_URL', 'MAIL_LINK_KEYS', 'SUPPRESSION_KEY']);
  return sendMailing(newsMailing(list, readLetter(readFileSync(values.file, 'utf8'))), values['dry-run']);
}

await runStaff(USAGE, main);
