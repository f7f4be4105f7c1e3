import type { MailList } from '@leadpulse/model';
import { recipientSchema } from '@leadpulse/model';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../../local/world/places.js';
import { adminDb } from '../../local/worldClient.js';
import { freshId } from './tenant.js';

/** A letter that nobody has sent yet; its file, and a word that only it has. */
export function newLetter(): { file: string; word: string; source: string } {
  const word = freshId('w');
  const source = `# News ${word}\n\nHello from [LeadPulse](https://leadpulse.example/new).\n\n## What is new\n\n- One\n- Two`;
  const file = join(mkdtempSync(join(tmpdir(), 'letter-')), 'news.md');
  writeFileSync(file, source);
  return { file, word, source };
}

export interface Run {
  child: ChildProcess;
  /** Everything it said and its exit code, when it has ended. */
  ended: Promise<{ code: number | null; said: string }>;
}

/** A staff command as it is typed, against the world under test. */
export function runStaffCommand(
  script: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Run {
  const child = spawn(process.execPath, [inRoot('local/run.mjs'), `local/${script}.ts`, ...args], {
    cwd: inRoot('.'),
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT_BASE: process.env.WORLD_BASE ?? '5400',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  const ended = new Promise<{ code: number | null; said: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, said }));
  });
  return { child, ended };
}

export function sendNews(
  file: string,
  list: MailList,
  env: Record<string, string> = {},
  ...more: string[]
): Run {
  return runStaffCommand('news', ['--file', file, '--list', list, ...more], env);
}

/** The states of some recipients in the mailing of this subject. */
export async function statesOf(subject: string, uids: readonly string[]): Promise<(string | null)[]> {
  const { docs } = await adminDb().collection('mailings').where('subject', '==', subject).get();
  const copies = docs[0]?.ref.collection('recipients');
  if (!copies) return uids.map(() => null);
  const found = await Promise.all(uids.map((uid) => copies.doc(uid).get()));
  return found.map((doc) => (doc.exists ? recipientSchema.parse(doc.data()).state : null));
}

/** How many of these mails went to an address. */
export function copiesTo(mails: readonly string[], address: string): number {
  return mails.filter((mail) => new RegExp(`^To: .*${address}`, 'm').test(mail)).length;
}
