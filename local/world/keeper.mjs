/**
 * Keeps the emulators of one world. It lives in a process group of its own and stops everything as soon as its stdin
 * closes: that happens when the world is stopped, and also when the process that started it was killed. So there is
 * one way down, the data is saved on it, and nothing stays behind.
 */
import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { familyOf, kill, leftoversOf } from './processes.mjs';

const SAVE_EVERY_MS = 120_000;
const GRACE_MS = 12_000;

const { command, args, cwd, logFile, hubUrl, dataDir } = JSON.parse(process.argv[2] ?? '{}');
const log = openSync(logFile, 'a');
const emulators = spawn(command, args, { cwd, stdio: ['ignore', log, log], detached: true });
const gone = new Promise((resolve) => emulators.once('exit', resolve));

/** @type {Promise<boolean>} */
let saving = Promise.resolve(true);

/** One after the other; a save that fails is told by `false`. */
function save() {
  saving = saving.then(exportData).catch(() => false);
  return saving;
}

async function exportData() {
  const response = await fetch(`${hubUrl}/_admin/export`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ path: dataDir, initiatedBy: 'leadpulse' }),
    signal: AbortSignal.timeout(60_000),
  });
  return response.ok;
}

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  const saved = dataDir ? await save() : true;
  const { pid } = emulators;
  if (pid !== undefined) {
    const family = familyOf(pid);
    kill(pid, 'SIGINT');
    await Promise.race([gone, wait(GRACE_MS)]);
    for (const member of family) kill(member, 'SIGKILL');
  }
  process.exit(saved ? 0 : 3);
}

if (dataDir) setInterval(save, SAVE_EVERY_MS);
process.stdin.resume().on('end', stop).on('error', stop);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
void gone.then(() => {
  if (stopping) return;
  for (const pid of leftoversOf(cwd)) kill(pid, 'SIGKILL');
  process.exit(4);
});
