import type { IncomingMessage } from 'node:http';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { once } from 'node:events';

const MAX_BYTES = 1024 * 1024;

interface JsonRequest {
  method: 'GET' | 'POST';
  url: string;
  headers?: Record<string, string>;
  body?: unknown; // sent as JSON
  form?: Record<string, string>; // sent as a form instead
  signal?: AbortSignal;
  mostBytes?: number; // of the answer
  /** Called when the request has been handed to the network and the answer is still to come. */
  onSent?: () => Promise<void>;
}

export interface JsonAnswer {
  status: number;
  body: unknown;
}

function payloadOf({ body, form }: JsonRequest): { type: string; text: string } | null {
  if (form) return { type: 'application/x-www-form-urlencoded', text: new URLSearchParams(form).toString() };
  return body === undefined ? null : { type: 'application/json', text: JSON.stringify(body) };
}

/** One request that is answered in JSON. Throws if no complete answer came; whether the other side acted on it is then unknown. */
export async function requestJson(options: JsonRequest): Promise<JsonAnswer> {
  const payload = payloadOf(options);
  const send = options.url.startsWith('https:') ? httpsRequest : httpRequest;
  const request = send(options.url, {
    method: options.method,
    headers: {
      ...options.headers,
      ...(payload && {
        'content-type': payload.type,
        'content-length': String(Buffer.byteLength(payload.text)),
      }),
    },
    ...(options.signal && { signal: options.signal }),
  });
  const responded = once(request, 'response') as Promise<[IncomingMessage]>;
  const sent = options.onSent && once(request, 'finish').then(options.onSent);
  request.end(payload?.text);
  const [[response]] = await Promise.all([responded, sent]);
  return { status: response.statusCode ?? 0, body: parse(await read(response, options.mostBytes)) };
}

async function read(response: IncomingMessage, mostBytes = MAX_BYTES): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) throw new Error('the answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** One GET whose answer is read as it comes; the caller reads it to its end or destroys it. */
export async function openStream(
  url: string,
  { headers = {}, signal }: { headers?: Record<string, string>; signal: AbortSignal },
): Promise<IncomingMessage> {
  const send = url.startsWith('https:') ? httpsRequest : httpRequest;
  const request = send(url, { method: 'GET', headers, signal });
  const responded = once(request, 'response') as Promise<[IncomingMessage]>;
  request.end();
  const [response] = await responded;
  return response;
}
