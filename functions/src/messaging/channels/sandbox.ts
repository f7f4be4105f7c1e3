import { z } from 'zod';
import { config, secret } from '../../platform/config.js';
import { faultPoint } from '../../platform/faultPoint.js';
import type { JsonAnswer } from '../../platform/http.js';
import { requestJson } from '../../platform/http.js';
import type { ChannelAdapter, Outgoing, Sought } from './adapter.js';
import { DeliveryFailure } from './adapter.js';
import { attemptCall } from './attemptCall.js';

const acceptedSchema = z.object({ id: z.string().min(1) });
const refusedSchema = z.object({ code: z.string().max(100), message: z.string().max(300) });
const listSchema = z.object({ messages: z.array(acceptedSchema) });

/** Simulated leads, behind an HTTP API with an idempotency key as real providers have it. @processor practice-leads */
export const sandbox: ChannelAdapter = {
  async send(outgoing, { signal }) {
    const { path, channel, from, to, subject, body } = outgoing;
    const answer = await attemptCall(() =>
      requestJson({
        method: 'POST',
        url: `${config().sandboxUrl}/v1/messages`,
        headers: { authorization: authorization(), 'idempotency-key': idempotencyKey(outgoing) },
        body: {
          channel,
          from,
          to,
          ...(channel === 'email' && { subject }),
          body,
          clientRef: clientRef(outgoing),
        },
        signal,
        onSent: () => faultPoint('during-send', path.messageId),
      }),
    );
    return { providerId: readAcceptance(answer) };
  },

  async find(sought, { signal }) {
    const query = new URLSearchParams({ clientRef: clientRef(sought) }).toString();
    const answer = await requestJson({
      method: 'GET',
      url: `${config().sandboxUrl}/v1/messages?${query}`,
      headers: { authorization: authorization() },
      signal,
    });
    if (answer.status !== 200) throw new Error(`the sandbox answered ${answer.status}`);
    const { messages } = listSchema.parse(answer.body);
    const found = messages.find(({ id }) => id !== sought.previousProviderId);
    return found ? { state: 'accepted', providerId: found.id } : { state: 'absent' };
  },
};

function readAcceptance({ status, body }: JsonAnswer): string {
  if (status === 200 || status === 201) return acceptedSchema.parse(body).id;
  const refused = refusedSchema.safeParse(body);
  if (status === 429 || status === 503) {
    throw new DeliveryFailure('provider-busy', 'The provider is busy right now.', 'transient');
  }
  if (status >= 400 && status < 500) {
    const { code, message } = refused.data ?? { code: `http-${status}`, message: 'The provider refused it.' };
    throw new DeliveryFailure(code, message, 'permanent');
  }
  throw new Error(`the sandbox answered ${status}`);
}

function authorization(): string {
  return `Bearer ${secret('SANDBOX_SECRET')}`;
}

function clientRef({ path }: Sought): string {
  return `${path.orgId}/${path.contactId}/${path.messageId}`;
}

/** The same for every attempt; another one once a person sends again what the provider had accepted and then failed. */
function idempotencyKey(outgoing: Outgoing): string {
  const { previousProviderId } = outgoing;
  return previousProviderId === null ? clientRef(outgoing) : `${clientRef(outgoing)}/${previousProviderId}`;
}
