import type { MessageAttachment } from '@leadpulse/model';
import { LIMITS, readTwilioOptOut, twilioError, twilioProgress } from '@leadpulse/model';
import { z } from 'zod';
import type { MessagePath } from '../platform/refs.js';
import { Unreadable } from '../platform/webhook.js';
import type { ReadyAccount } from './accounts.js';
import { noteError } from './accounts.js';
import { noteOptOutAtProvider } from './optOutAtProvider.js';
import { receive } from './receive.js';
import { applyStatus } from './status.js';

const sid = z.string().regex(/^(SM|MM)[0-9a-fA-F]{32}$/);

/** https://www.twilio.com/docs/messaging/guides/webhook-request */
const inboundSchema = z.object({
  MessageSid: sid,
  From: z.string().min(1).max(LIMITS.phone),
  To: z.string().min(1).max(LIMITS.phone),
  Body: z.string().default(''),
  NumMedia: z.coerce.number().int().min(0).max(20).default(0),
  OptOutType: z.string().optional(),
});

/** https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks */
const statusSchema = z.object({
  MessageSid: sid,
  MessageStatus: z.string().min(1),
  To: z.string().optional(),
  ErrorCode: z.coerce.number().int().optional(),
});

/** Takes what Twilio brought, signed: a callback about a message of ours, or a text that came in. */
export function takeFromTwilio(
  account: ReadyAccount,
  message: MessagePath | null,
  params: URLSearchParams,
): Promise<string> {
  return message ? takeStatus(account, message, params) : takeText(account, params);
}

async function takeStatus(
  account: ReadyAccount,
  message: MessagePath,
  params: URLSearchParams,
): Promise<string> {
  const { MessageSid: providerId, MessageStatus, To, ErrorCode } = read(statusSchema, params);
  const status = twilioProgress(MessageStatus);
  const error = status === 'failed' ? twilioError(ErrorCode ?? null) : null;
  const outcome = await applyStatus(message, {
    status,
    providerId,
    error: error && { code: error.code, message: error.message },
  });
  if (outcome === 'applied' && error && error.concerns !== 'message') await noteError(account, error);
  if (error?.isRevocation && To !== undefined) await noteOptOutAtProvider(message, 'sms', To);
  return outcome;
}

async function takeText(account: ReadyAccount, params: URLSearchParams): Promise<string> {
  const text = read(inboundSchema, params);
  const { told, isAnswered } = readTwilioOptOut(text.Body, text.OptOutType ?? null);
  return receive({
    account,
    channel: 'sms',
    providerId: text.MessageSid,
    from: text.From,
    fromName: '',
    to: text.To,
    subject: null,
    body: text.Body,
    receivedAtMs: Date.now(),
    references: [],
    isAutomatic: false,
    attachments: picturesOf(params, text.NumMedia),
    told,
    isAnswered,
  });
}

function read<T extends z.ZodType>(schema: T, params: URLSearchParams): z.output<T> {
  const parsed = schema.safeParse(Object.fromEntries(params));
  if (parsed.success) return parsed.data;
  throw new Unreadable('not a request of Twilio’s');
}

/** What came with an MMS, named by Twilio's id of it: the bytes stay there. */
function picturesOf(params: URLSearchParams, count: number): MessageAttachment[] {
  return Array.from({ length: count }, (_, at) => {
    const [, partId] = /\/Media\/(ME[0-9a-fA-F]{32})$/.exec(params.get(`MediaUrl${at}`) ?? '') ?? [];
    const type = (params.get(`MediaContentType${at}`) ?? 'application/octet-stream').slice(0, 100);
    return partId === undefined ? null : { partId, name: nameOf(type, at), type, size: 0, isInline: false };
  }).filter((picture) => picture !== null);
}

function nameOf(type: string, at: number): string {
  const [kind = '', subtype = ''] = type.toLowerCase().split('/');
  const noun = { image: 'picture', video: 'video', audio: 'recording' }[kind] ?? 'file';
  const ending = subtype === 'jpeg' ? 'jpg' : subtype.replace(/[^a-z0-9]/g, '').slice(0, 8);
  return `${noun}-${at + 1}${ending === '' ? '' : `.${ending}`}`;
}
