import { Refusal } from '@leadpulse/model';
import { Unreadable } from '../platform/webhook.js';
import { accountsAt } from './accounts.js';
import { readMailbox, receivedAtMs } from './inbound.js';
import { receive } from './receive.js';
import type { SandboxReceived } from './sandboxWebhook.webhook.js';

/** A simulated lead has written; the account it wrote to tells whose message it is. */
export async function receiveFromSandbox(event: SandboxReceived): Promise<string> {
  const { channel } = event;
  const from = readSender(event);
  const to = channel === 'email' ? event.to.trim().toLowerCase() : event.to.trim();
  const accounts = await accountsAt('sandbox', [to]);
  const account = accounts.find((ready) => ready.account.channel === channel);
  if (!account) return 'unknown-address';
  return receive({
    account,
    channel,
    providerId: event.id,
    from: from.address,
    fromName: from.name,
    to,
    subject: channel === 'email' ? (event.subject ?? '') : null,
    body: event.body,
    receivedAtMs: receivedAtMs(new Date(event.receivedAt), Date.now()),
    references: event.references ?? [],
    isAutomatic: false,
  });
}

function readSender({ channel, from }: SandboxReceived): { address: string; name: string } {
  if (channel === 'sms') return { address: from.trim(), name: '' };
  try {
    return readMailbox(from);
  } catch (error) {
    if (error instanceof Refusal) throw new Unreadable('not an address');
    throw error;
  }
}
