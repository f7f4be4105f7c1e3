import { finishGoogleContract, startGoogleContract, syncGmailContract } from '@leadpulse/model';
import type { z } from 'zod';
import { callContract } from '../../lib/call.js';
import { count } from '../../lib/telemetry/count.js';

/** Leaves for Google's page; what happens there comes back to `/connect/google`. */
export async function goToGoogle(input: z.input<typeof startGoogleContract.input>): Promise<void> {
  const { url } = await callContract(startGoogleContract, input);
  location.assign(url);
}

export async function finishGoogle(
  input: z.input<typeof finishGoogleContract.input>,
): Promise<z.output<typeof finishGoogleContract.output>> {
  const finished = await callContract(finishGoogleContract, input);
  count('account.connect');
  return finished;
}

/** How many mails were new. */
export async function syncGmail(input: z.input<typeof syncGmailContract.input>): Promise<number> {
  return (await callContract(syncGmailContract, input)).taken;
}
