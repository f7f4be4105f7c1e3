import { appendFileSync } from 'node:fs';
import { Server } from 'node:http';
import { join } from 'node:path';
import { countFirestore } from './grpcHook.js';
import { NOTHING } from './operations.js';
import type { Entry } from './ledger.js';

const { FUNCTION_TARGET: functionName, COUNT_DIR: directory } = process.env;

if (functionName && directory) {
  const file = join(directory, `${functionName}-${process.pid}.ndjson`);
  const write = (entry: Omit<Entry, 'functionName'>): void =>
    appendFileSync(file, `${JSON.stringify({ functionName, ...entry })}\n`);
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
