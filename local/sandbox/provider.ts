import type { IncomingMessage, ServerResponse } from 'node:http';
import { setMaxListeners } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Ports } from '../ports.js';
import { HOST } from '../ports.js';
import { LOCAL_SECRETS, MAIL_DOMAIN } from '../world/environment.js';
import type { Accepted } from './acceptedMessages.js';
import { AcceptedMessages, submissionSchema } from './acceptedMessages.js';
import { deliver, waited } from './callbacks.js';
import { isAutomatic, personaOf, reactionOf } from './personas.js';

const DELIVERED_AFTER_MS = 400;
const MAX_BODY_BYTES = 1_000_000;

interface ProviderOptions {
  ports: Ports;
  dir: string;
  siteUrl: string;
  /** Whether the mail sink has a mail with this Message-ID. */
  hasMail: (messageId: string) => boolean;
}

interface Answer {
  status: number;
  body: unknown;
}

/** A provider of texts and emails whose recipients are simulated; to the product it is one more HTTP API. */
export async function startProvider(options: ProviderOptions): Promise<{ stop: () => Promise<void> }> {
  const accepted = new AcceptedMessages(join(options.dir, 'accepted.jsonl'));
  const closing = new AbortController();
  setMaxListeners(0, closing.signal); // every lead that thinks about its answer listens
  const react = (message: Accepted): void => void reactTo(message, accepted, options.siteUrl, closing.signal);
  const server = createServer((request, response) => {
    answer(request, accepted, options, react).then(
      ({ status, body }) => send(response, status, body),
      () => send(response, 500, { code: 'internal', message: 'The sandbox stumbled.' }),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.ports.sandbox, HOST, resolve);
  });
  return {
    stop: () =>
      new Promise((resolve) => {
        closing.abort();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  accepted: AcceptedMessages,
  options: ProviderOptions,
  react: (message: Accepted) => void,
): Promise<Answer> {
  const url = new URL(request.url ?? '/', 'http://sandbox');
  const route = `${request.method ?? ''} ${url.pathname}`;
  if (route === 'GET /mail/evidence') {
    return { status: 200, body: { accepted: options.hasMail(url.searchParams.get('messageId') ?? '') } };
  }
  if (request.headers.authorization !== `Bearer ${LOCAL_SECRETS.SANDBOX_SECRET}`) {
    return { status: 401, body: { code: 'unauthorized', message: 'The bearer token is wrong.' } };
  }
  if (route === 'GET /v1/messages') {
    return { status: 200, body: { messages: accepted.list(url.searchParams.get('clientRef') ?? undefined) } };
  }
  if (route === 'POST /v1/messages') return submit(request, accepted, react);
  return { status: 404, body: { code: 'not-found', message: `There is no ${route}.` } };
}

async function submit(
  request: IncomingMessage,
  accepted: AcceptedMessages,
  react: (message: Accepted) => void,
): Promise<Answer> {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string') return refusal('no-idempotency-key', 'The header Idempotency-Key is missing.');
  const parsed = submissionSchema.safeParse(parseJson(await bodyOf(request)));
  if (!parsed.success) return refusal('invalid-message', parsed.error.message);
  const { channel, to } = parsed.data;
  if (!(channel === 'sms' ? /^\+[1-9]\d{6,14}$/ : /^[^@\s]+@[^@\s]+$/).test(to)) {
    return refusal('invalid-recipient', 'This is not an address the channel can reach.');
  }
  const { message, isNew } = accepted.accept(parsed.data, key, new Date());
  if (isNew) react(message);
  return { status: isNew ? 201 : 200, body: { id: message.id, status: 'accepted' } };
}

function refusal(code: string, message: string): Answer {
  return { status: 422, body: { code, message } };
}

async function reactTo(
  message: Accepted,
  accepted: AcceptedMessages,
  siteUrl: string,
  signal: AbortSignal,
): Promise<void> {
  const { delivery, reply } = reactionOf(personaOf(message.to), accepted.turnOf(message));
  const tell = (event: Record<string, unknown>): Promise<boolean> =>
    deliver(callback(siteUrl, event), signal);
  if (!(await waited(DELIVERED_AFTER_MS, signal))) return;
  await tell({
    type: 'message.status',
    id: message.id,
    clientRef: message.clientRef,
    status: delivery,
    ...(delivery === 'failed' && {
      error: {
        code: 'unreachable',
        message: 'The number or mailbox does not exist. Correct it on the contact.',
      },
    }),
  });
  if (!reply || isAutomatic(message.clientRef.split('/')[2] ?? '')) return;
  if (!(await waited(reply.afterMs - DELIVERED_AFTER_MS, signal))) return;
  await tell(replyEvent(message, reply.body));
}

function replyEvent(message: Accepted, body: string): Record<string, unknown> {
  const [orgId, contactId, messageId] = message.clientRef.split('/');
  return {
    type: 'message.received',
    id: `${message.id}_reply`,
    channel: message.channel,
    from: message.to,
    to: message.from,
    body,
    receivedAt: new Date().toISOString(),
    ...(message.channel === 'email' && {
      subject: `Re: ${(message.subject ?? '').replace(/^(re:\s*)+/i, '')}`.trim(),
      references: [`<${messageId}.${contactId}.${orgId}@${MAIL_DOMAIN}>`],
    }),
  };
}

function callback(siteUrl: string, event: Record<string, unknown>): Parameters<typeof deliver>[0] {
  return {
    url: `${siteUrl}/hooks/sandbox`,
    secret: LOCAL_SECRETS.SANDBOX_SECRET,
    signatureHeader: 'x-sandbox-signature',
    contentType: 'application/json',
    body: JSON.stringify(event),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new Error('body too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
