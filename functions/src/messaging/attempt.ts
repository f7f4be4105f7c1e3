import { isSendLater, orgSettingsSchema, dueAtMs } from '@leadpulse/model';
import type { DocumentSnapshot } from 'firebase-admin/firestore';
import { config } from '../platform/config.js';
import { faultPoint } from '../platform/faultPoint.js';
import { logFailure, logWarning } from '../platform/log.js';
import { messageRef, orgRef } from '../platform/refs.js';
import { forgetAccount, noteError, noteHealth, readyAccount } from './accounts.js';
import type { ReadyAccount } from './accounts.js';
import type { ChannelAdapter, Outgoing } from './channels/adapter.js';
import { DeliveryFailure, OptedOutAtProvider } from './channels/adapter.js';
import { adapterOf } from './channels/adapters.js';
import type { Lease, Taken } from './lease.js';
import { noteCall, standingLease, takeLease } from './lease.js';
import type { OutMessage, SeenMessage } from './outMessage.js';
import { seenMessage } from './outMessage.js';
import { renderOutgoing } from './render.js';
import { enqueueSend } from './sendTask.js';
import { releaseLease, settleFailure, settleSent } from './settle.js';

const LONGEST_CALL_MS = 20_000;
const FILING_MS = 15_000; // no lease waits for it
const MOST_ROUNDS = 3;

/** How long a provider may take: well under the lease, so that nobody else sends while a call of ours is open. */
export function callTimeoutMs(): number {
  return Math.min(LONGEST_CALL_MS, Math.floor(config().leaseMs / 3));
}

/** A requested message: put off to its time, put before the task queue for its undo window, or sent at once. */
export async function drive(seen: SeenMessage): Promise<void> {
  const { path, message } = seen;
  const nowMs = Date.now();
  if (isSendLater(message.sendAtMs, nowMs)) return scheduleAhead(seen);
  const dueMs = await whenDue(path.orgId, message);
  if (dueMs <= nowMs) return attempt(seen);
  await enqueueSend(seen, dueMs, message);
}

async function scheduleAhead(seen: SeenMessage): Promise<void> {
  const { taken } = await takeWithAccount(seen, seen.message.sendAtMs);
  if (taken.kind === 'put-off' && taken.version) {
    await enqueueSend({ path: seen.path, version: taken.version }, taken.sendAtMs);
  }
}

async function whenDue(orgId: string, message: OutMessage): Promise<number> {
  const undoSeconds = message.undoSeconds ?? (await undoSecondsOf(orgId));
  return dueAtMs({ requestedAtMs: message.requestedAtMs, undoSeconds, sendAtMs: message.sendAtMs });
}

async function undoSecondsOf(orgId: string): Promise<number> {
  const settings: unknown = (await orgRef(orgId).get()).get('settings.undoSendSeconds');
  return orgSettingsSchema.shape.undoSendSeconds.parse(settings);
}

/** Sends a message that is due: gate and lease, provider, settlement. A crash anywhere leaves what the sweeper can finish. */
export async function attempt(seen: SeenMessage, isSecondLook = false): Promise<void> {
  const { path } = seen;
  await faultPoint('before-claim', path.messageId);
  const { taken, ready } = await takeWithAccount(seen, null);
  if (taken.kind === 'leased' && ready) return deliver(taken.lease, ready);
  if (taken.kind === 'put-off' && taken.version) {
    return enqueueSend({ path, version: taken.version }, taken.sendAtMs);
  }
  if (taken.kind === 'changed' && !isSecondLook) {
    const message = await messageRef(path).get();
    const lease = standingLease(taken.lease, message);
    if (lease && ready) await deliver(lease, ready);
    else await lookAgain(message);
  }
}

/** Asks the gate with the account as it is: one that was paused, broken or connected anew since we read it is read again. */
async function takeWithAccount(
  seen: SeenMessage,
  aheadMs: number | null,
): Promise<{ taken: Taken; ready: ReadyAccount | null }> {
  const { orgId } = seen.path;
  const { accountId } = seen.message;
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const ready = await readyAccount(orgId, accountId, Date.now());
    const taken = await takeLease({ seen, ready, aheadMs });
    if (taken.kind !== 'outdated') return { taken, ready };
    forgetAccount(orgId, accountId);
  }
  throw new Error('an account changes all the time'); // the sweeper finds the message
}

/** Somebody wrote the message since we saw it; most often it is done. */
async function lookAgain(message: DocumentSnapshot): Promise<void> {
  const seen = seenMessage(message);
  if (seen && (await isDue(seen))) await attempt(seen, true);
}

/** Whether a message waits for nothing but to be sent. */
export async function isDue({ path, message }: SeenMessage): Promise<boolean> {
  if (message.state === 'scheduled') return (message.sendAtMs ?? 0) <= Date.now();
  return message.state === 'requested' && (await whenDue(path.orgId, message)) <= Date.now();
}

async function deliver(lease: Lease, ready: ReadyAccount): Promise<void> {
  const { messageId } = lease.seen.path;
  await faultPoint('after-claim', messageId);
  await faultPoint('slow-sender', messageId);
  const outgoing = renderOutgoing(lease, ready);
  await faultPoint('after-render', messageId);
  const adapter = await adapterOf(ready.account.kind);
  const held = adapter.isBlind?.(ready.credentials) ? await noteCall(lease) : lease;
  if (!held) return;
  const timeoutMs = callTimeoutMs();
  if (held.untilMs - Date.now() < timeoutMs * 1.5) return releaseLease(held);
  try {
    const { providerId } = await adapter.send(outgoing, {
      signal: AbortSignal.timeout(timeoutMs),
      timeoutMs,
    });
    await faultPoint('after-accept', messageId);
    await Promise.all([settleSent(held, providerId), noteHealth(ready, 'lastOutboundAt', Date.now())]);
    await faultPoint('after-commit', messageId);
    await fileCopy(adapter, outgoing);
  } catch (error) {
    await whenNotAccepted(held, ready, error);
  }
}

/** The mail is out, whatever becomes of the copy among what was sent. */
async function fileCopy(adapter: ChannelAdapter, outgoing: Outgoing): Promise<void> {
  if (!adapter.file) return;
  const timeoutMs = FILING_MS;
  try {
    await adapter.file(outgoing, { signal: AbortSignal.timeout(timeoutMs), timeoutMs });
  } catch (error) {
    const { orgId, messageId } = outgoing.path;
    logFailure('a copy could not be filed', error, { orgId, messageId });
  }
}

/** A sure refusal is settled; anything else stays leased until the sweeper has asked the provider. */
async function whenNotAccepted(lease: Lease, ready: ReadyAccount, error: unknown): Promise<void> {
  const { orgId, messageId } = lease.seen.path;
  if (!(error instanceof DeliveryFailure)) {
    logFailure('sending is left open', error, { orgId, messageId, kind: ready.account.kind });
    return;
  }
  logWarning('sending was refused', { orgId, messageId, kind: ready.account.kind, code: error.code });
  await settleFailure(lease, error);
  if (error.concerns !== 'message') await noteError(ready, error);
  if (error instanceof OptedOutAtProvider) await noteRefusedAsOptOut(lease.seen);
}

/** Loaded when it happens: the ledger is no part of sending. */
async function noteRefusedAsOptOut({ path, message }: SeenMessage): Promise<void> {
  const { noteOptOutAtProvider } = await import('./optOutAtProvider.js');
  await noteOptOutAtProvider(path, message.channel, message.to);
}
