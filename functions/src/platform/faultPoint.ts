import { existsSync, readFileSync, unlinkSync } from 'node:fs';
import { config } from './config.js';

export type FaultName =
  | 'before-claim'
  | 'after-claim'
  | 'slow-sender'
  | 'after-render'
  | 'during-send'
  | 'after-accept'
  | 'during-commit'
  | 'after-commit'
  | 'mailbox-after-mail'
  | 'inbound-before-write'
  | 'inbound-after-write'
  | 'status-before-write'
  | 'status-after-write'
  | 'billing-before-read'
  | 'billing-before-fetch'
  | 'billing-after-fetch'
  | 'billing-before-commit'
  | 'billing-after-commit'
  | 'billing-before-record'
  | 'billing-before-answer'
  | 'usage-before-commit'
  | 'privacy-before-batch'
  | 'privacy-after-batch'
  | 'privacy-before-finish';

/**
 * Where a proof stops the process. Nothing outside the emulator; there, the file `<name>-<message or event id>` in
 * FAULTS_DIR kills the process once, or, if it says `stall:<ms>`, makes it slow once, or, if `throw`, fails once, if
 * `throw:<code>` as the database does with that gRPC code.
 */
export async function faultPoint(name: FaultName, subject: string): Promise<void> {
  const { faultsDir } = config();
  if (!faultsDir) return;
  const file = `${faultsDir}/${name}-${subject}`;
  if (existsSync(file)) await strike(file);
}

async function strike(file: string): Promise<void> {
  let order: string;
  try {
    order = readFileSync(file, 'utf8');
    unlinkSync(file); // only one process takes the order
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const stall = /^stall:(\d+)$/.exec(order.trim());
  if (stall) await new Promise((resolve) => setTimeout(resolve, Number(stall[1])));
  else if (order.startsWith('throw')) throw orderedFault(order.trim());
  else process.kill(process.pid, 'SIGKILL');
}

function orderedFault(order: string): Error {
  const [, code] = order.split(':');
  const error = new Error('a fault that a proof asked for');
  return code === undefined ? error : Object.assign(error, { code: Number(code) });
}
