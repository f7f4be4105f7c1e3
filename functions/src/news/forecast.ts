import { audienceOf, confirmedAddress } from './audience.js';
import type { Mailing } from './mailings.js';
import { foreseeRecipient } from './recipients.js';
import type { RunReport } from './runMailing.js';

/** What a run would do now: how many it would send, and whom it would skip for which reason. Writes and sends nothing. */
export async function forecast(mailing: Mailing): Promise<{ due: number; skipped: RunReport['skipped'] }> {
  const skipped: RunReport['skipped'] = {};
  let due = 0;
  for await (const uid of audienceOf(mailing)) {
    const address = await confirmedAddress(uid);
    const planned = address === null ? 'unconfirmed' : await foreseeRecipient(mailing, { uid, address });
    if (planned === 'send') due += 1;
    else skipped[planned] = (skipped[planned] ?? 0) + 1;
  }
  return { due, skipped };
}
