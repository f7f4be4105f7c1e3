import { connectAccountContract, disconnectAccountContract } from '@leadpulse/model';
import type { z } from 'zod';
import { callContract } from '../../lib/call.js';

export async function connectAccount(input: z.input<typeof connectAccountContract.input>): Promise<string> {
  return (await callContract(connectAccountContract, input)).accountId;
}

export async function disconnectAccount(
  input: z.input<typeof disconnectAccountContract.input>,
): Promise<void> {
  await callContract(disconnectAccountContract, input);
}
