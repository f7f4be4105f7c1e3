import { appendFileSync } from 'node:fs';
import { Server } from 'node:http';
import { join } from 'node:path';
import { countFirestore } from './grpcHook.js';
import { NOTHING } from './operations.js';
import type { Entry } from './ledger.js';

const { FUNCTION_TARGET: functionName, COUNT_DIR: directory } = process.env;

const FLUSH_MS = 200; // a message is on its way in less: no measured time contains a write to the disk

if (functionName && directory) {
  const file = join(directory, `${functionName}-${process.pid}.ndjson`);
  let lines: string[] = [];
  const write = (entry: Omit<Entry, 'functionName'>): void => {
    if (lines.length === 0) setTimeout(flush, FLUSH_MS);
    lines.push(`${JSON.stringify({ functionName, ...entry })}\n`);
  };
  const flush = (): void => {
    appendFileSync(file, lines.join(''));
    lines = [];
  };
  countFirestore((call, operations) => write({ call, invocations: 0, ...operations }));
  countInvocations(() => write({ call: 'invocation', invocations: 1, ...NOTHING }));
}

/** In a worker of the functions emulator every HTTP request but the health check is one invocation. */
function countInvocations(count: () => void): void {
  type Emit = (this: Server, event: string, ...rest: unknown[]) => boolean;
  const prototype = Server.prototype as unknown as { emit: Emit };
  const { emit } = prototype;
  prototype.emit = function (event, ...rest) {
    const [request] = rest as [{ url?: string }];
    if (event === 'request' && request.url !== '/__/health') count();
    return emit.call(this, event, ...rest);
  };
}
