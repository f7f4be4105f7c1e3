import {
  connectAccountContract,
  disconnectAccountContract,
  listTwilioNumbersContract,
  pauseAccountContract,
  syncNowContract,
  testAccountContract,
} from '@leadpulse/model';
import type { z } from 'zod';
import { callContract } from '../../lib/call.js';
import { count } from '../../lib/telemetry/count.js';

export async function connectAccount(input: z.input<typeof connectAccountContract.input>): Promise<string> {
  const { accountId } = await callContract(connectAccountContract, input);
  count('account.connect');
  return accountId;
}

/** Whether something that leads to us is left at the provider, for a person to take out. */
export async function disconnectAccount(
  input: z.input<typeof disconnectAccountContract.input>,
): Promise<boolean> {
  const { isLeftAtProvider } = await callContract(disconnectAccountContract, input);
  count('account.disconnect');
  return isLeftAtProvider;
}

export async function pauseAccount(input: z.input<typeof pauseAccountContract.input>): Promise<void> {
  await callContract(pauseAccountContract, input);
}

export async function testAccount(input: z.input<typeof testAccountContract.input>): Promise<void> {
  await callContract(testAccountContract, input);
}

export async function syncNow(input: z.input<typeof syncNowContract.input>): Promise<void> {
  await callContract(syncNowContract, input);
}

export type TwilioChoice = z.output<typeof listTwilioNumbersContract.output>;

export function listTwilioNumbers(
  input: z.input<typeof listTwilioNumbersContract.input>,
): Promise<TwilioChoice> {
  return callContract(listTwilioNumbersContract, input);
}
