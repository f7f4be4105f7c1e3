import { MAX_ATTEMPTS, planTransition } from '@leadpulse/model';
import { logFailure, logInfo } from '../platform/log.js';
import { messageRef } from '../platform/refs.js';
import { readyAccount } from './accounts.js';
import { attempt, callTimeoutMs } from './attempt.js';
import type { Evidence } from './channels/adapter.js';
import { adapterOf } from './channels/adapters.js';
import { handedOver } from './handedOver.js';
import { updateIfUnchanged } from './lease.js';
import { mailMessageId } from './messageId.js';
import type { OutMessage, SeenMessage } from './outMessage.js';
import { rivalsOf } from './rivals.js';

/** How long a provider that cannot be asked is asked again before the message is shown as uncertain. */
const PATIENCE_MS = 10 * 60_000;

/** Attempts that ended in a crash count too; only what the provider refuses is limited to MAX_ATTEMPTS. */
const MOST_ATTEMPTS = 2 * MAX_ATTEMPTS;

/** A lease has ended and nobody settled it: the sender died or hangs. What is true the provider knows. */
export async function resolveExpired(seen: SeenMessage): Promise<void> {
  const { path, version, message } = seen;
  const evidence = await findEvidence(seen);
  if (evidence === null) return;
  logInfo('a lease has ended', { orgId: path.orgId, messageId: path.messageId, outcome: evidence.state });
  if (evidence.state === 'absent') return sendAgain(seen);
  const event = evidence.state === 'accepted' ? 'evidence-accepted' : 'evidence-unknown';
  await updateIfUnchanged(messageRef(path), version, {
    state: planTransition(message.state, event),
    ...(evidence.state === 'accepted'
      ? handedOver(path, message, evidence.providerId)
      : { leaseUntil: null, error: UNCERTAIN }),
  });
}

/** The provider surely does not have it; a message that ends its sender every time is given up at last. */
async function sendAgain(seen: SeenMessage): Promise<void> {
  const { path, version, message } = seen;
  if (message.attempts < MOST_ATTEMPTS) {
    const state = planTransition(message.state, 'evidence-absent');
    if (state) await attempt({ ...seen, message: { ...message, state } });
    return;
  }
  const state = planTransition(message.state, 'attempts-spent');
  await updateIfUnchanged(messageRef(path), version, { state, leaseUntil: null, error: GIVEN_UP });
}

const GIVEN_UP = { code: 'attempts-spent', message: 'Sending was tried many times and never came through.' };

const UNCERTAIN = {
  code: 'uncertain',
  message: 'We lost touch while sending. It may have arrived; look for an answer before you send it again.',
};

/** Asks the provider whether it has the message; null: it cannot be asked right now, so ask again in a minute. */
export async function findEvidence({ path, message }: SeenMessage): Promise<Evidence | null> {
  const ready = await readyAccount(path.orgId, message.accountId, Date.now());
  if (!ready) return { state: 'unknown' };
  try {
    const adapter = await adapterOf(ready.account.kind);
    if (message.hasCallBegun === false && adapter.isBlind?.(ready.credentials)) return { state: 'absent' };
    return await adapter.find(
      {
        path,
        messageIdHeader: mailMessageId(path),
        previousProviderId: message.previousProviderId ?? null,
        credentials: ready.credentials,
        to: message.to,
        body: message.body,
        sinceMs: sinceOf(message),
        rivals: (providerIds) => rivalsOf(path, message, providerIds),
      },
      { signal: AbortSignal.timeout(callTimeoutMs()) },
    );
  } catch (error) {
    logFailure('the provider could not be asked', error, { orgId: path.orgId, messageId: path.messageId });
    return Date.now() - (message.leaseUntilMs ?? 0) > PATIENCE_MS ? { state: 'unknown' } : null;
  }
}

/** A message that a person sent again after it had failed: from then on, or the failed one would be found. */
function sinceOf({ requestedAtMs, sendAtMs, previousProviderId }: OutMessage): number {
  return previousProviderId === undefined ? requestedAtMs : Math.max(requestedAtMs, sendAtMs ?? 0);
}
