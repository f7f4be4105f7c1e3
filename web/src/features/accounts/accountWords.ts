import type { Account, AccountKind } from '@leadpulse/model';
import { syncProgress } from '@leadpulse/model';
import { fullWhen, shortWhen } from '../../lib/time.js';

const KINDS: Record<AccountKind, string> = {
  sandbox: 'Practice',
  smtp: 'Mail server (SMTP)',
  imap: 'Mailbox',
  gmail: 'Gmail',
  googleVoice: 'Google Voice',
  twilio: 'Twilio',
};

export function kindWords({ kind, channel }: Pick<Account, 'kind' | 'channel'>): string {
  if (kind !== 'sandbox') return KINDS[kind];
  return channel === 'sms' ? 'Practice number' : 'Practice mailbox';
}

export const STATE_WORDS: Record<Account['state'], string> = {
  active: 'Active',
  paused: 'Paused',
  error: 'Needs attention',
  disconnected: 'Disconnected',
};

/** The steps (`kinds/offers.ts`) that connect an account of a kind again; null where there are none, or others (Gmail’s at Google). */
export function stepOf(kind: AccountKind): string | null {
  return {
    smtp: 'smtp',
    imap: 'mailbox',
    twilio: 'twilio',
    sandbox: null,
    gmail: null,
    googleVoice: null,
  }[kind];
}

/** What a person has to do at the provider, where we could not. */
export function leftWords(kind: AccountKind): string {
  return `${KINDS[kind]} could not be told. Take out there what leads to LeadPulse; nothing more is taken in from it.`;
}

/** When something last went through, for the health line. */
export function lastWords(
  what: string,
  at: { toMillis(): number } | null,
  now: number,
): { text: string; title?: string } {
  if (at === null) return { text: `${what}: nothing yet` };
  return { text: `${what}: ${shortWhen(at.toMillis(), now)}`, title: fullWhen(at.toMillis()) };
}

/** When something last came in; null for a mail server that brings nothing in by itself, and has not. */
export function inWords({ kind, health }: Account, now: number): ReturnType<typeof lastWords> | null {
  if (kind === 'smtp' && health.lastInboundAt === null) return null;
  return lastWords('Last in', health.lastInboundAt, now);
}

/** What is wrong and since when; null: nothing. */
export function errorWords({ health, state }: Account, now: number): string | null {
  if (health.lastError === null || state === 'disconnected') return null;
  const at = health.lastErrorAt ?? null;
  return at === null ? health.lastError : `${shortWhen(at.toMillis(), now)}: ${health.lastError}`;
}

/** How far a mailbox is read; null for an account that reads none. */
export function syncWords(
  { kind, state, sync, health }: Account,
  now: number,
): { text: string; title?: string } | null {
  if (kind !== 'imap' || state === 'disconnected') return null;
  const progress = sync ? syncProgress(sync) : { read: 0, total: 0 };
  if (progress && progress.total === 0) return { text: 'First sync: beginning' };
  if (progress) return { text: `First sync: ${progress.read} of ${progress.total} mails` };
  const at = health.syncedTo === null ? null : { toMillis: () => Date.parse(health.syncedTo ?? '') };
  return lastWords('Synced to', at, now);
}
