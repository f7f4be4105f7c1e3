import { retryMessageContract } from '@leadpulse/model';
import type { z } from 'zod';
import { callContract } from '../../lib/call.js';
import { count } from '../../lib/telemetry/count.js';

/** Import it when it is used: a contract brings zod along, which opening the inbox does not need. */
export async function retryMessage(input: z.input<typeof retryMessageContract.input>): Promise<void> {
  count('message.retry');
  await callContract(retryMessageContract, input);
}
