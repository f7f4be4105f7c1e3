import { LIMITS } from '@leadpulse/model';
import { z } from 'zod';
import { config } from '../platform/config.js';
import { logInfo } from '../platform/log.js';
import { isId } from '../platform/refs.js';
import type { MessagePath } from '../platform/refs.js';
import { signedWebhook, Unreadable } from '../platform/webhook.js';
import { applyStatus } from './status.js';

const providerId = z.string().min(1).max(200);

const eventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('message.status'),
    id: providerId,
    clientRef: z.string().max(400),
    status: z.enum(['delivered', 'failed']),
    error: z.object({ code: z.string().max(100), message: z.string().max(300) }).optional(),
  }),
  z.object({
    type: z.literal('message.received'),
    id: providerId,
    channel: z.enum(['sms', 'email']),
    from: z.string().min(1).max(LIMITS.email),
    to: z.string().min(1).max(LIMITS.email),
    subject: z.string().optional(),
    body: z.string(),
    receivedAt: z.iso.datetime({ offset: true }),
    references: z.array(z.string()).optional(),
  }),
]);
export type SandboxReceived = Extract<z.infer<typeof eventSchema>, { type: 'message.received' }>;

/** What the simulated leads answer, and how our messages to them fared. */
export const sandboxWebhook = signedWebhook(
  {
    name: 'sandboxWebhook',
    header: 'x-sandbox-signature',
    secret: 'SANDBOX_SECRET',
    secrets: ['SUPPRESSION_KEY'],
  },
  async (body) => {
    if (config().sandboxUrl === '') throw new Unreadable('there is no sandbox here');
    const event = readEvent(body);
    const outcome = event.type === 'message.status' ? await takeStatus(event) : await takeMessage(event);
    logInfo('sandbox event', { kind: event.type, outcome });
    return outcome;
  },
);

function readEvent(body: Buffer): z.infer<typeof eventSchema> {
  try {
    return eventSchema.parse(JSON.parse(body.toString('utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) throw new Unreadable('not an event');
    throw error;
  }
}

async function takeStatus(
  event: Extract<z.infer<typeof eventSchema>, { type: 'message.status' }>,
): Promise<string> {
  const error = event.error ?? { code: 'failed', message: 'It could not be delivered.' };
  return applyStatus(readClientRef(event.clientRef), { status: event.status, providerId: event.id, error });
}

function readClientRef(clientRef: string): MessagePath {
  const [orgId = '', contactId = '', messageId = '', ...rest] = clientRef.split('/');
  if (rest.length > 0 || ![orgId, contactId, messageId].every(isId))
    throw new Unreadable('not a reference of ours');
  return { orgId, contactId, messageId };
}

async function takeMessage(event: SandboxReceived): Promise<string> {
  const { receiveFromSandbox } = await import('./receiveFromSandbox.js');
  return receiveFromSandbox(event);
}
