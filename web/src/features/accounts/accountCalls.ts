import { connectAccountContract, disconnectAccountContract } from '@leadpulse/model';
import type { z } from 'zod';
import { callContract } from '../../lib/call.js';
import { count } from '../../lib/telemetry/count.js';

export async function connectAccount(input: z.input<typeof connectAccountContract.input>): Promise<string> {
  const { accountId } = await callContract(connectAccountContract, input);
  count('account.connect');
  return accountId;
}

export async function disconnectAccount(
  input: z.input<typeof disconnectAccountContract.input>,
): Promise<void> {
  await callContract(disconnectAccountContract, input);
  count('account.disconnect');
}
