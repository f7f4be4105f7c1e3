import { Timestamp } from 'firebase-admin/firestore';
import type { GmailCredentials } from '@leadpulse/model';
import { accountSchema } from '@leadpulse/model';
import { db } from '../../platform/firestore.js';
import { logInfo } from '../../platform/log.js';
import { accountRef } from '../../platform/refs.js';
import type { ReadyAccount } from '../accounts.js';
import { freshAccount, noteError } from '../accounts.js';
import { DeliveryFailure } from '../channels/adapter.js';
import type { History } from '../channels/gmail/mailbox.js';
import { findMails, newestChange, readHistory } from '../channels/gmail/mailbox.js';
import { oneAtATime } from './oneAtATime.js';
import { takeGmail, wayOf } from './takeGmail.js';

const BUDGET_MS = 240_000;
const PATIENCE_MS = 60_000;
const PAGE = 100;
const MOST_CAUGHT_UP = 500;
const OVERLAP_MS = 60 * 60_000;
const MARK_EVERY_MS = 10 * 60_000;

interface Walk {
  ready: ReadyAccount;
  credentials: GmailCredentials;
  endMs: number;
}

/**
 * Takes in what came into the mailbox and what was sent from it since we looked last, in its order; answers how many mails
 * came in. It may be told to do so twice, at the same time or too late: a mail that is here changes nothing. What breaks
 * off goes on where it was.
 */
export function syncMailbox(orgId: string, accountId: string): Promise<number> {
  return oneAtATime(`${orgId}/${accountId}`, () => lookInto(orgId, accountId));
}

async function lookInto(orgId: string, accountId: string): Promise<number> {
  const ready = await freshAccount(orgId, accountId);
  const credentials = ready && openFor(ready);
  if (!credentials) return 0;
  const walk = { ready, credentials, endMs: Date.now() + BUDGET_MS };
  try {
    const { syncedTo } = ready.account.health;
    return (syncedTo === null ? null : await takeChanges(walk, syncedTo)) ?? (await catchUp(walk));
  } catch (error) {
    if (error instanceof DeliveryFailure && error.concerns === 'credentials') await noteError(ready, error);
    throw error;
  }
}

/** By what the mailbox is read; null: its mails do not come in, or it is out of use. */
function openFor({ account, credentials }: ReadyAccount): GmailCredentials | null {
  const isInUse = account.state === 'active' || account.state === 'paused';
  return isInUse && account.gmailSync ? credentials.gmail : null;
}

/** By the list of changes; null: Gmail has forgotten where we were. */
async function takeChanges(walk: Walk, since: string): Promise<number | null> {
  let taken = 0;
  let pageToken: string | undefined;
  do {
    const page = await readHistory(walk.credentials, { since, pageToken }, AbortSignal.timeout(PATIENCE_MS));
    if (page === null) return null;
    for (const id of idsOf(page)) taken += await takeGmail(walk.ready, walk.credentials, id);
    const reached = page.nextPageToken === undefined ? page.historyId : (page.history.at(-1)?.id ?? since);
    await advance(walk.ready, reached, page.nextPageToken === undefined);
    pageToken = page.nextPageToken;
  } while (pageToken !== undefined && Date.now() < walk.endMs);
  return taken;
}

function idsOf({ history }: History): string[] {
  const found = history.flatMap(({ messagesAdded, labelsAdded }) => [
    ...messagesAdded.filter(({ message }) => wayOf(message.labelIds) !== null),
    ...labelsAdded.filter(({ labelIds }) => labelIds.includes('SENT')), // a draft, or a mail for later, that went out
  ]);
  return [...new Set(found.map(({ message }) => message.id))];
}

/** By a look at the mailbox: what came since we were done last, then what was sent; of each at most the newest 500 mails. */
async function catchUp(walk: Walk): Promise<number> {
  const { ready, credentials, endMs } = walk;
  const { orgId, accountId, account } = ready;
  const reached = await newestChange(credentials, AbortSignal.timeout(PATIENCE_MS)); // before we look
  const sinceMs = (account.gmailSync?.syncedAt.toMillis() ?? Date.now()) - OVERLAP_MS;
  const after = `after:${Math.floor(sinceMs / 1000)} -in:chats -in:drafts`;
  const ids = [...(await search(walk, `${after} -in:sent`)), ...(await search(walk, `${after} in:sent`))];
  let taken = 0;
  for (const id of ids) {
    if (Date.now() > endMs) return taken; // the next look begins here anew, and what is here costs little
    taken += await takeGmail(ready, credentials, id);
  }
  await advance(ready, reached, true);
  logInfo('a mailbox was looked through', { orgId, accountId, count: taken });
  return taken;
}

/** What a search finds, oldest first; if it finds more than we take, the card says so. */
async function search({ ready, credentials }: Walk, q: string): Promise<string[]> {
  const ids: string[] = [];
  let pageToken: string | undefined;
  do {
    const page = await findMails(credentials, { q, most: PAGE, pageToken }, AbortSignal.timeout(PATIENCE_MS));
    ids.push(...page.messages.map(({ id }) => id));
    pageToken = page.nextPageToken;
  } while (pageToken !== undefined && ids.length < MOST_CAUGHT_UP);
  if (pageToken !== undefined) await noteError(ready, TOO_MANY);
  return ids.reverse();
}

const TOO_MANY = {
  message: `More than ${MOST_CAUGHT_UP} mails came or went while we could not look. The older ones are in Gmail only.`,
  concerns: 'account',
} as const;

/** Remembers how far we are; never back, whoever of two comes last. */
async function advance({ orgId, accountId }: ReadyAccount, reached: string, isDone: boolean): Promise<void> {
  const ref = accountRef(orgId, accountId);
  await db().runTransaction(async (tx) => {
    const { gmailSync, health } = accountSchema.parse((await tx.get(ref)).data());
    if (!gmailSync) return; // switched off meanwhile
    const isFurther = health.syncedTo === null || isNewer(reached, health.syncedTo);
    const isMarkOld = Date.now() - gmailSync.syncedAt.toMillis() > MARK_EVERY_MS;
    if (!isFurther && !isMarkOld) return;
    tx.update(ref, {
      ...(isFurther && { 'health.syncedTo': reached }),
      ...(isDone && { 'gmailSync.syncedAt': Timestamp.now() }),
    });
  });
}

/** Gmail numbers its changes upwards, in more digits than a number holds exactly. */
export function isNewer(a: string, b: string): boolean {
  return BigInt(a) > BigInt(b);
}
