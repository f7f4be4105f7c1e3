import type { gmail_v1 } from '@googleapis/gmail';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf, sendJson } from '../../stripe/wire/http.js';
import type { Failure, Weather } from '../../stripe/wire/weather.js';
import { newId } from '../demo.js';
import { headerOf, keepMail, mailsOf, rawOf } from '../mails.js';
import type { Pusher } from '../pusher.js';
import type { Grant, GoogleStore, KeptMail, Mailbox } from '../store.js';
import { errorBody, GoogleRefusal, reasonOf } from './refusal.js';
import { matches } from './search.js';

export interface Backstage {
  store: GoogleStore;
  pusher: Pusher;
  weather: Weather;
}

interface Call {
  stage: Backstage;
  mailbox: Mailbox;
  id: string;
  query: URLSearchParams;
  body: unknown;
}

const SEND = 'https://www.googleapis.com/auth/gmail.send';
const READ = 'https://www.googleapis.com/auth/gmail.readonly';
const ME = '/gmail/v1/users/me';
const WATCH_MS = 7 * 24 * 60 * 60_000;

const ROUTES: [RegExp, string, (call: Call) => object][] = [
  [/^GET \/profile$/, READ, getProfile],
  [/^POST \/messages\/send$/, SEND, send],
  [/^GET \/messages$/, READ, list],
  [/^GET \/messages\/(\w+)$/, READ, get],
  [/^GET \/history$/, READ, history],
  [/^POST \/watch$/, READ, watch],
  [/^POST \/stop$/, READ, stop],
];

/** Gmail's API as far as the product asks it; what fails on purpose fails before or after it is done. */
export async function answerApi(
  stage: Backstage,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET', url = '/', headers } = request;
  const asked = { method, url, text: await bodyOf(request) };
  const mailbox = stage.store.get('grant', grantOf(stage.store, headers.authorization))?.mailbox;
  const failure = stage.weather.failureFor(method, url, mailbox);
  stage.weather.count(`${method} ${new URL(url, 'http://google').pathname.replace(ME, '')}`);
  if (failure?.when === 'before') {
    fail(response, failure);
    return;
  }
  const { status, body } = answerTo(stage, asked, headers.authorization);
  if (failure) fail(response, failure);
  else sendJson(response, status, body);
}

function fail(response: ServerResponse, { how, status }: Failure): void {
  if (how === 'reset') response.destroy();
  else if (how === 'answer') sendJson(response, status, errorBody(status, reasonOf(status)));
}

interface Asked {
  method: string;
  url: string;
  text: string;
}

function answerTo(
  stage: Backstage,
  { method, url, text }: Asked,
  authorization: string | undefined,
): { status: number; body: object } {
  const { pathname, searchParams: query } = new URL(url, 'http://google');
  const route = `${method} ${pathname.replace(ME, '')}`;
  try {
    const grant = signedIn(stage.store, authorization);
    const [pattern, scope, act] = routeOf(route);
    if (!grant.scopes.includes(scope)) throw new GoogleRefusal(403, 'insufficientPermissions');
    const mailbox = stage.store.get('mailbox', grant.mailbox);
    if (!mailbox) throw new GoogleRefusal(401, 'authError');
    const [, id = ''] = pattern.exec(route) ?? [];
    return {
      status: 200,
      body: act({ stage, mailbox, id, query, body: JSON.parse(text || '{}') as unknown }),
    };
  } catch (error) {
    if (error instanceof GoogleRefusal) return { status: error.status, body: error.body };
    throw error;
  }
}

function routeOf(route: string): (typeof ROUTES)[number] {
  const found = ROUTES.find(([pattern]) => pattern.test(route));
  if (!found) throw new GoogleRefusal(404, 'notFound');
  return found;
}

function grantOf(store: GoogleStore, authorization = ''): string {
  return store.get('token', authorization.replace('Bearer ', ''))?.grant ?? '';
}

function signedIn(store: GoogleStore, authorization = ''): Grant {
  const token = store.get('token', authorization.replace('Bearer ', ''));
  const grant = store.get('grant', grantOf(store, authorization));
  if (!token || !grant || token.endsAtMs < Date.now()) throw new GoogleRefusal(401, 'authError');
  return grant;
}

function getProfile({ stage, mailbox }: Call): gmail_v1.Schema$Profile {
  const { length: messagesTotal } = mailsOf(stage.store, mailbox.id);
  return { emailAddress: mailbox.id, historyId: String(mailbox.historyId), messagesTotal };
}

function send({ stage, mailbox, body }: Call): gmail_v1.Schema$Message {
  const { raw = '', threadId } = body as gmail_v1.Schema$Message;
  const mail = Buffer.from(raw ?? '', 'base64url').toString('utf8');
  const to = headerOf(mail, 'To');
  if (!to.includes('@')) throw new GoogleRefusal(400, 'invalidArgument');
  const own = `Message-ID: <CA${newId()}@mail.gmail.com>`;
  const sent = mailbox.putsOwnIds ? mail.replace(/^Message-ID:.*$/im, own) : mail;
  const kept = keepMail(stage.store, mailbox.id, {
    raw: sent,
    labels: ['SENT'],
    threadId: knownThread(stage.store, mailbox.id, threadId ?? undefined),
  });
  void stage.pusher.tell(mailbox.id);
  return { id: kept.id, threadId: kept.threadId, labelIds: kept.labels };
}

function knownThread(store: GoogleStore, address: string, threadId: string | undefined): string | undefined {
  if (threadId === undefined) return undefined;
  if (mailsOf(store, address).some((mail) => mail.threadId === threadId)) return threadId;
  throw new GoogleRefusal(404, 'notFound');
}

function list({ stage, mailbox, query }: Call): gmail_v1.Schema$ListMessagesResponse {
  const most = Number(query.get('maxResults') ?? 100);
  const from = Number(query.get('pageToken') ?? 0);
  const q = query.get('q') ?? '';
  const hidden = (mail: KeptMail): boolean =>
    mail.labels.some((label) => label === 'SPAM' || label === 'TRASH');
  const found = mailsOf(stage.store, mailbox.id)
    .filter((mail) => !hidden(mail) && matches(mail, q))
    .reverse();
  const messages = found.slice(from, from + most).map(({ id, threadId }) => ({ id, threadId }));
  return {
    messages,
    resultSizeEstimate: found.length,
    ...(from + most < found.length && { nextPageToken: String(from + most) }),
  };
}

function get({ stage, mailbox, id, query }: Call): gmail_v1.Schema$Message {
  const mail = stage.store.get('mail', id);
  if (mail?.mailbox !== mailbox.id) throw new GoogleRefusal(404, 'notFound');
  const { threadId, labels: labelIds, raw, atMs } = mail;
  const common = { id, threadId, labelIds, internalDate: String(atMs), historyId: String(mail.historyId) };
  if (query.get('format') === 'raw') return { ...common, raw };
  const headers = query
    .getAll('metadataHeaders')
    .map((name) => ({ name, value: headerOf(rawOf(mail), name) }))
    .filter(({ value }) => value !== '');
  return { ...common, payload: { headers } };
}

function history({ stage, mailbox, query }: Call): gmail_v1.Schema$ListHistoryResponse {
  const since = Number(query.get('startHistoryId'));
  if (!(since > mailbox.forgottenTo)) throw new GoogleRefusal(404, 'notFound');
  const most = Number(query.get('maxResults') ?? 100);
  const from = Number(query.get('pageToken') ?? 0);
  const types = query.getAll('historyTypes');
  const changes = changesOf(mailsOf(stage.store, mailbox.id), types).filter(({ id }) => Number(id) > since);
  const page = changes.slice(from, from + most);
  return {
    ...(page.length > 0 && { history: page }), // Gmail leaves out what is empty
    historyId: String(mailbox.historyId),
    ...(from + most < changes.length && { nextPageToken: String(from + most) }),
  };
}

/** What happened to mails, of the kinds that are asked for: all of them if none is named. */
function changesOf(mails: KeptMail[], types: string[]): gmail_v1.Schema$History[] {
  const isWanted = (type: string): boolean => types.length === 0 || types.includes(type);
  const changes = mails.flatMap(({ id, threadId, labels: labelIds, historyId, sentIn }) => {
    const message = { id, threadId, labelIds };
    const entry = (at: number): gmail_v1.Schema$History => ({
      id: String(at),
      messages: [{ id, threadId }],
    });
    const added = { ...entry(historyId), messagesAdded: [{ message }] };
    const sent = { ...entry(sentIn ?? 0), labelsAdded: [{ message, labelIds: ['SENT'] }] };
    return [
      ...(isWanted('messageAdded') ? [added] : []),
      ...(sentIn !== undefined && isWanted('labelAdded') ? [sent] : []),
    ];
  });
  return changes.sort((a, b) => Number(a.id) - Number(b.id));
}

function watch({ stage, mailbox, body }: Call): gmail_v1.Schema$WatchResponse {
  const { topicName = '' } = body as gmail_v1.Schema$WatchRequest;
  if (!/^projects\/[\w-]+\/topics\/[\w-]+$/.test(topicName ?? ''))
    throw new GoogleRefusal(400, 'invalidArgument');
  const endsAtMs = Date.now() + WATCH_MS;
  stage.store.put('mailbox', { ...mailbox, watch: { topicName: topicName ?? '', endsAtMs } });
  return { historyId: String(mailbox.historyId), expiration: String(endsAtMs) };
}

function stop({ stage, mailbox }: Call): object {
  stage.store.put('mailbox', { ...mailbox, watch: null });
  return {};
}
