import type { TwilioCredentials } from '@leadpulse/model';
import { twilioCandidates, twilioError, twilioEvidence } from '@leadpulse/model';
import { z } from 'zod';
import { faultPoint } from '../../../platform/faultPoint.js';
import type { JsonAnswer } from '../../../platform/http.js';
import type { ChannelAdapter, Outgoing, Sought } from '../adapter.js';
import { DeliveryFailure, OptedOutAtProvider } from '../adapter.js';
import { attemptCall } from '../attemptCall.js';
import { statusHook } from './hooks.js';
import { askTwilio, errorCodeOf } from './twilioApi.js';

const acceptedSchema = z.object({ sid: z.string().min(1) });
const listSchema = z.object({
  messages: z.array(z.object({ sid: z.string(), body: z.string().nullable(), date_created: z.string() })),
  next_page_uri: z.string().nullish(),
});

/** Enough for what goes to one number between a request and the end of its lease. */
const LISTED = 200;

/**
 * Texts by Twilio. Messages have no idempotency key there, so each is handed over once: the callback's address carries
 * our own path, and after a crash the list of what went to the number tells. What neither tells is uncertain (018).
 */
export const twilio: ChannelAdapter = {
  async send(outgoing, { signal }) {
    const keys = keysOf(outgoing);
    const answer = await attemptCall(() =>
      askTwilio(keys, {
        method: 'POST',
        path: '/Messages.json',
        form: formOf(outgoing, keys),
        signal,
        onSent: () => faultPoint('during-send', outgoing.path.messageId),
      }),
    );
    return { providerId: readAcceptance(answer) };
  },

  async find(lost, { signal }) {
    const query = new URLSearchParams({ To: lost.to, PageSize: String(LISTED) }).toString();
    const answer = await askTwilio(keysOf(lost), { method: 'GET', path: `/Messages.json?${query}`, signal });
    if (answer.status !== 200) throw new Error(`Twilio answered ${answer.status}`);
    const list = listSchema.parse(answer.body);
    const listed = list.messages.map(({ sid, body, date_created: created }) => ({
      sid,
      body: body ?? '',
      createdAtMs: Date.parse(created),
    }));
    const candidates = twilioCandidates(listed, lost);
    const evidence = twilioEvidence(candidates, await lost.rivals(candidates.map(({ sid }) => sid)));
    const goesOn = (list.next_page_uri ?? '') !== '' && (listed.at(-1)?.createdAtMs ?? 0) > lost.sinceMs;
    return evidence.state === 'absent' && goesOn ? { state: 'unknown' } : evidence;
  },
};

function keysOf({ credentials: { twilio: keys } }: Sought): TwilioCredentials {
  if (keys) return keys;
  const says = 'The Twilio account is not connected. Connect it again.';
  throw new DeliveryFailure('account-not-connected', says, 'permanent', 'credentials');
}

/** With a Messaging Service its rules apply, and the number that leads know stays the sender. */
function formOf(outgoing: Outgoing, { serviceSid }: TwilioCredentials): Record<string, string> {
  const { path, accountId, from, to, body } = outgoing;
  return {
    To: to,
    From: from,
    ...(serviceSid !== null && { MessagingServiceSid: serviceSid }),
    Body: body,
    StatusCallback: statusHook({ orgId: path.orgId, accountId }, path),
  };
}

/** 4xx: surely not accepted, with the reason. 5xx and anything unreadable leave it open. */
function readAcceptance(answer: JsonAnswer): string {
  const { status, body } = answer;
  if (status === 200 || status === 201) return acceptedSchema.parse(body).sid;
  if (status < 400 || status >= 500) throw new Error(`Twilio answered ${status}`);
  const told = twilioError(codeOf(answer));
  const Failure = told.isRevocation ? OptedOutAtProvider : DeliveryFailure;
  throw new Failure(told.code, told.message, told.kind, told.concerns);
}

/** A refusal that names no error still tells by its status. */
function codeOf(answer: JsonAnswer): number | null {
  const byStatus: Record<number, number> = { 401: 20003, 429: 20429 };
  return byStatus[answer.status] ?? errorCodeOf(answer);
}
