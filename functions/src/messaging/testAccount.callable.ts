import type { Account, GateAnswer, testAccountContract as Test } from '@leadpulse/model';
import { accountSchema, Refusal, sendGate, TEST_MESSAGE_RATE, testAccountContract } from '@leadpulse/model';
import type { Transaction } from 'firebase-admin/firestore';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { suppressionRef } from '../contacts/index.js';
import { openAudit } from '../platform/audit.js';
import type { Caller } from '../platform/callable.js';
import { callable } from '../platform/callable.js';
import { runInTurn } from '../platform/firestore.js';
import { takeRates } from '../platform/rateLimit.js';
import { accountRef, orgRef } from '../platform/refs.js';
import { requireSeat } from '../platform/seats.js';
import { noteError, noteHealth, freshAccount } from './accounts.js';
import { callTimeoutMs } from './attempt.js';
import type { Outgoing } from './channels/adapter.js';
import { DeliveryFailure } from './channels/adapter.js';
import { adapterOf } from './channels/adapters.js';
import type { SendingOrg } from './lease.js';
import { sendingOrgSchema } from './lease.js';
import { mailMessageId } from './messageId.js';

type Input = z.output<typeof Test.input>;

/**
 * One test message by an account, to its tester and nobody else: the gate is asked as for any other, an address that
 * opted out stays left alone, and no conversation is made of it.
 */
export const testAccount = callable(
  testAccountContract,
  async (input, caller) => {
    const { orgId, accountId } = input;
    const { org, to } = await runInTurn((tx) => allow(tx, input, caller));
    const ready = await freshAccount(orgId, accountId);
    if (!ready) throw new Refusal('not-found', 'account-not-found', { field: 'accountId' });
    const adapter = await adapterOf(ready.account.kind);
    const timeoutMs = callTimeoutMs();
    try {
      const outgoing = testMessage(input, { org, to, ready });
      await adapter.send(outgoing, { signal: AbortSignal.timeout(timeoutMs), timeoutMs });
    } catch (error) {
      if (!(error instanceof DeliveryFailure)) throw new Refusal('unavailable', 'test-left-open');
      if (error.concerns !== 'message') await noteError(ready, error);
      throw new Refusal('failed-precondition', 'test-refused', { says: error.message });
    }
    await noteHealth(ready, 'lastOutboundAt', Date.now());
    return {};
  },
  {
    secrets: ['SANDBOX_SECRET', 'SEALING_KEY', 'SUPPRESSION_KEY', 'GOOGLE_CLIENT_SECRET'],
    timeoutSeconds: 60,
  },
);

async function allow(
  tx: Transaction,
  input: Input,
  caller: Caller,
): Promise<{ org: SendingOrg; to: string }> {
  const { orgId, accountId } = input;
  await requireSeat(tx, orgId, caller.uid, 'account.write');
  const [account, org] = await tx.getAll(accountRef(orgId, accountId), orgRef(orgId));
  if (!account?.exists) throw new Refusal('not-found', 'account-not-found', { field: 'accountId' });
  const { kind, channel, state } = accountSchema.parse(account.data());
  const to = recipientOf(input, channel, caller);
  const isSuppressed = (await tx.get(suppressionRef(orgId, channel, to))).exists;
  const sending = sendingOrgSchema.parse(org?.data());
  const answer = askGate({ kind, channel, state }, sending, { to, isSuppressed });
  if (answer.outcome === 'block') {
    throw new Refusal('failed-precondition', 'test-refused', { says: answer.reasons[0]?.text ?? '' });
  }
  const key = `test:${orgId}:${accountId}`;
  const writeRates = await takeRates(tx, [{ key, rate: TEST_MESSAGE_RATE }]);
  const audit = await openAudit(tx, orgId);
  writeRates();
  audit.write({ actor: caller.uid, action: 'account.test', target: accountId, origin: caller.origin });
  return { org: sending, to };
}

/** Texts go to a number that is typed; emails only to the tester's own address. */
function recipientOf({ to }: Input, channel: Account['channel'], { email }: Caller): string {
  if (channel === 'email') return email.toLowerCase();
  if (to !== null && /^\+[1-9]\d{6,14}$/.test(to)) return to;
  throw new Refusal('invalid-argument', 'phone-invalid', { field: 'to', allowed: 'a number of your own' });
}

/** Who asks for the text is awake, so no quiet hours hold it back; an opt-out does. */
function askGate(
  account: Pick<Account, 'kind' | 'channel' | 'state'>,
  org: SendingOrg,
  { to, isSuppressed }: { to: string; isSuppressed: boolean },
): GateAnswer {
  const nowMs = Date.now();
  const { channel } = account;
  return sendGate({
    message: { channel, to, body: BODY, requestedAtMs: nowMs },
    contact: {
      optOut: { sms: isSuppressed, email: isSuppressed },
      phones: [to],
      emails: [to],
      timeZone: null,
      lastInboundAtMs: nowMs,
    },
    org: { ...org, isClosed: Boolean(org.deletion) },
    account,
    suppressed: isSuppressed,
    recipient: null,
    nowMs,
  });
}

const BODY = 'This is a test message from LeadPulse. If you can read it, the account works.';

function testMessage(
  { orgId }: Input,
  {
    org,
    to,
    ready,
  }: { org: SendingOrg; to: string; ready: NonNullable<Awaited<ReturnType<typeof freshAccount>>> },
): Outgoing {
  const path = { orgId, contactId: 'test', messageId: `test_${randomUUID()}` }; // names no document
  const { account, credentials } = ready;
  return {
    path,
    channel: account.channel,
    from: account.address,
    fromName: org.name,
    to,
    subject: `Test of ${account.displayName}`,
    body: BODY,
    footer: account.channel === 'email' ? [org.name, org.postalAddress].filter(Boolean).join('\n') : '',
    messageIdHeader: mailMessageId(path),
    references: [],
    previousProviderId: null,
    accountId: ready.accountId,
    credentials,
  };
}
