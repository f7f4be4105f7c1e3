import type { GmailCredentials } from '@leadpulse/model';
import { GMAIL_SCOPES } from '@leadpulse/model';
import { z } from 'zod';
import { config } from '../../../platform/config.js';
import { accepted, askGmail } from './gmailApi.js';

/** Gmail takes mails of up to 25 MB, which are a third longer in base64, twice over with attachments of their own. */
const MOST_RAW = 64 * 1024 * 1024;

const listedSchema = z.object({ id: z.string(), threadId: z.string() });
const listSchema = z.object({
  messages: z.array(listedSchema).default([]),
  nextPageToken: z.string().optional(),
});
const labelsSchema = z.array(z.string()).default([]);
const changedSchema = z.object({ id: z.string(), labelIds: labelsSchema });
const changeSchema = z.object({
  id: z.string(),
  messagesAdded: z.array(z.object({ message: changedSchema })).default([]),
  labelsAdded: z.array(z.object({ message: changedSchema, labelIds: labelsSchema })).default([]),
});
const historySchema = z.object({
  history: z.array(changeSchema).default([]),
  historyId: z.string(),
  nextPageToken: z.string().optional(),
});
const rawSchema = z.object({ raw: z.string(), labelIds: labelsSchema, internalDate: z.string() });
const watchSchema = z.object({ historyId: z.string(), expiration: z.string() });
const headersSchema = z.object({
  internalDate: z.string(),
  payload: z.object({ headers: z.array(z.object({ name: z.string(), value: z.string() })).default([]) }),
});

export type History = z.output<typeof historySchema>;

/** Whether this consent lets us read. */
export function mayRead({ scopes }: GmailCredentials): boolean {
  return scopes.includes(GMAIL_SCOPES.read);
}

/** The mails that a search finds, newest first. */
export async function findMails(
  credentials: GmailCredentials,
  { q, most, pageToken }: { q: string; most: number; pageToken?: string | undefined },
  signal: AbortSignal,
): Promise<z.output<typeof listSchema>> {
  const query = { q, maxResults: String(most), ...(pageToken !== undefined && { pageToken }) };
  return accepted(
    listSchema,
    await askGmail(credentials, { method: 'GET', path: '/messages', query, signal }),
  );
}

/** Which mails were added or got a label since a change; null: Gmail has forgotten that change, and only a look at the mailbox helps. */
export async function readHistory(
  credentials: GmailCredentials,
  { since, pageToken }: { since: string; pageToken?: string | undefined },
  signal: AbortSignal,
): Promise<History | null> {
  const query = { startHistoryId: since, maxResults: '100', ...(pageToken !== undefined && { pageToken }) };
  const path = '/history?historyTypes=messageAdded&historyTypes=labelAdded';
  const answer = await askGmail(credentials, { method: 'GET', path, query, signal });
  return answer.status === 404 ? null : accepted(historySchema, answer);
}

interface RawMail {
  raw: Buffer;
  labels: string[];
  at: Date; // when it came into the mailbox
}

/** A mail as it came over the wire; null: it was deleted meanwhile. */
export async function readRaw(
  credentials: GmailCredentials,
  id: string,
  signal: AbortSignal,
): Promise<RawMail | null> {
  const path = `/messages/${encodeURIComponent(id)}`;
  const call = { method: 'GET', path, query: { format: 'raw' }, signal, mostBytes: MOST_RAW } as const;
  const answer = await askGmail(credentials, call);
  if (answer.status === 404) return null;
  const { raw, labelIds, internalDate } = accepted(rawSchema, answer);
  return { raw: Buffer.from(raw, 'base64url'), labels: labelIds, at: new Date(Number(internalDate)) };
}

/** Some headers of a mail, and when it was sent. */
export async function readHeaders(
  credentials: GmailCredentials,
  { id, names }: { id: string; names: string[] },
  signal: AbortSignal,
): Promise<{ atMs: number; values: string[] }> {
  const path = `/messages/${encodeURIComponent(id)}?format=metadata&${names.map((name) => `metadataHeaders=${name}`).join('&')}`;
  const { internalDate, payload } = accepted(
    headersSchema,
    await askGmail(credentials, { method: 'GET', path, signal }),
  );
  return { atMs: Number(internalDate), values: payload.headers.map(({ value }) => value.trim()) };
}

/** Has Gmail tell our topic of every change, for seven days at most. */
export async function watchMailbox(
  credentials: GmailCredentials,
  signal: AbortSignal,
): Promise<{ historyId: string; endsAtMs: number }> {
  const body = { topicName: config().gmailTopic };
  const answer = await askGmail(credentials, { method: 'POST', path: '/watch', body, signal });
  const { historyId, expiration } = accepted(watchSchema, answer);
  return { historyId, endsAtMs: Number(expiration) };
}

export async function endWatch(credentials: GmailCredentials, signal: AbortSignal): Promise<void> {
  await askGmail(credentials, { method: 'POST', path: '/stop', body: {}, signal });
}

/** The number of the newest change of the mailbox. */
export async function newestChange(credentials: GmailCredentials, signal: AbortSignal): Promise<string> {
  const answer = await askGmail(credentials, { method: 'GET', path: '/profile', signal });
  return accepted(z.object({ historyId: z.string() }), answer).historyId;
}
